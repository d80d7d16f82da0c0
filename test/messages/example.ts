import { AUTUMN, NEW, OLD, sample } from '../support/sample.ts';
import type { Change } from '../support/marked.ts';

/** Reasons why a schema of one file cannot express a rule, in Dutch, as shown to editors. */
export const OTHER_FILE = 'daarvoor is een ander bestand nodig';
export const TWO_PLACES = 'daarvoor zijn twee plaatsen in het bestand te vergelijken';
export const FILE_NAME = 'daarvoor is de naam van het bestand of de map nodig';
export const NOT_YAML = 'dit gaat niet over de inhoud van een YAML-bestand';
export const OF_THE_LANGUAGE =
  'dit gaat over de schrijfwijze van YAML; de editor let daar zelf op, in het Engels of niet';
export const ELSEWHERE = 'de editor tekent die bij regels die erop volgen, want hij ziet niet wat er weg is';
export const AS_WRITTEN = 'voor de editor is het getal hetzelfde, hoe het ook is geschreven';

/** A mistake that an editor made. */
export interface Example {
  /** The mistake in Dutch: heading of its message. */
  readonly did: string;
  readonly changes: readonly Change[];
  /** For what text cannot express: a change in a folder on disk that contains the sample. */
  readonly onDisk?: (folder: string) => void;
  /** True if the editor draws a red line there; otherwise the reason why a schema cannot make it do so. */
  readonly red: true | string;
}

export function example(did: string, path: string, from: string, to: string, red: true | string = true): Example {
  return {
    did,
    changes: [[path, from, to]],
    red,
  };
}

/** A file with another name, or in another folder. */
export function moved(did: string, from: string, to: string): Example {
  return { did, red: NOT_YAML, changes: movedFile(from, to) };
}

/** Changes that move every file whose path starts with `from`. */
export function movedFile(from: string, to: string): Change[] {
  return Object.entries(sample)
    .filter(([path]) => path.startsWith(from))
    .flatMap(([path, text]): Change[] => [
      [path, null],
      [to + path.slice(from.length), '', text],
    ]);
}

/** Paths of the files in the sample. */
export const SITE = 'site.yaml';
export const REPORT = 'proef/rapport.yaml';
export const ORGANISATIONS = 'proef/organisaties.yaml';
export const DOCUMENTS = 'proef/documenten.yaml';
export const NORM = `${NEW}/norm.yaml`;
export const OLD_NORM = `${OLD}/norm.yaml`;
export const ROUND = `${AUTUMN}/meting.yaml`;
export const ADAM = `${AUTUMN}/resultaten/adam.yaml`;
export const BEDAM = `${AUTUMN}/resultaten/bedam.yaml`;
export const WATER = `${AUTUMN}/resultaten/water.yaml`;
