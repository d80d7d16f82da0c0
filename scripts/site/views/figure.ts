import { known, unknown } from '../../compute/cells.ts';
import { type Figures, type Scope, scopeKey } from '../../compute/figures.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { unknownText } from '../../format/sentence.ts';
import { dateText } from '../../format/date.ts';
import { boundsShort, boundsText, inexact, NO_FIGURE, percentText, reportedText } from '../../format/number.ts';
import { outcomesText } from '../../format/progress.ts';
import type { Reported } from '../../model/round.ts';
import type { Source } from '../../model/source.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { knownText } from './known-results.ts';
import { link, type Link } from './link.ts';
import { type Citation, citationFor } from './said.ts';
import { countsText, meanNotes, scoreNote } from './score.ts';
import { figurePlace, originLink, type SourceView, sourceViews } from './source.ts';

/** A set of cells as named in the published files, followed by the ids in it. */
export function scopePath(scope: Scope): string {
  switch (scope.kind) {
    case 'total':
      return 'totaal';
    case 'theme':
      return `thema/${scope.theme}`;
    case 'organisation':
      return `organisatie/${scope.organisation}`;
    case 'theme-organisation':
      return `thema-organisatie/${scope.theme}/${scope.organisation}`;
    case 'ambition':
      return `ambitiepunt/${scope.ambition}`;
  }
}

/** The row of a published file that a figure is in. Connects page and file for readers, scripts and tests. */
export function figureIdentity(
  file: 'cijfers' | 'wijzigingen' | 'vergelijking',
  keys: readonly string[],
  scope: Scope,
): string {
  return [file, ...keys, scopePath(scope)].join('/');
}

/** A percentage stated by a source, next to the computed one. */
export interface ReportedView {
  readonly value: string;
  readonly explanation: string | null;
  readonly sources: readonly SourceView[];
}

/** A bar on a scale from 0 to 100: how much is achieved, and how much more may be. */
export interface Gauge {
  readonly sure: number;
  readonly perhaps: number;
  /** Stated by a source; drawn differently from computed figures. */
  readonly reported: boolean;
}

/** A figure in a table whose round is stated elsewhere: its value and its basis. */
export interface FigureCell {
  /** Its row in the published files, and its column. */
  readonly identity: string;
  readonly column: string;
  readonly kind: 'computed' | 'bounds' | 'reported' | 'known' | 'none' | 'difference';
  /** As short as possible. */
  readonly value: string;
  /** Null without a percentage or bounds. */
  readonly gauge: Gauge | null;
  /** Computed or reported, in one word. */
  readonly basis: string;
  /** The counts behind it; null for a reported figure. */
  readonly counts: string | null;
  readonly notes: readonly string[];
  /**
   * How partly achieved ambitions count in it, for a note below the table; null where there are none, or it is unknown.
   */
  readonly weight: string | null;
  /** What a source states in addition to the computed figure. */
  readonly reported: ReportedView | null;
  readonly round: Link;
  readonly sources: readonly SourceView[];
  /** Whether it has anything to say; a table without informative figures becomes a list. */
  readonly isInformative: boolean;
}

/** A figure on its own: written out, drawn and dated, with how it was computed. */
export interface FigureView extends FigureCell {
  readonly date: string;
  readonly method: Link;
  /** Where it was authored; null without a repository. */
  readonly place: Link | null;
  /** Where it can always be found; null where no edition has it. */
  readonly cite: Citation | null;
}

/** The text of a set's figures; `short` where there is little space. */
type FigureText = Pick<FigureCell, 'column' | 'kind' | 'value' | 'basis' | 'counts' | 'notes' | 'isInformative'> & {
  readonly short?: string;
  readonly weight?: string | null;
};

const NOTHING: FigureText = {
  column: 'percentage',
  kind: 'none',
  value: NO_FIGURE,
  basis: 'niets van toepassing',
  counts: null,
  notes: [],
  isInformative: true,
};

function explained(text: string | null): string[] {
  return text === null ? [] : [text];
}

