import type { AuthoredNorm } from '../files/norm.ts';
import { ORGANISATION_KIND_WORDS } from '../files/report.ts';
import { ID, noId, quoted } from '../fields.ts';
import type { NameSpace } from '../marks.ts';
import type { ReadFile } from '../read-file.ts';
import type { NameUse } from '../read-value.ts';
import type { Known } from '../near-misses.ts';
import type { GivenName, Use } from './reconcile.ts';

const IS_ID = new RegExp(`^${ID}$`);

/** Message for a name that is not a valid id; null if it is. */
export function idRefusal(name: string): string | null {
  return IS_ID.test(name) ? null : `${quoted(name)} is ${noId}`;
}

/** Names of one sort that a file gives to records. `more`: what else a record is called. */
export function givenIn(
  file: ReadFile<unknown>,
  space: NameSpace,
  more: (path: NameUse['path']) => Pick<Known, 'titles' | 'address'>,
): GivenName[] {
  return file.names
    .filter((each) => each.space === space && each.gives)
    .map(({ name, path, offset }) => ({
      name,
      ...more(path),
      place: { file: file.file, offset },
      mean: (meant) => file.set(path, meant),
      doubt: () => file.doubts.add(path),
    }));
}

/**
 * References in a file to names of these sorts; with `prefix` also those within scopes (`thema:` or `organisatie:`).
 */
export function usesIn(file: ReadFile<unknown>, spaces: readonly NameSpace[], prefix: string | null = null): Use[] {
  return file.names.flatMap((each): Use[] => {
    if (each.name === null || each.gives || file.isDoubtful(each.path)) return [];
    const within = each.space === 'scope' && prefix !== null ? String(valueAt(file.value, each.path)) : null;
    if (within !== null ? !within.startsWith(prefix!) : !spaces.includes(each.space)) return [];
    return [
      {
        name: within === null ? each.name : within.slice(prefix!.length),
        place: { file: file.file, offset: each.offset },
        mean: (meant) => {
          if (isTaken(file, each, meant)) file.doubts.add(each.path);
          else file.set(each.path, within === null ? meant : `${prefix}${meant}`);
        },
        ...(each.isReported ? { isReported: true } : {}),
        ...(each.space === 'applicability' ? { words: ORGANISATION_KIND_WORDS } : {}),
        doubt: () => file.doubts.add(each.path),
        explained: () => file.doubts.add(each.path),
      },
    ];
  });
}

/**
 * Whether a guess is not enough: the name is already in use there, or it determines what a figure covers or to whom an
 * ambition applies.
 */
function isTaken(file: ReadFile<unknown>, { space, path }: NameUse, meant: string): boolean {
  if (space === 'applicability' || space === 'scope') return true;
  if (space === 'old-point') return file.names.some((each) => each.space === space && each.name === meant);
  if (path[0] !== 'deelnemers') return false;
  const participants = valueAt(file.value, ['deelnemers']) as AuthoredNorm['deelnemers'];
  return participants.some((each) => (typeof each === 'string' ? each : each.organisatie) === meant);
}

function valueAt(value: unknown, path: NameUse['path']): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], value);
}
