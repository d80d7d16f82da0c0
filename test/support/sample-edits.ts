import type { FileEdit } from '../../scripts/io/write-edits.ts';

/** The contents of a data folder before some edits. */
export const BEFORE: Readonly<Record<string, string>> = {
  'site.yaml': 'titel: Oud\n',
  'proef/rapport.yaml': 'titel: Oud rapport\n',
  'proef/blijft.yaml': 'titel: Blijft\n',
};

const FOLDER = 'proef/normen/2.0/metingen/2026';

/** Two changed files, and two new ones in folders that do not exist yet. */
export const EDITS: readonly FileEdit[] = [
  { path: 'site.yaml', text: 'titel: Nieuwe naam, die langer is\n', before: BEFORE['site.yaml']! },
  { path: `${FOLDER}/meting.yaml`, text: 'titel: Meting\n', before: null },
  { path: 'proef/rapport.yaml', text: 'titel: Nieuw\n', before: BEFORE['proef/rapport.yaml']! },
  { path: `${FOLDER}/resultaten/adam.yaml`, text: 'organisatie: adam\n', before: null },
];

/** The same folder after them. */
export const AFTER: Readonly<Record<string, string>> = {
  ...BEFORE,
  ...Object.fromEntries(EDITS.map(({ path, text }) => [path, text])),
};
