import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * What stands beside an output folder while it is replaced: the new one, the one that stood there before, and what is
 * being deleted. Each name ends in the process that made it and a number by chance.
 */
type Role = 'nieuw' | 'oud' | 'weg';

interface Leftover {
  readonly folder: string;
  readonly role: Role;
  readonly process: number;
}

/** A name beside `target` that nothing has yet. */
export function newName(target: string, role: Role): string {
  return `${target}.${role}-${process.pid}-${randomBytes(4).toString('hex')}`;
}

function leftoversOf(target: string): Leftover[] {
  const parent = path.dirname(target);
  const prefix = `${path.basename(target)}.`;
  if (!fs.existsSync(parent)) return [];
  return fs
    .readdirSync(parent)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => {
      const match = /^(nieuw|oud|weg)-(\d+)-[0-9a-f]{8}$/.exec(name.slice(prefix.length));
      return match ? [{ folder: path.join(parent, name), role: match[1] as Role, process: Number(match[2]) }] : [];
    });
}

/** Whether there is a process with this number. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function changed({ folder }: Leftover): number {
  return fs.statSync(folder, { throwIfNoEntry: false })?.ctimeMs ?? 0;
}

/** Puts the folder that stood at `target` back, where a build was ended between moving it aside and putting the new one there. */
export function putBack(target: string): void {
  const old = leftoversOf(target)
    .filter(({ role }) => role === 'oud')
    .sort((a, b) => changed(b) - changed(a));
  for (const { folder } of old) {
    if (fs.existsSync(target)) return;
    try {
      fs.renameSync(folder, target);
    } catch {
      // Another command was first, or the folder went meanwhile: the next one, or what now stands there, is as good.
    }
  }
}

/**
 * Deletes a folder in such a way that half of it is never taken for a whole one. What cannot be deleted stays until a
 * later command can: the site itself is whole.
 */
export function discard(target: string, folder: string): void {
  const doomed = newName(target, 'weg');
  try {
    fs.renameSync(folder, doomed);
    fs.rmSync(doomed, { recursive: true, force: true });
  } catch {
    // See above.
  }
}

/** Deletes what builds left that were ended halfway; not what belongs to a process that still runs. */
export function clearLeftovers(target: string): void {
  for (const { folder, role, process: maker } of leftoversOf(target)) {
    const isNeeded = role === 'oud' && !fs.existsSync(target);
    if (maker !== process.pid && !isNeeded && !isRunning(maker)) discard(target, folder);
  }
}
