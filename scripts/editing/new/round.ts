import { slotsOf } from '../../compute/cells.ts';
import type { STATUS } from '../../contract/words.ts';
import { capitalized } from '../../format/list.ts';
import { dateText } from '../../format/date.ts';
import type { Norm } from '../../model/norm.ts';
import type { ReportData } from '../../model/report.ts';
import type { Round } from '../../model/round.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { refused, textOf, type Edit, type Plan } from '../draft.ts';
import { schemaLine } from '../schema-line.ts';
import { newText } from '../yaml-document.ts';

/** What an editor says of a new round; an empty text where nothing is said. */
export interface NewRound {
  readonly norm: string;
  readonly id: string;
  readonly datum: string;
  readonly soort: string;
  readonly titel: string;
}

/** Where the files of a round stand. */
export function roundFolder(report: string, norm: string, round: string): string {
  return `${report}/normen/${norm}/metingen/${round}`;
}

/** The norm of that version, or a sentence that says which there are. */
export function findNorm(report: ReportData, version: string): Norm | string {
  const versions = report.norms.map((norm) => norm.version);
  return (
    report.norms.find((norm) => norm.version === version) ??
    `rapport "${report.id}" heeft geen norm ${version || '(geef --norm)'}; kies uit ${versions.join(', ') || 'geen enkele'}`
  );
}

/** A file with every cell of one participant as `niet beoordeeld`; null where nothing applies to it. */
export function emptyResults(
  folder: SourceFolder,
  report: ReportData,
  norm: Norm,
  round: Pick<Round, 'id' | 'date'>,
  organisation: string,
): Edit | null {
  const participant = norm.participants.find((each) => each.organisation === organisation);
  const known = report.organisations.find(({ id }) => id === organisation);
  const slots = participant && known ? slotsOf(norm, round, participant, known) : [];
  if (slots.length === 0) return null;
  const path = `${roundFolder(report.id, norm.version, round.id)}/resultaten/${organisation}.yaml`;
  const resultaten = Object.fromEntries(
    slots.map(({ ambition }) => [ambition.id, 'niet beoordeeld' satisfies keyof typeof STATUS]),
  );
  return { path, text: newText({ organisatie: organisation, resultaten }, schemaLine(folder, path, 'resultaten')) };
}

/** A new round in concept, in which nothing is assessed yet. */
export function newRound(
  folder: SourceFolder,
  report: ReportData,
  { norm: version, id, datum, soort, titel }: NewRound,
): Plan {
  const norm = findNorm(report, version);
  if (typeof norm === 'string') return refused(norm);
  const place = roundFolder(report.id, version, id);
  const path = `${place}/meting.yaml`;
  if (textOf(folder, path) !== null || folder.files.some((file) => file.path.startsWith(`${place}/`))) {
    return refused(`de meting "${id}" van norm ${version} bestaat al; kies een andere id`);
  }
  const word = soort || (norm.rounds.length === 0 ? 'nulmeting' : 'tussenmeting');
  const results = norm.participants.flatMap(
    ({ organisation }) => emptyResults(folder, report, norm, { id, date: datum }, organisation) ?? [],
  );
  const meting = {
    titel: titel || capitalized(`${word} ${dateText(datum)}`),
    datum,
    soort: word,
    concept: true,
    niveau: 'punten',
  };
  return {
    edits: [{ path, text: newText(meting, schemaLine(folder, path, 'meting')) }, ...results],
    notes: [
      results.length > 0
        ? 'Elk resultaat staat op "niet beoordeeld". Vul ze in, en maak de meting daarna openbaar met npm run new -- publicatie.'
        : `Voor norm ${version} gelden op deze datum geen ambitiepunten. Er zijn dus nog geen resultaten om in te vullen.`,
    ],
  };
}
