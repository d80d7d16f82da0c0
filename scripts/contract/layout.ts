import { MEDIA_FORMATS } from '../model/media.ts';
import { error, type Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/tree.ts';
import { ID } from './fields.ts';

/** Which file of the contract a path is; null where the contract has no such file. */
export type FileRole =
  | { readonly role: 'site' }
  | { readonly role: 'report' | 'organisations' | 'documents'; readonly report: string }
  | { readonly role: 'norm'; readonly report: string; readonly norm: string }
  | { readonly role: 'round'; readonly report: string; readonly norm: string; readonly round: string }
  | {
      readonly role: 'results';
      readonly report: string;
      readonly norm: string;
      readonly round: string;
      readonly organisation: string;
    };

const REPORT = `^(?<report>${ID})`;
const NORM = `${REPORT}/normen/(?<norm>\\d+\\.\\d+)`;
const ROUND = `${NORM}/metingen/(?<round>${ID})`;

const PATTERNS: readonly (readonly [FileRole['role'], RegExp])[] = [
  ['site', /^site\.yaml$/],
  ['report', new RegExp(`${REPORT}/rapport\\.yaml$`)],
  ['organisations', new RegExp(`${REPORT}/organisaties\\.yaml$`)],
  ['documents', new RegExp(`${REPORT}/documenten\\.yaml$`)],
  ['norm', new RegExp(`${NORM}/norm\\.yaml$`)],
  ['round', new RegExp(`${ROUND}/meting\\.yaml$`)],
  ['results', new RegExp(`${ROUND}/resultaten/(?<organisation>${ID})\\.yaml$`)],
];

/** House style and logo, which site.yaml may name, stand beside it, with the pictures and fonts of the house style. */
export const BESIDE_SITE = new RegExp(
  `^[a-z0-9]+(?:[-.][a-z0-9]+)*\\.(?:${['css', 'svg', ...MEDIA_FORMATS.flatMap(({ extensions }) => extensions)].join('|')})$`,
);

export function roleOf(path: string): FileRole | null {
  for (const [role, pattern] of PATTERNS) {
    const match = pattern.exec(path);
    if (match) return { role, ...match.groups } as FileRole;
  }
  return null;
}

/** Files that the contract does not know; `all` are those beside which they stand. */
export function unknownFiles(sources: readonly SourceFile[], all: readonly SourceFile[] = sources): Problem[] {
  function isKnown({ path }: SourceFile): boolean {
    return roleOf(path) !== null || BESIDE_SITE.test(path);
  }
  const known = new Map(all.filter(isKnown).map(({ path }) => [path.toLowerCase(), path]));
  return sources
    .filter((source) => !isKnown(source))
    .map(({ file, path }) => error({ file, offset: 0 }, unknownMessage(path, known.get(path.toLowerCase()))));
}

/** `twin` is the known file from which the path differs in case alone. */
function unknownMessage(path: string, twin: string | undefined): string {
  const name = path.split('/').at(-1)!;
  if (twin !== undefined)
    return `onbekend bestand; op hoofdletters na heet het net als "${twin}", en op Windows kan er maar één van de twee zijn; haal het weg`;
  if (/\.yml$/.test(name)) return `onbekend bestand; geef "${name}" de uitgang .yaml`;
  if (/\/resultaten\//.test(path))
    return `onbekend bestand; een bestand met resultaten heet naar de id van de organisatie, met .yaml erachter`;
  return 'onbekend bestand; haal het weg, of geef het de naam en de plaats die docs/redactie.md noemt (Wat waar staat)';
}