function valueOf(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures,
  figures: Figures | undefined,
): FigureText {
  const counts = figures?.counts;
  if (!figures || (!counts && !figures.reported)) return { ...NOTHING, basis: 'niet openbaar', isInformative: false };
  // A reported figure replaces one that cannot be computed.
  if (figures.reported && (!counts || !norm.norm.complete || !figures.lower)) {
    const value = reportedText(figures.reported.percentage);
    return {
      column: 'gerapporteerd',
      kind: 'reported',
      value,
      basis: 'gerapporteerd',
      counts: null,
      notes: explained(figures.reported.explanation),
      isInformative: true,
    };
  }
  if (!counts) return NOTHING;
  if (!norm.norm.complete) {
    return {
      column: 'bekend',
      kind: 'known',
      value:
        figures.scope.kind === 'organisation' || figures.scope.kind === 'theme-organisation'
          ? outcomesText(known(counts), [], false)
          : knownText(context, norm, norm.index(round).within(figures.scope)),
      basis: 'niet alles is openbaar',
      counts: null,
      notes: [],
      isInformative: known(counts) > 0,
    };
  }
  if (!figures.lower || !figures.upper) return NOTHING;
  const mean = meanNotes(norm.norm, figures.scope);
  const shown = {
    isInformative: true,
    basis: 'berekend',
    counts: countsText(norm.norm, counts),
    weight: scoreNote(norm.norm, counts),
  };
  return figures.percentage
    ? { ...shown, column: 'percentage', kind: 'computed', value: percentText(figures.percentage), notes: mean }
    : {
        ...shown,
        column: 'ondergrens',
        kind: 'bounds',
        value: boundsText(figures.lower, figures.upper),
        short: boundsShort(figures.lower, figures.upper),
        notes: [unknownText(unknown(counts)), ...mean],
      };
}

/** A reported percentage with its sources. */
function reportedView(context: ReportContext, { percentage, explanation, sources }: Reported): ReportedView {
  return {
    value: reportedText(percentage),
    explanation,
    sources: sourceViews(context, sources),
  };
}

/** The gauge of a figure; null without a percentage or bounds. */
export function gaugeOf(figures: Figures | undefined, kind: FigureCell['kind']): Gauge | null {
  if (kind === 'reported')
    return { sure: inexact(figures?.reported?.percentage ?? null) ?? 0, perhaps: 0, reported: true };
  const [lower, upper] = [inexact(figures?.lower ?? null), inexact(figures?.upper ?? null)];
  return (kind === 'computed' || kind === 'bounds') && lower !== null && upper !== null
    ? { sure: lower, perhaps: Number((upper - lower).toFixed(4)), reported: false }
    : null;
}

/** A figure that is only partly known rests on the sources of its results, not on those of the whole round. */
function sourcesOf(
  norm: NormContext,
  figures: RoundFigures,
  kind: FigureCell['kind'],
  reported: Reported | null,
  scope: Scope,
): readonly Source[] {
  if (kind === 'reported' && reported) return reported.sources;
  const sources =
    kind === 'known'
      ? norm
          .index(figures)
          .within(scope)
          .flatMap(({ result }) => result.sources)
      : [];
  return sources.length > 0 ? sources : figures.round.sources;
}

function cellOf(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures,
  scope: Scope,
  { short, weight = null, ...value }: FigureText,
): FigureCell {
  const reported = round.byScope.get(scopeKey(scope))?.reported ?? null;
  return {
    ...value,
    value: short ?? value.value,
    gauge: gaugeOf(round.byScope.get(scopeKey(scope)), value.kind),
    weight,
    identity: figureIdentity('cijfers', [norm.norm.version, round.round.id], scope),
    reported: reported && value.kind !== 'reported' ? reportedView(context, reported) : null,
    round: link(round.round.title, context.to.round(norm.norm.version, round.round.id)),
    sources: sourceViews(context, sourcesOf(norm, round, value.kind, reported, scope)),
  };
}

/** The figure of one set in one round, for a table. */
export function figureCell(context: ReportContext, norm: NormContext, round: RoundFigures, scope: Scope): FigureCell {
  return cellOf(context, norm, round, scope, valueOf(context, norm, round, round.byScope.get(scopeKey(scope))));
}

/** The figure of one set in one round, on its own. */
export function figureView(context: ReportContext, norm: NormContext, round: RoundFigures, scope: Scope): FigureView {
  const figures = round.byScope.get(scopeKey(scope));
  const value = valueOf(context, norm, round, figures);
  const isReported = value.kind === 'reported';
  return {
    ...cellOf(context, norm, round, scope, value),
    value: value.value,
    date: dateText(round.round.date),
    method: link('Zo komt dit cijfer tot stand', `${context.to.method}${isReported ? '#gerapporteerd' : ''}`),
    place: originLink(context, figurePlace(round, scope, isReported ? (figures?.reported ?? null) : null)),
    cite: citationFor(context, norm, round, scope, scopePath(scope)),
  };
}
