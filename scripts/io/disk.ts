import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../model/problem.ts';

/**
 * The calls in which a change of files reaches the disk, so that a test can end the process, or fill the disk, between
 * any two of them. What `write` and `flush` did is still there after a power cut.
 */
export interface Disk {
  /**
   * Writes a new file, or leaves none; throws EEXIST where there is one. Where `like` is given, its mode and owner are
   * kept.
   */
  readonly write: (file: string, bytes: Uint8Array, like?: fs.Stats) => void;
  /** Replaces what stands at `to`. */
  readonly rename: (from: string, to: string) => void;
  /** No error where there is no such file. */
  readonly remove: (file: string) => void;
  readonly makeFolder: (folder: string) => void;
  /** Only where it is empty; otherwise it stays. */
  readonly removeFolder: (folder: string) => void;
  /** Makes the names in a folder last. */
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

/** Only root may give a file away; what the change is for comes first. */
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

/** On Windows nobody can replace a file while another program, such as a virus scanner, has it open. */
const IN_USE: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);

const ATTEMPTS = 10;

/** Waits without giving way to anything else. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** On Windows, tries again for about a second as long as a file is in use. Throws what the last attempt threw. */
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
    // Somebody has put something in it: then it is theirs.
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
    // Windows, and some file systems, know this of files only.
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
 * Makes a folder and those in which it lies. One by one: where none can be made, as in /proc, Node's own way of doing
 * so never ends. Returns those that were made, the topmost first. Throws a UsageError where nothing can be made.
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
      // Another process was first, or it is a link to nothing.
      if (!fs.statSync(each, { throwIfNoEntry: false })?.isDirectory())
        throw new UsageError(`${each} is geen map; kies een andere plaats`);
      return false;
    }
  });
}

/** Folders that are not there yet on the way to one, the topmost first. */
export function missingFolders(folder: string): string[] {
  return fs.existsSync(folder) ? [] : [...missingFolders(path.dirname(folder)), folder];
}

/**
 * What `read` gives, or else what stands in for it where there is no such file: another process may move it at any
 * moment.
 */
export function ifThere<Value, Other>(read: () => Value, otherwise: Other): Value | Other {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}
