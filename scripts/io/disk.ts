import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../model/problem.ts';

/**
 * The calls through which a change of files reaches the disk, so that a test can kill the process or fill the disk
 * between any two of them. What `write` and `flush` did survives a power cut.
 */
export interface Disk {
  /**
   * Writes a new file, or leaves none; throws EEXIST if there already is one. Copies mode and owner from `like`, if
   * given.
   */
  readonly write: (file: string, bytes: Uint8Array, like?: fs.Stats) => void;
  /** Replaces whatever is at `to`. */
  readonly rename: (from: string, to: string) => void;
  /** A missing file is not an error. */
  readonly remove: (file: string) => void;
  readonly makeFolder: (folder: string) => void;
  /** Only if it is empty; otherwise it stays. */
  readonly removeFolder: (folder: string) => void;
  /** Makes the names in a folder survive a power cut. */
  readonly flush: (folder: string) => void;
}

function write(file: string, bytes: Uint8Array, like?: fs.Stats): void {
  const handle = fs.openSync(file, 'wx');
  try {
    fs.writeFileSync(handle, bytes);
    if (like) keepOwner(handle, like);
    fs.fsyncSync(handle);
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  } finally {
    fs.closeSync(handle);
  }
}

/** Only root may give a file away, and the change itself matters more. */
function keepOwner(handle: number, like: fs.Stats): void {
  const { uid, gid } = fs.fstatSync(handle);
  if (uid !== like.uid || gid !== like.gid) {
    try {
      fs.fchownSync(handle, like.uid, like.gid);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    }
  }
  fs.fchmodSync(handle, like.mode & 0o7777);
}

/** On Windows a file cannot be replaced while another program, such as a virus scanner, has it open. */
const IN_USE: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);

const ATTEMPTS = 10;

/** Blocks; nothing else runs meanwhile. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** On Windows, retries for about a second while a file is in use. Throws what the last attempt threw. */
export function insist(action: () => void, isWindows = process.platform === 'win32'): void {
  for (let attempt = 1; ; attempt++) {
    try {
      return action();
    } catch (error) {
      if (!isWindows || !IN_USE.has((error as NodeJS.ErrnoException).code) || attempt === ATTEMPTS) throw error;
      pause(attempt * 20);
    }
  }
}

function removeFolder(folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch {
    // Someone put something in it, so it is theirs now.
  }
}

function flush(folder: string): void {
  try {
    const handle = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  } catch {
    // Windows and some file systems support this for files only.
  }
}

export const disk: Disk = {
  write,
  rename: (from, to) => insist(() => fs.renameSync(from, to)),
  remove: (file) => insist(() => fs.rmSync(file, { force: true })),
  makeFolder: (folder) => fs.mkdirSync(folder),
  removeFolder,
  flush,
};

/**
 * Creates a folder and its parents, and returns those it created, topmost first. One at a time: where none can be
 * created, as in /proc, Node's recursive mkdir never returns. Throws a UsageError if nothing can be created.
 */
export function makeFolders(folder: string): string[] {
  return missingFolders(folder).filter((each) => {
    try {
      fs.mkdirSync(each);
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT')
        throw new UsageError(`in ${path.dirname(each)} kan niets worden gemaakt; kies een andere plaats`);
      if (code !== 'EEXIST') throw error;
      // Another process got there first, or it is a dangling link.
      if (!fs.statSync(each, { throwIfNoEntry: false })?.isDirectory())
        throw new UsageError(`${each} is geen map; kies een andere plaats`);
      return false;
    }
  });
}

/** The folders on a path that do not exist yet, topmost first. */
export function missingFolders(folder: string): string[] {
  return fs.existsSync(folder) ? [] : [...missingFolders(path.dirname(folder)), folder];
}

/**
 * Returns what `read` returns, or the fallback if the file does not exist: another process may move it at any moment.
 */
export function ifThere<Value, Other>(read: () => Value, otherwise: Other): Value | Other {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}
