import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { scratch } from './scratch.ts';

/** Packages needed to build the package; a project that installs it does not have them. */
const NOT_INSTALLED = ['.bin', '.cache', 'esbuild', '@esbuild', 'tsx'];

/** The package as `npm run pack` makes it. */
export function packedArchive(): string {
  const folder = scratch('pakket');
  execFileSync(process.execPath, ['scripts/cli/start.js', 'pack', '--output', folder]);
  const [archive] = fs.readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  return path.join(folder, archive!);
}

/** Installs the package in a project as npm does, but links its dependencies from this repository; needs no network. */
export function installPackage(project: string, archive: string): void {
  const modules = path.join(project, 'node_modules');
  fs.mkdirSync(modules, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '-C', modules]);
  fs.renameSync(path.join(modules, 'package'), path.join(modules, 'normrapport'));
  for (const name of fs.readdirSync('node_modules'))
    if (!NOT_INSTALLED.includes(name))
      fs.symlinkSync(path.resolve('node_modules', name), path.join(modules, name), 'junction');
}

/** Output and exit status of a command of the installed package. */
export function runInstalled(
  project: string,
  args: readonly string[],
): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { bin } = JSON.parse(fs.readFileSync(path.join(project, 'node_modules/normrapport/package.json'), 'utf8')) as {
    bin: { normrapport: string };
  };
  const ran = spawnSync(process.execPath, [path.join(project, 'node_modules/normrapport', bin.normrapport), ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_ACTIONS: '' },
  });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}
