import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UsageError } from '../model/problem.ts';
import { requireData, sourceFile, textOf, unixLines } from './read.ts';
import type { SourceFile, SourceFolder } from '../model/tree.ts';

const MAX_BYTES = 256 * 1024 * 1024;

interface GitInput {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

function git(folder: string, args: readonly string[], { input, env }: GitInput = {}): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: folder, input, env, maxBuffer: MAX_BYTES });
  if (error)
    throw new UsageError(
      'git is niet te vinden op deze computer; het is nodig om met een eerdere versie te vergelijken',
    );
  if (status !== 0) throw new UsageError(gitMessage(stderr.toString()));
  return stdout;
}

function gitMessage(said: string): string {
  return /not a git repository/.test(said)
    ? 'deze map staat niet in een git-repository; er is dus geen eerdere versie'
    : `git kon dit niet lezen: ${said.trim()}`;
}

/** The commit of a branch, tag or hash. Throws a UsageError if there is none. */
function commitOf(folder: string, revision: string): string {
  const { status, stdout } = spawnSync(
    'git',
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    { cwd: folder },
  );
  if (status === 0) return stdout.toString().trim();
  git(folder, ['rev-parse', '--git-dir']);
  throw new UsageError(`git kent geen versie "${revision}"; noem een tak, zoals origin/main, of een commit`);
}

/** A commit to compare with, and its name for people. */
export interface Beginning {
  readonly commit: string;
  readonly name: string;
}

/**
 * Where the work since a revision began: the last commit it shares with the checkout, so that what others added to the
 * revision since then does not count. Throws a UsageError if the two share no commit.
 */
export function beginningSince(folder: string, revision: string): Beginning {
  requireData(folder);
  const tip = commitOf(folder, revision);
  const { status, stdout } = spawnSync('git', ['merge-base', tip, 'HEAD'], { cwd: folder });
  const commit = stdout.toString().trim();
  if (status !== 0 || commit === '')
    throw new UsageError(
      `deze tak en "${revision}" hebben geen gemeenschappelijk begin; haal eerst de hele geschiedenis op met: git fetch --unshallow`,
    );
  const isNamed =
    git(folder, ['rev-parse', '--verify', '--symbolic-full-name', '--end-of-options', revision]).toString().trim() !==
    '';
  const name = isNamed ? revision : `commit ${tip.slice(0, 8)}`;
  return { commit, name: commit === tip ? name : `${name}, zoals het was waar deze tak begon` };
}

/**
 * The data folder at a revision; null if it did not exist then. Files that are the same now are taken from `now` and
 * not parsed again.
 */
export function readRevision(folder: string, revision: string, now: SourceFolder): SourceFolder | null {
  requireData(folder);
  const commit = commitOf(folder, revision);
  const entries = git(folder, ['ls-tree', '-r', '-z', commit, '.'])
    .toString()
    .split('\0')
    .filter(Boolean)
    .flatMap((line) => {
      const match = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line);
      return match && !match[2]!.split('/').some((name) => name.startsWith('.')) && !match[2]!.startsWith('schema/')
        ? [{ hash: match[1]!, name: match[2]! }]
        : [];
    });
  if (entries.length === 0) return null;
  const contents = blobs(
    git(folder, ['cat-file', '--batch'], { input: entries.map(({ hash }) => `${hash}\n`).join('') }),
  );
  const known = new Map(now.files.map((file) => [file.path, file]));
  const files = entries.map(({ name }, index): SourceFile => {
    const bytes = contents[index]!;
    const text = textOf(name, bytes) ?? unixLines(new TextDecoder().decode(bytes));
    const same = known.get(name);
    if (same?.text === text && same.problems.length === 0) return same;
    const file = now.folder === '' ? name : `${now.folder}/${name}`;
    return sourceFile(name, file, text);
  });
  return { folder: now.folder, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** File contents in the order requested; git writes each as `<hash> blob <size>`, newline, bytes, newline. */
function blobs(output: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const size = Number(output.subarray(at, end).toString().split(' ')[2]);
    found.push(output.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return found;
}

/**
 * The uncommitted changes in the given folders, as a patch for `git apply`; empty if there are none. Uses its own
 * index, so that what an editor has staged stays staged. Throws a UsageError outside a repository.
 */
export function patchOf(folders: readonly string[]): Buffer {
  const own = fs.mkdtempSync(path.join(os.tmpdir(), 'voorstel-'));
  const env = { ...process.env, GIT_INDEX_FILE: path.join(own, 'index') };
  try {
    git('.', ['read-tree', 'HEAD'], { env });
    git('.', ['add', '--all', '--', ...folders], { env });
    return git('.', ['diff', '--cached', '--binary', '--full-index', '--no-ext-diff', 'HEAD'], { env });
  } finally {
    fs.rmSync(own, { recursive: true, force: true });
  }
}

/**
 * GitHub's answer about a repository: the one this folder was cloned from, unless another is named. Null if it may not
 * be seen or does not exist. Throws a UsageError if the `gh` program is missing or nobody is logged in.
 */
export function askGitHub(question: string, repository: string): unknown {
  const env = repository === '' ? process.env : { ...process.env, GH_REPO: repository };
  const { status, stdout, stderr, error } = spawnSync('gh', ['api', question], { env, maxBuffer: MAX_BYTES });
  if (error)
    throw new UsageError('gh is niet te vinden op deze computer; installeer GitHub CLI, en log in met: gh auth login');
  if (status === 0) return JSON.parse(stdout.toString());
  // GitHub answers 404 for anything that may not be seen.
  if (/HTTP 40[34]/.test(stderr.toString())) return null;
  throw new UsageError(`gh kon dit niet vragen: ${stderr.toString().trim()}`);
}
