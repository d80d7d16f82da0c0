import { known } from '../../compute/cells.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { type Scope, scopeKey } from '../../compute/figures.ts';
import { dateText, periodText } from '../../format/date.ts';
import type { ReportContext, NormContext } from '../context.ts';
import { changeOf } from './change.ts';
import { figureCell, figureIdentity, type FigureCell } from './figure.ts';
import { link } from './link.ts';
import { isOverdue } from './result.ts';
import { countsShort, sharedNote } from './score.ts';

/** How many results got better or worse since the previous round, each with its identity in the published file. */
export interface StepsView {
  readonly identity: string;
  /** The counts that are not zero; empty where nothing changed. */
  readonly moved: readonly {
    readonly column: 'vooruit' | 'achteruit';
    readonly count: number;
    readonly text: string;
  }[];
}

/** One theme or organisation with its figure in a round; without a figure where the norm has no round yet. */
export interface ScopeRow {
  /** No address where its page would say no more than its name. */
  readonly link: { readonly text: string; readonly href: string | null };
  readonly figure: FigureCell | null;
  /** Null where there is no previous round to compare with. */
  readonly steps: StepsView | null;
  /** "2 te laat"; null where nothing is overdue. */
  readonly overdue: string | null;
  /** From and until when it takes part, unless that is always. */
  readonly detail: string | null;
  /** Why there is no figure. */
  readonly absent: string;
}

const ABSENT = 'nog geen meting';

/** What changed in one set since the previous round. */
function stepsOf({ norm, ...context }: NormContext, round: RoundFigures, scope: Scope): StepsView | null {
  const change = norm.complete ? changeOf({ norm, ...context }, round.round) : null;
  const found = change?.scopes.find((each) => scopeKey(each.scope) === scopeKey(scope));
  if (!change || !found || found.points === 0) return null;
  return {
    identity: figureIdentity('wijzigingen', [norm.version, change.from.id, change.to.id], scope),
    moved: [
      { column: 'vooruit' as const, count: found.forward, text: 'beter' },
      { column: 'achteruit' as const, count: found.backward, text: 'slechter' },
    ].filter(({ count }) => count > 0),
  };
}

/** A short row for a list; the page that it links to says more. */
export function shortRow({ norm }: NormContext, row: ScopeRow, round: RoundFigures | null, scope: Scope): ScopeRow {
  const counts = round?.byScope.get(scopeKey(scope))?.counts;
  if (!row.figure) return row;
  const { figure } = row;
  return {
    ...row,
    figure: {
      ...figure,
      basis: figure.kind === 'known' || (figure.kind === 'none' && figure.isInformative) ? '' : figure.basis,
      counts: figure.counts === null || !counts ? figure.counts : countsShort(norm, counts),
      notes: [],
      reported: null,
    },
  };
}

/** Whether anything is known about a theme besides its name and explanation; if not, the norm's page says it all. */
export function hasThemePage(norm: NormContext, theme: string): boolean {
  return (
    norm.norm.complete ||
    norm.ambitionsOf(theme).length > 0 ||
    norm.figures.rounds.some(({ byScope }) => {
      const figures = byScope.get(scopeKey({ kind: 'theme', theme }));
      return Boolean(figures?.reported) || (figures?.counts ? known(figures.counts) > 0 : false);
    })
  );
}

/** Rows of the themes of a norm. */
function themeRows(context: ReportContext, norm: NormContext, round: RoundFigures | null): ScopeRow[] {
  return norm.norm.themes.map(({ id, title }) => ({
    link: { text: title, href: hasThemePage(norm, id) ? context.to.theme(norm.norm.version, id) : null },
    figure: round && figureCell(context, norm, round, { kind: 'theme', theme: id }),
    steps: round && stepsOf(norm, round, { kind: 'theme', theme: id }),
    overdue: null,
    detail: null,
    absent: ABSENT,
  }));
}

/** Row of one participant of a norm. */
export function organisationRow(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures | null,
  organisation: string,
): ScopeRow {
  const late = round
    ? (norm.index(round).byOrganisation.get(organisation) ?? []).filter((cell) => isOverdue(norm, cell)).length
    : 0;
  return {
    link: link(context.organisation(organisation).name, context.to.organisation(organisation)),
    figure: round && figureCell(context, norm, round, { kind: 'organisation', organisation }),
    steps: round && stepsOf(norm, round, { kind: 'organisation', organisation }),
    overdue: late > 0 ? `${late} te laat` : null,
    detail: null,
    absent: ABSENT,
  };
}

/** Rows of the participants of a norm. */
function organisationRows(context: ReportContext, norm: NormContext, round: RoundFigures | null): ScopeRow[] {
  return norm.norm.participants.map(({ organisation, from, until }) => ({
    ...organisationRow(context, norm, round, organisation),
    detail: periodText(from, until),
  }));
}

/** Short rows of the themes of a norm. */
export function shortThemeRows(context: ReportContext, norm: NormContext, round: RoundFigures | null): ScopeRow[] {
  return themeRows(context, norm, round).map((row, index) =>
    shortRow(norm, row, round, { kind: 'theme', theme: norm.norm.themes[index]!.id }),
  );
}

/** Short rows of the participants of a norm. */
export function shortOrganisationRows(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures | null,
): ScopeRow[] {
  return organisationRows(context, norm, round).map((row, index) =>
    shortRow(norm, row, round, {
      kind: 'organisation',
      organisation: norm.norm.participants[index]!.organisation,
    }),
  );
}

/** Rows of the participants of a norm within one theme. */
export function themeOrganisationRows(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures | null,
  theme: string,
): ScopeRow[] {
  return norm.norm.participants.map(({ organisation }) => ({
    link: link(context.organisation(organisation).name, context.to.organisation(organisation)),
    figure: round && figureCell(context, norm, round, { kind: 'theme-organisation', theme, organisation }),
    steps: null,
    overdue: null,
    detail: null,
    absent: ABSENT,
  }));
}

/** Themes or organisations: a table if there are figures, a list if not. */
export interface ScopeTable {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly ScopeRow[];
  readonly figures: boolean;
  /** Whether any row has changes or overdue results. */
  readonly moves: boolean;
  /** How partly achieved ambitions count in all its figures; null where there are none. */
  readonly weight: string | null;
  /** The round that changes are measured from; null where there are no changes. */
  readonly since: string | null;
  /** Shown instead of an empty table. */
  readonly empty: string;
}

/** Says which round the changes in a table are measured from. */
export function sinceNote(norm: NormContext, round: RoundFigures | null): string | null {
  const change = round && norm.norm.complete ? changeOf(norm, round.round) : null;
  return change && `Beter en slechter: sinds de meting ‘${change.from.title}’ (${dateText(change.from.date)}).`;
}

export function scopeTable(
  head: string,
  caption: string,
  rows: readonly ScopeRow[],
  empty: string,
  since: string | null = null,
): ScopeTable {
  return {
    head,
    caption,
    rows,
    empty,
    since: rows.some(({ steps }) => steps !== null) ? since : null,
    figures: rows.some(({ figure }) => figure?.isInformative),
    moves: rows.some(({ steps, overdue }) => steps !== null || overdue !== null),
    weight: sharedNote(rows.map(({ figure }) => figure?.weight ?? null)),
  };
}
