import { MEDIA_FORMATS } from '../model/media.ts';
import { originalOf } from '../model/slug.ts';
import type { SourceFile } from '../model/tree.ts';
import { ID, VERSION } from './fields.ts';

/** Role of a file in the contract. */
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

/** Files for the whole site, next to site.yaml: terms, news, texts, former addresses and redirects. */
const OF_THE_SITE = /^(?:begrippen\.yaml|doorverwijzingen\.yaml|adressen\.txt|(?:nieuws|teksten)\/[^/]+\.md)$/;

/** Editions: what was published on a day, and its archive. */
const FROZEN = new RegExp(`^${ID}/edities/${ID}\\.(?:json|zip)$`);

export function isFrozen(path: string): boolean {
  return FROZEN.test(path);
}

export function isOfTheSite(path: string): boolean {
  return OF_THE_SITE.test(path);
}

/** Files that may be next to site.yaml: house style and logo, and the images and fonts of the house style. */
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

/** Message for a file whose name differs from another's only in capitals; null if it does not. */
export function twinMessage(path: string, others: readonly SourceFile[]): string | null {
  const twin = others.find((other) => other.path !== path && other.path.toLowerCase() === path.toLowerCase());
  return twin
    ? `onbekend bestand; op hoofdletters na heet het net als "${twin.path}", en op Windows kan er maar één van de twee zijn; haal het weg`
    : null;
}

/** Message for a file that the contract does not know. `others`: files that it may be a copy of. */
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

/** Name of the YAML file that this may be a copy of. */
function originalName(name: string): string {
  const [, stem, extension] = /^(.*)\.(ya?ml)$/s.exec(name) ?? [];
  return extension === undefined ? name : `${originalOf(stem!) ?? stem}.yaml`;
}

/** A place for a file in the contract; `file` is null if no file was found for it. */
export interface Slot {
  /** Path where the file belongs, as shown to people. */
  readonly shown: string;
  readonly file: SourceFile | null;
}

export interface ResultsSlot extends Slot {
  /** File name without extension. */
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
  /** Path of the folder, as shown to people. */
  readonly folder: string;
  /** Whether the folder's name is a version; if not, that has been reported. */
  readonly isVersion: boolean;
  readonly rounds: readonly RoundSlot[];
}

/** All files of a report, each in the place where it belongs, even if its own name or folder differs. */
export interface ReportSlots {
  readonly report: Slot;
  readonly organisations: Slot;
  readonly documents: Slot;
  readonly norms: readonly NormSlot[];
}

/** A folder of a report as found. */
export interface Folder {
  readonly name: string;
  readonly shown: string;
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, SourceFile>;
}

/** Builds the tree of a report's folders and files. `shown`: path of the report's folder, as shown to people. */
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
