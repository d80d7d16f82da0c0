import fs from 'node:fs';
import { disk, type Disk } from '../../scripts/io/disk.ts';

/** Code of the error that stands for a process that is no more. */
export const GONE = 'GONE';

/** A step in which something reaches the disk. Writing a file is two: nothing is there yet, and half of it is. */
export interface Step {
  /** From 1. */
  readonly number: number;
  readonly call: keyof Disk;
}

/** A disk that says of each step that it is about to be done. `onStep` may throw, or end the process. */
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
        // A process that lives on takes half a file away, as the real disk does.
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
    // Makes no difference to who looks while there is power.
    flush: () => {},
  };
}
