import { isMap, isScalar, isSeq, type Document, type YAMLMap } from 'yaml';
import { slotsOf } from '../../compute/cells.ts';
import type { Ambition, Norm } from '../../model/norm.ts';
import type { ReportData } from '../../model/report.ts';
import type { Round } from '../../model/round.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { refused, textOf } from '../draft.ts';
import { findNorm, roundFolder } from '../new.ts';
import { mapAt, readDocument } from '../yaml-document.ts';
import { FIELDS, WITHHELD } from './layout.ts';

type Refused = Extract<ReturnType<typeof refused>, { readonly refused: readonly string[] }>;

/** What one organisation filled in for one ambition; empty texts for empty cells. */
export type Answers = Readonly<Record<(typeof FIELDS)[number], string>>;

/** One results file, as a form shows it. */
export interface FormSubject {
  readonly report: ReportData;
  readonly norm: Norm;
  readonly round: Round;
  readonly organisation: string;
  /** Path of the results file, relative to the data folder. */
  readonly path: string;
  /** Ambitions that count for the organisation, in the order of the norm. */
  readonly ambitions: readonly Ambition[];
}

/** The norm and round with these names, or a sentence that lists the choices. */
function roundOf(
  report: ReportData,
  names: { readonly norm: string; readonly meting: string },
): { readonly norm: Norm; readonly round: Round } | Refused {
  const norm = findNorm(report, names.norm);
  if (typeof norm === 'string') return refused(norm) as Refused;
  const round = norm.rounds.find(({ id }) => id === names.meting);
  return round
    ? { norm, round }
    : (refused(
        `norm ${norm.version} heeft geen meting "${names.meting}"; kies uit ${norm.rounds.map(({ id }) => id).join(', ') || 'geen enkele'}`,
      ) as Refused);
}

/** Every results file of a round with something to fill in, or why there is none. */
export function formSubjects(
  report: ReportData,
  names: { readonly norm: string; readonly meting: string },
): readonly FormSubject[] | Refused {
  const found = roundOf(report, names);
  if ('refused' in found) return found;
  const subjects = found.norm.participants.flatMap(({ organisation }) => {
    const subject = formSubject(report, { ...names, organisatie: organisation });
    return 'refused' in subject ? [] : [subject];
  });
  return subjects.length > 0
    ? subjects
    : (refused(
        `in de meting "${names.meting}" heeft geen enkele organisatie resultaten per punt; er is niets om in te vullen`,
      ) as Refused);
}

/** The results file that a form is about, or why there is none. */
export function formSubject(
  report: ReportData,
  names: { readonly norm: string; readonly meting: string; readonly organisatie: string },
): FormSubject | Refused {
  const found = roundOf(report, names);
  if ('refused' in found) return found;
  const { norm, round } = found;
  const participant = norm.participants.find(({ organisation }) => organisation === names.organisatie);
  const organisation = report.organisations.find(({ id }) => id === names.organisatie);
  if (!participant || !organisation) {
    return refused(
      `"${names.organisatie}" doet niet mee aan norm ${norm.version}; kies uit ${norm.participants.map((each) => each.organisation).join(', ')}`,
    ) as Refused;
  }
  const ambitions = slotsOf(norm, round, participant, organisation).map(({ ambition }) => ambition);
  if (round.level === 'total' || ambitions.length === 0)
    return refused(
      `voor "${names.organisatie}" zijn er in deze meting geen resultaten per punt; er is niets om in te vullen`,
    ) as Refused;
  return {
    report,
    norm,
    round,
    organisation: organisation.id,
    path: `${roundFolder(report.id, norm.version, round.id)}/resultaten/${organisation.id}.yaml`,
    ambitions,
  };
}

function asText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function sourceIds(row: YAMLMap): string[] {
  const source = row.get('bron', true);
  if (isSeq(source)) return source.items.map((item) => asText(isScalar(item) ? item.value : item));
  return isScalar(source) ? [asText(source.value)] : [];
}

/** Whether a row rests on a document that is not public. */
export function hasWithheld(row: unknown, report: ReportData): boolean {
  const known = new Set(report.documents.map(({ id }) => id));
  return isMap(row) && sourceIds(row).some((id) => !known.has(id));
}

const NOTHING = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Answers;

/** The organisation's own response; empty if there is none. */
export function responseIn(document: Document): string {
  return asText(document.get('reactie'));
}

/** The current content of a row of a results file. */
export function answersOf(row: unknown, report: ReportData): Answers {
  if (!isMap(row)) return { ...NOTHING, status: isScalar(row) ? asText(row.value) : '' };
  return {
    status: asText(row.get('status')),
    toelichting: asText(row.get('toelichting')),
    reden: asText(row.get('reden')),
    verwacht: asText(row.get('verwacht')),
    bron: hasWithheld(row, report) ? WITHHELD : sourceIds(row).join(', '),
    verantwoordelijk: asText(row.get('verantwoordelijk')),
  };
}

/** The results file of a form with its rows; the file need not exist yet. */
export function resultsDocument(folder: SourceFolder, subject: FormSubject) {
  const document = readDocument(
    textOf(folder, subject.path) ?? `organisatie: ${subject.organisation}\nresultaten: {}\n`,
  );
  return { document, rows: mapAt(document, ['resultaten']) };
}
