import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../model/problem.ts';
import { ifThere, makeFolders } from './disk.ts';
import { refuseUnsafe } from './safe-output.ts';

/**
 * What lies next to an output folder while it is replaced: the new folder, the previous one, and the one being deleted.
 * Each name ends in the process that made it and a random number.
 */
type Role = 'nieuw' | 'oud' | 'weg';

interface Leftover {
  readonly folder: string;
  readonly role: Role;
  readonly process: number;
}

/** An unused name next to `target`. */
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

/** Whether a process with this number exists. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function changed({ folder }: Leftover): number {
  return fs.statSync(folder, { throwIfNoEntry: false })?.ctimeMs ?? 0;
}

/** Restores the previous folder if a build was killed between moving it aside and putting the new one in its place. */
function putBack(target: string): void {
  const old = leftoversOf(target)
    .filter(({ role }) => role === 'oud')
    .sort((a, b) => changed(b) - changed(a));
  for (const { folder } of old) {
    if (fs.existsSync(target)) return;
    try {
      fs.renameSync(folder, target);
    } catch {
      // Another command got there first, or the folder disappeared meanwhile: the next one, or what is there now, will
      // do.
    }
  }
}

/**
 * Deletes a folder in such a way that half of it is never taken for a whole one. What cannot be deleted stays until a
 * later command can; the site itself is complete.
 */
function discard(target: string, folder: string): void {
  const doomed = newName(target, 'weg');
  try {
    fs.renameSync(folder, doomed);
    fs.rmSync(doomed, { recursive: true, force: true });
  } catch {
    // As above: a later command will delete it.
  }
}

/** Deletes what killed builds left behind, but nothing that belongs to a running process. */
function clearLeftovers(target: string): void {
  for (const { folder, role, process: maker } of leftoversOf(target)) {
    const isNeeded = role === 'oud' && !fs.existsSync(target);
    if (maker !== process.pid && !isNeeded && !isRunning(maker)) discard(target, folder);
  }
}

/** Marks a folder as made by this program, so that it may be replaced. */
const MARKER = '.normrapport';

const MADE = 'Gemaakt door normrapport; wordt bij elke bouw vervangen.\n';

/** What a caller requires of an output folder. */
interface OutputPlace {
  /** As the user typed it. */
  readonly output: string;
  /** Folders that are read: the output may not be one, be in one, or contain one. */
  readonly inputs: readonly string[];
}

/** The folder itself, if the output is a link to one. */
function realTarget(output: string): string {
  const target = path.resolve(output);
  return ifThere(() => fs.realpathSync(target), target);
}

/**
 * Checks an output folder and repairs what an interrupted build left there: a complete site next to it is put back.
 * Throws a UsageError if the folder must not be overwritten.
 */
export function prepareOutput({ output, inputs }: OutputPlace): void {
  const target = realTarget(output);
  refuseUnsafe(target, output, inputs);
  refuseForeign(target, output);
  putBack(target);
  clearLeftovers(target);
}

/**
 * Builds a folder anew: `write` fills a new one next to it, which takes its place only when complete. Whatever happens,
 * one complete folder remains: in place, or next to it until the next command puts it back. Simultaneous builds do not
 * interfere: each has its own new folder, and the last to finish wins. Throws a UsageError if the folder must not be
 * overwritten.
 */
export async function replaceFolder<Result>(
  place: OutputPlace,
  write: (folder: string) => Promise<Result>,
): Promise<Result> {
  prepareOutput(place);
  const target = realTarget(place.output);
  for (const made of makeFolders(path.dirname(target))) fs.chmodSync(made, FOLDER_MODE);
  const fresh = newName(target, 'nieuw');
  makeFolders(fresh);
  try {
    fs.writeFileSync(path.join(fresh, MARKER), MADE);
    const result = await write(fresh);
    if (!fs.existsSync(path.join(fresh, MARKER)))
      throw new Error(`iets anders heeft ${fresh} weggehaald; bouw opnieuw`);
    openToAll(fresh);
    swap(fresh, target, place.output);
    return result;
  } catch (error) {
    discard(target, fresh);
    throw error;
  }
}

const FOLDER_MODE = 0o755;
const FILE_MODE = 0o644;

/** Lets a web server read output made by a user whose files are private by default. */
function openToAll(folder: string): void {
  if ((fs.statSync(folder).mode & FOLDER_MODE) === FOLDER_MODE) return;
  fs.chmodSync(folder, FOLDER_MODE);
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true }))
    fs.chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? FOLDER_MODE : FILE_MODE);
}

function refuseForeign(target: string, shown: string): void {
  if (!fs.existsSync(target) && fs.lstatSync(target, { throwIfNoEntry: false }))
    throw new UsageError(
      `${shown} is een koppeling naar iets wat er niet is; haal haar weg, of kies een andere map met --output`,
    );
  if (fs.statSync(target, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`${shown} is geen map; kies een andere plaats met --output`);
  const names: readonly string[] = ifThere(() => fs.readdirSync(target), []);
  if (names.length > 0 && !names.includes(MARKER)) {
    throw new UsageError(
      `de map ${shown} is niet door dit programma gemaakt en wordt niet overschreven; kies een andere map met --output`,
    );
  }
}

/** How often another build may swap at the very same moment before this one gives up. */
const ATTEMPTS = 20;

const TAKEN: ReadonlySet<string | undefined> = new Set(['ENOTEMPTY', 'EEXIST']);

function swap(fresh: string, target: string, shown: string): void {
  for (let attempt = 1; ; attempt++) {
    const old = moveAside(target, shown);
    try {
      fs.renameSync(fresh, target);
      if (old) discard(target, old);
      return;
    } catch (error) {
      // Another build, or a command that restored the previous folder, came in between: what is there now is the old
      // site.
      if (TAKEN.has((error as NodeJS.ErrnoException).code) && attempt < ATTEMPTS) continue;
      putBack(target);
      throw error;
    }
  }
}

/** Null if there is nothing to move. */
function moveAside(target: string, shown: string): string | null {
  const old = newName(target, 'oud');
  try {
    fs.renameSync(target, old);
    return old;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'EBUSY')
      throw new UsageError(
        `de map ${shown} kan niet worden vervangen, want ze is een koppelpunt; kies met --output een map daarin`,
      );
    throw error;
  }
}

/** Writes files below a folder and creates the folders they need. */
export function writeFiles(
  folder: string,
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): void {
  for (const within of new Set(files.map(({ path: name }) => path.dirname(name))))
    makeFolders(path.join(folder, within));
  for (const { path: name, content } of files) fs.writeFileSync(path.join(folder, name), content);
}
