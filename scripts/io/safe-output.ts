import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UsageError } from '../model/problem.ts';
import { ifThere } from './disk.ts';
import { PROJECT } from './project.ts';

/** Folders of the project that hold nothing but its own files. */
const PROJECT_PARTS = ['.cache', '.git', '.github', '.ci', 'content', 'docs', 'node_modules', 'scripts', 'test'];

/** A path with its links resolved as far as it exists. */
export function realPath(folder: string): string {
  const absolute = path.resolve(folder);
  const found = ifThere(() => fs.realpathSync(absolute), null);
  if (found !== null) return found;
  const parent = path.dirname(absolute);
  return parent === absolute ? absolute : path.join(realPath(parent), path.basename(absolute));
}

/** Whether `inner` is `outer` or is inside it. */
export function isWithin(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

/**
 * Throws a UsageError if replacing `target` could, now or one day, remove people's own work: a home folder, this
 * project, the working directory, or the command's input. `shown` is the path as the user typed it.
 */
export function refuseUnsafe(target: string, shown: string, inputs: readonly string[]): void {
  const place = realPath(target);
  function refuse(what: string): never {
    throw new UsageError(`de site kan niet in ${shown} komen: dat is ${what}; kies een andere map met --output`);
  }
  if (place === path.parse(place).root) refuse('de hele schijf');
  for (const [folder, what] of [
    [os.homedir(), 'uw thuismap, of een map waar die in ligt'],
    [PROJECT, 'de map van dit programma, of een map waar die in ligt'],
    [process.cwd(), 'de map waarin u nu werkt, of een map waar die in ligt'],
  ] as const) {
    if (isWithin(realPath(folder), place)) refuse(what);
  }
  for (const part of PROJECT_PARTS)
    if (isWithin(place, path.join(realPath(PROJECT), part))) refuse('een map van dit programma zelf');
  for (const input of inputs) {
    if (isWithin(place, realPath(input)) || isWithin(realPath(input), place))
      refuse('de map met gegevens, of een map daarin of daarboven');
  }
}
