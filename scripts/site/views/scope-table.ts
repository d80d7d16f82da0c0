import type { RoundFigures } from '../../compute/round.ts';
import { periodText } from '../../format/date.ts';
import type { ReportContext, NormContext } from '../context.ts';
import { figureCell, type FigureCell } from './figure.ts';
import { link, type Link } from './link.ts';
import { sharedNote } from './score.ts';

/** One theme or organisation with its figure in a round; null where the norm has no round yet. */
export interface ScopeRow {
  readonly link: Link;
  readonly figure: FigureCell | null;
  /** From and until when it takes part, if not always. */
  readonly detail: string | null;
}

/** The themes of a norm. */
export function themeRows(context: ReportContext, norm: NormContext, round: RoundFigures | null): ScopeRow[] {
  return norm.norm.themes.map(({ id, title }) => ({
    link: link(title, context.to.theme(norm.norm.version, id)),
    figure: round && figureCell(context, norm, round, { kind: 'theme', theme: id }),
    detail: null,
  }));
}

/** The participants of a norm. */
export function organisationRows(context: ReportContext, norm: NormContext, round: RoundFigures | null): ScopeRow[] {
  return norm.norm.participants.map(({ organisation, from, until }) => ({
    link: link(context.organisation(organisation).name, context.to.organisation(organisation)),
    figure: round && figureCell(context, norm, round, { kind: 'organisation', organisation }),
    detail: periodText(from, until),
  }));
}

/** The participants of a norm within one theme. */
export function themeOrganisationRows(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures | null,
  theme: string,
): ScopeRow[] {
  return norm.norm.participants.map(({ organisation }) => ({
    link: link(context.organisation(organisation).name, context.to.organisation(organisation)),
    figure: round && figureCell(context, norm, round, { kind: 'theme-organisation', theme, organisation }),
    detail: null,
  }));
}

/** Themes or organisations: a table where there are figures, else a list. */
export interface ScopeTable {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly ScopeRow[];
  readonly figures: boolean;
  /** How partly achieved points count in all its figures; null where there are none. */
  readonly weight: string | null;
  /** Instead of an empty table. */
  readonly empty: string;
}

export function scopeTable(head: string, caption: string, rows: readonly ScopeRow[], empty: string): ScopeTable {
  return {
    head,
    caption,
    rows,
    empty,
    figures: rows.some(({ figure }) => figure?.isInformative),
    weight: sharedNote(rows.map(({ figure }) => figure?.weight ?? null)),
  };
}
