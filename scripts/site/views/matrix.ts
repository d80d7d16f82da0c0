import { slotsOf } from '../../compute/cells.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { amount, capitalized } from '../../format/sentence.ts';
import { statusPhrase } from '../../format/terms.ts';
import type { Ambition, Norm } from '../../model/norm.ts';
import { type Status, STATUSES } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { ambitionLink, type Link } from './link.ts';
import { NO_CELL, statusView, type StatusView } from './result.ts';

/** The status of every organisation on every ambition, in one round. */
export interface MatrixView {
  readonly caption: string;
  /** Its size and date: "28 ambitiepunten bij 8 organisaties, Tussenmeting 2026". */
  readonly size: string;
  /** Names of the organisations, without links: the table of organisations has those. */
  readonly columns: readonly string[];
  /** Whether a phone can show one organisation or one theme at a time. */
  readonly canChoose: { readonly organisation: boolean; readonly theme: boolean };
  /** Number of columns, that of the ambitions included. */
  readonly width: number;
  /** Ambitions by theme; without a title where ambitions have no theme. */
  readonly groups: readonly {
    readonly title: string | null;
    readonly rows: readonly { readonly ambition: Link; readonly cells: readonly StatusView[] }[];
  }[];
  readonly legend: readonly StatusView[];
  /** Filters for the rows, that for all rows first; empty where there is nothing to choose. */
  readonly filters: readonly { readonly value: string; readonly text: string }[];
}

/** The style sheet hides rows by these values. */
function allFilters({ statusWords }: Norm) {
  const open = ['not-achieved', 'partly-achieved'] as const;
  return [
    ...open.map((status) => ({
      value: status as string,
      text: `ergens ${statusPhrase(status, statusWords)}`,
      statuses: [status] as readonly Status[],
    })),
    { value: 'unknown', text: 'ergens niet bekend', statuses: ['not-assessed', 'not-public'] as readonly Status[] },
  ];
}

function filtersOf(norm: Norm, present: ReadonlySet<Status>): MatrixView['filters'] {
  const found = allFilters(norm).filter(({ statuses }) => statuses.some((status) => present.has(status)));
  return found.length === 0
    ? []
    : [{ value: 'all', text: 'alle punten' }, ...found.map(({ value, text }) => ({ value, text }))];
}

/** The number of columns and themes for which the style sheet has rules. */
const MOST_CHOICES = { organisations: 30, themes: 12 };

/** A larger table makes the page too heavy; the pages of the ambitions show the same. */
const MOST_CELLS = 4000;

/**
 * Participants of the norm on the first day of the round, with their cells. Null where there is nothing to show, or too
 * much.
 */
export function matrixView(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures | null,
  ambitions: readonly Ambition[],
): MatrixView | null {
  if (!round || round.cells.length === 0) return null;
  const index = norm.index(round);
  const participants = norm.norm.participants.filter(
    (participant) =>
      slotsOf(norm.norm, round.round, participant, context.organisation(participant.organisation)).length > 0,
  );
  const shown = ambitions.filter(({ id }) => index.byAmbition.has(id));
  if (shown.length === 0 || shown.length * participants.length > MOST_CELLS) return null;
  function cellsOf(ambition: Ambition): StatusView[] {
    return participants.map(({ organisation }) => {
      const cell = index.cell(ambition.id, organisation);
      return cell ? statusView(cell.result.status, norm.norm) : NO_CELL;
    });
  }
  const themes = [...norm.norm.themes.map(({ id, title }) => ({ id, title })), { id: null, title: null }];
  const groups = themes.flatMap(({ id, title }) => {
    const rows = shown
      .filter(({ theme }) => theme === id)
      .map((ambition) => ({ ambition: ambitionLink(context, norm.norm, ambition), cells: cellsOf(ambition) }));
    return rows.length === 0 ? [] : [{ title, rows }];
  });
  return {
    canChoose: {
      organisation: participants.length > 1 && participants.length <= MOST_CHOICES.organisations,
      theme: groups.length > 1 && groups.length <= MOST_CHOICES.themes,
    },
    caption: `Resultaat per ambitiepunt en organisatie, ${round.round.title}`,
    width: participants.length + 1,
    size: `${capitalized(amount(shown.length, 'ambitiepunt', 'ambitiepunten'))} bij ${amount(participants.length, 'organisatie', 'organisaties')}, ${round.round.title}`,
    columns: participants.map(({ organisation }) => context.organisation(organisation).shortName),
    groups,
    legend: STATUSES.map((status) => statusView(status, norm.norm)),
    filters: filtersOf(
      norm.norm,
      new Set(shown.flatMap(({ id }) => index.byAmbition.get(id)!.map(({ result }) => result.status))),
    ),
  };
}
