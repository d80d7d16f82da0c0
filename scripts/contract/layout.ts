import { MEDIA_FORMATS } from '../model/media.ts';
import { originalOf } from '../model/slug.ts';
import type { SourceFile } from '../model/tree.ts';
import { ID, VERSION } from './fields.ts';

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
const NORM = `${REPORT}/normen/(?<norm>${VERSION})`;
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

/**
 * What stands beside site.yaml for the site as a whole: terms, news, texts, addresses that were, and where they are
 * now.
 */
const OF_THE_SITE = /^(?:begrippen\.yaml|doorverwijzingen\.yaml|adressen\.txt|(?:nieuws|teksten)\/[^/]+\.md)$/;

/** What was published on a day, with the archive of it. */
const FROZEN = new RegExp(`^${ID}/edities/${ID}\\.(?:json|zip)$`);

export function isFrozen(path: string): boolean {
  return FROZEN.test(path);
}

export function isOfTheSite(path: string): boolean {
  return OF_THE_SITE.test(path);
}

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

/** What is said of a file that has the name of another but for capitals; null where it has not. */
export function twinMessage(path: string, others: readonly SourceFile[]): string | null {
  const twin = others.find((other) => other.path !== path && other.path.toLowerCase() === path.toLowerCase());
  return twin
    ? `onbekend bestand; op hoofdletters na heet het net als "${twin.path}", en op Windows kan er maar één van de twee zijn; haal het weg`
    : null;
}

/** What is said of a file that the contract does not know. `others`: the files beside which it stands. */
export function unknownMessage(path: string, others: readonly SourceFile[]): string {
  const twin = twinMessage(path, others);
  if (twin !== null) return twin;
  const name = path.split('/').at(-1)!;
  const original = originalName(name);
  if (original !== name && others.some((each) => each.path === path.slice(0, -name.length) + original))
    return `onbekend bestand, en "${original}" staat ernaast; haal een van de twee weg`;
  if (/\.yml$/.test(name)) return `onbekend bestand; geef "${name}" de uitgang .yaml`;
  if (/\/resultaten\//.test(path))
    return 'onbekend bestand; een bestand met resultaten heet naar de id van de organisatie, met .yaml erachter';
  return 'onbekend bestand; haal het weg, of geef het de naam en de plaats die docs/redactie.md noemt (Wat waar staat)';
}

/** The name of the YAML file of which this may be a copy. */
function originalName(name: string): string {
  const [, stem, extension] = /^(.*)\.(ya?ml)$/s.exec(name) ?? [];
  return extension === undefined ? name : `${originalOf(stem!) ?? stem}.yaml`;
}

/** A place that the contract has for a file, and the file that is meant for it; null where there is none. */
export interface Slot {
  /** Where the file belongs, as people see it. */
  readonly shown: string;
  readonly file: SourceFile | null;
}

export interface ResultsSlot extends Slot {
  /** Name of the file without its ending. */
  readonly name: string;
}

export interface RoundSlot extends Slot {
  /** Name of the folder. */
  readonly name: string;
  readonly results: readonly ResultsSlot[];
}

export interface NormSlot extends Slot {
  /** Name of the folder. */
  readonly name: string;
  /** The folder itself, as people see it. */
  readonly folder: string;
  /** Whether its name is a version; if not, that has been reported. */
  readonly isVersion: boolean;
  readonly rounds: readonly RoundSlot[];
}

/**
 * Every file of a report in its place; those that have another name, or lie elsewhere, in the place where they belong.
 */
export interface ReportSlots {
  readonly report: Slot;
  readonly organisations: Slot;
  readonly documents: Slot;
  readonly norms: readonly NormSlot[];
}

/** A folder of a report as it is. */
export interface Folder {
  readonly name: string;
  readonly shown: string;
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, SourceFile>;
}

/** The folders and files of a report; `shown`: its own folder as people see it. */
export function treeOf(
  files: readonly SourceFile[],
  { name, shown }: { readonly name: string; readonly shown: string },
): Folder {
  const root: Folder = { name, shown, folders: new Map(), files: new Map() };
  for (const file of files) {
    const steps = file.path.split('/').slice(1);
    let at = root;
    for (const step of steps.slice(0, -1)) {
      const inner = at.folders.get(step) ?? {
        name: step,
        shown: `${at.shown}/${step}`,
        folders: new Map(),
        files: new Map(),
      };
      at.folders.set(step, inner);
      at = inner;
    }
    at.files.set(steps.at(-1)!, file);
  }
  return root;
}

export function filesIn({ files, folders }: Folder): SourceFile[] {
  return [...files.values(), ...[...folders.values()].flatMap(filesIn)];
}
