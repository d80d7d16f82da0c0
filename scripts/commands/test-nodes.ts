import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from '../cli/run.ts';
import { inProject } from '../io/project.ts';
import { UsageError } from '../model/problem.ts';

/** Folder with the installed versions of Node; ignored by git. */
const NODES = inProject('.nodes');

/** npm package with Node for this platform. */
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** On Windows npm can only be started through a shell. */
const NPM = { command: 'npm', shell: process.platform === 'win32' };

function binary(version: string): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(NODES, version, 'node_modules', PACKAGE, 'bin', name);
}

/**
 * Installs an exact version of Node, or the newest of a major version. Returns an error message, or null if it
 * succeeded.
 */
function install(version: string): string | null {
  const folder = path.join(NODES, version);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  // Without its own package.json, npm would install into this project.
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const { status, stderr, error } = spawnSync(
    NPM.command,
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', `${PACKAGE}@${version}`],
    { cwd: folder, encoding: 'utf8', shell: NPM.shell },
  );
  if (status === 0 && fs.existsSync(binary(version))) return null;
  fs.rmSync(folder, { recursive: true, force: true });
  return error ? 'npm is niet te vinden; installeer Node met npm erbij' : reasonOf(stderr, version);
}

function reasonOf(said: string, version: string): string {
  if (/E404|ETARGET/.test(said))
    return `er is geen ${PACKAGE}@${version} op npm; noem een andere versie met --versions`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(said))
    return `Node ${version} kon niet worden opgehaald: npm is niet te bereiken; controleer uw netwerk`;
  return `Node ${version} kon niet worden opgehaald. npm zegt:\n${said.trim()}`;
}

/** Runs `npm test` with a version of Node and passes on its output. Returns the exit status. */
function runTests(node: string, only: string): Promise<number> {
  const child = spawn(NPM.command, ['test', ...(only ? ['--', '--only', only] : [])], {
    cwd: inProject(''),
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: NPM.shell,
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

await runCommand(
  {
    name: 'npm run test-nodes',
    description:
      'Draait npm test met elke versie van Node waarmee dit programma werkt. Haalt die versies van npm, en bewaart ze in .nodes/.',
    options: {
      versions: { value: 'LIJST', description: 'versies van Node, met komma’s ertussen', default: '20,22,24' },
      only: { value: 'DEEL', description: 'alleen tests waarvan het pad dit bevat, zoals "compute" of "site/"' },
      renew: { description: 'haalt de nieuwste versies op, ook als er al een is' },
    },
    examples: ['npm run test-nodes', 'npm run test-nodes -- --versions 22.12.0,24 --only commands'],
  },
  async ({ versions, only, renew }, { out, err }) => {
    const wanted = versions.split(',').map((version) => version.trim());
    for (const version of wanted)
      if (!/^\d+(?:\.\d+){0,2}$/.test(version))
        throw new UsageError(`"${version}" is geen versie van Node; noem er een als 22 of 22.12.0`);
    for (const version of wanted) {
      const wrong = renew === 'true' || !fs.existsSync(binary(version)) ? install(version) : null;
      if (wrong !== null) {
        err(wrong);
        return 1;
      }
    }
    const results: string[] = [];
    let failed = 0;
    for (const version of wanted) {
      const name = spawnSync(binary(version), ['--version'], { encoding: 'utf8' }).stdout.trim();
      out(`\nNode ${name}`);
      const status = await runTests(binary(version), only);
      if (status !== 0) failed++;
      results.push(`Node ${name}: ${status === 0 ? 'geslaagd' : `mislukt (${status})`}`);
    }
    out(`\n${results.join('\n')}`);
    return failed === 0 ? 0 : 1;
  },
);
