import fs from 'node:fs';
import { inProject } from '../../io/project.ts';

/** What a table holds, and what each of its columns means, in Dutch, as the data page explains it. */
export interface TableText {
  readonly uitleg: string;
  readonly kolommen: Readonly<Record<string, string>>;
}

const FILE = inProject('content/pages/data.11tydata.json');

/** The explanations by the name of the table. Writers change them in one place, for the page and for the files. */
export function readTableTexts(): Readonly<Record<string, TableText>> {
  return (JSON.parse(fs.readFileSync(FILE, 'utf8')) as { bestanden: Record<string, TableText> }).bestanden;
}

const COUNTS: ReadonlySet<string> = new Set([
  'van_toepassing',
  'bekend',
  'behaald',
  'deels_behaald',
  'niet_behaald',
  'niet_beoordeeld',
  'niet_openbaar',
  'niet_van_toepassing',
  'punten',
  'vooruit',
  'achteruit',
  'gelijk',
  'cellen',
  'nieuw',
  'vervallen',
  'niet_vergelijkbaar',
  'een_norm',
  'niet_bekend',
]);

const PERCENTAGES: ReadonlySet<string> = new Set([
  'percentage',
  'ondergrens',
  'bovengrens',
  'dekking',
  'gerapporteerd',
  'percentage_van',
  'percentage_naar',
]);

/** What the cells of a column are. */
export function columnKind(column: string): 'count' | 'percentage' | 'difference' | 'text' {
  if (COUNTS.has(column)) return 'count';
  if (PERCENTAGES.has(column)) return 'percentage';
  return column === 'verschil' ? 'difference' : 'text';
}
