import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { scratch } from './scratch.ts';

const IDENTITY = [
  '-c',
  'user.name=Redactie',
  '-c',
  'user.email=redactie@voorbeeld.example',
  '-c',
  'commit.gpgsign=false',
];

/** The output of a command, and its exit status. */
export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/**
 * A clean clone of this project in a temporary git repository, with `main` as its only branch; removed when the process
 * ends.
 */
export class Clone {
  readonly folder = scratch('kloon');

  /** Clones the project as it is, or another clone with git settings such as `core.autocrlf=true`. */
  constructor(origin?: Clone, settings: readonly string[] = []) {
    if (origin) {
      const options = settings.flatMap((setting) => ['--config', setting]);
      execFileSync('git', ['clone', '--quiet', ...options, origin.folder, this.folder], { stdio: 'pipe' });
    } else this.#copy();
    // With the bundled program, which saves each clone that work.
    if (fs.existsSync('.cache'))
      fs.cpSync('.cache', this.path('.cache'), { recursive: true, preserveTimestamps: true });
    fs.symlinkSync(path.resolve('node_modules'), this.path('node_modules'));
    if (origin) return;
    fs.appendFileSync(this.path('.gitignore'), 'node_modules\n');
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit('Begin');
  }

  #copy(): void {
    const names = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { maxBuffer: 1e8 })
      .toString()
      .split('\0')
      .filter(Boolean);
    for (const name of names.filter((each) => fs.existsSync(each) && !each.startsWith('test/'))) {
      fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
      fs.cpSync(name, this.path(name), { preserveTimestamps: true });
    }
  }

  /** Clones this clone with git, with git settings. */
  clonedWith(...settings: readonly string[]): Clone {
    return new Clone(this, settings);
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  read(name: string): string {
    return fs.readFileSync(this.path(name), 'utf8');
  }

  write(name: string, text: string): void {
    fs.writeFileSync(this.path(name), text);
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', [...IDENTITY, ...args], { cwd: this.folder, stdio: 'pipe' }).toString();
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }

  /** Runs `npm run name -- args`, without npm. */
  run(name: string, ...args: readonly string[]): Said {
    return this.#run([], name, args);
  }

  /** The same with Windows paths, with `\` between names. Call `run` first, which bundles the program. */
  runOnBackslashes(name: string, ...args: readonly string[]): Said {
    return this.#run(['--import', path.resolve('test/support/backslashes.js')], name, args);
  }

  #run(options: readonly string[], name: string, args: readonly string[]): Said {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...options, 'scripts/cli/start.js', name, ...args],
      {
        cwd: this.folder,
        env: { ...process.env, GITHUB_ACTIONS: '' },
        maxBuffer: 1e8,
      },
    );
    return { status: status ?? -1, out: stdout.toString(), err: stderr.toString() };
  }
}
