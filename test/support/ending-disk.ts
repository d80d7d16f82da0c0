import fs from 'node:fs';
import { disk, type Disk } from '../../scripts/io/disk.ts';

/** Code of the error that imitates the end of the process. */
export const GONE = 'GONE';

/**
 * A moment at which something reaches the disk. Writing a file has two: before anything is there, and when half of it
 * is.
 */
export interface Step {
  /** Counts from 1. */
  readonly number: number;
  readonly call: keyof Disk;
}

/** A disk that calls `onStep` before each step, which may throw or end the process. */
export function watchedDisk(onStep: (step: Step) => void): Disk {
  let number = 0;
  function step(call: keyof Disk): void {
    onStep({ number: ++number, call });
  }
  return {
    write: (file, bytes, like) => {
      step('write');
      const half = fs.openSync(file, 'wx');
      fs.writeSync(half, bytes, 0, bytes.length >> 1);
      fs.closeSync(half);
      try {
        step('write');
      } catch (error) {
        // If the process survives, it removes the half-written file, as the real disk does.
        if ((error as NodeJS.ErrnoException).code !== GONE) fs.rmSync(file);
        throw error;
      }
      fs.rmSync(file);
      disk.write(file, bytes, like);
    },
    rename: (from, to) => {
      step('rename');
      disk.rename(from, to);
    },
    remove: (file) => {
      step('remove');
      disk.remove(file);
    },
    makeFolder: (folder) => {
      step('makeFolder');
      disk.makeFolder(folder);
    },
    removeFolder: (folder) => {
      step('removeFolder');
      disk.removeFolder(folder);
    },
    // Only matters after a power failure.
    flush: () => {},
  };
}
