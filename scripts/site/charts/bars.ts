import { bars, type Bar } from '../../charts/bars.ts';
import { compare, type Fraction } from '../../model/fraction.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { scopeKey, type Scope } from '../../compute/figures.ts';
import { dateText } from '../../format/date.ts';
import { inexact, reportedText } from '../../format/number.ts';
import type { Source } from '../../model/source.ts';
import type { ReportContext, NormContext } from '../context.ts';
import { figureCell, figureIdentity } from '../views/figure.ts';
import { link } from '../views/link.ts';
import { scoreNote, sharedNote } from '../views/score.ts';
import { chartFigure, versionId, type ChartCell, type ChartFigure, type ChartRole } from './figure.ts';

/** One figure in a bar chart. */
export interface BarPart extends Bar {
  /** The lower bound, exact, to sort by. */
  readonly from: Fraction | null;
  readonly cell: ChartCell;
  readonly counts: string;
  readonly weight: string | null;
  readonly sources: readonly Source[];
}

/**
 * The bar of one set in one round, and below it the bar of what a source states about it. Empty if nothing is known.
 */
export function barParts(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures,
  scope: Scope,
  label: string,
): BarPart[] {
  const found = round.byScope.get(scopeKey(scope));
  if (!found || (!found.lower && !found.reported && !found.counts)) return [];
  const figure = figureCell(context, norm, round, scope);
  if (figure.kind === 'known') return [];
  const { reported } = found;
  const isReported = figure.kind === 'reported';
  const [lower, upper] = isReported ? [reported!.percentage, reported!.percentage] : [found.lower, found.upper];
  const stated = reported && {
    label: `${label}, volgens de bron`,
    text: reportedText(reported.percentage),
    lower: inexact(reported.percentage),
    upper: inexact(reported.percentage),
    reported: true,
    from: reported.percentage,
    cell: {
      text: reportedText(reported.percentage),
      identity: figureIdentity('cijfers', [norm.norm.version, round.round.id], scope),
      column: 'gerapporteerd',
    },
    counts: 'gerapporteerd',
    weight: null,
    sources: reported.sources,
  };
  if (isReported) return [{ ...stated!, label }];
  return [
    {
      label,
      text: figure.value,
      lower: inexact(lower),
      upper: inexact(upper),
      reported: false,
      from: lower,
      cell: { text: figure.value, identity: figure.identity, column: figure.column },
      counts: figure.counts ?? figure.basis,
      weight: lower && scoreNote(norm.norm, found.counts),
      sources: round.round.sources,
    },
    ...(stated ? [stated] : []),
  ];
}

/** Highest lower bound first; sets without a figure last, in the order of the data. */
export function byLowerBound(a: BarPart, b: BarPart): number {
  return a.from && b.from ? compare(b.from, a.from) : Number(a.from === null) - Number(b.from === null);
}

/** Explains how the kinds of bars differ, for the kinds that occur; null where all bars are solid. */
function keyOf(parts: readonly BarPart[]): string | null {
  const keys = [
    ...(parts.some(({ lower, upper }) => lower !== upper)
      ? ['Gestreept: niet elk resultaat is bekend, het ligt hiertussen.']
      : []),
    ...(parts.some(({ reported }) => reported) ? ['Omlijnd: gerapporteerd door een bron, niet berekend.'] : []),
  ];
  return keys.length === 0 ? null : keys.join(' ');
}

/** The subject of a bar chart. */
interface BarSubject {
  readonly id: string;
  readonly role: ChartRole;
  readonly scope: Scope;
  readonly title: string;
  readonly head: string;
  readonly parts: readonly BarPart[];
  readonly shownOn: string;
  readonly sentence: string;
}

/** Above this number of bars nobody takes the chart in; a sortable table is clearer, and the page stays light. */
export const MOST_BARS = 60;

/**
 * Figures of several sets as bars. Null for one figure, which its sentence already says, and for too many. `round` is
 * the newest one shown.
 */
export function barChart(
  context: ReportContext,
  { norm }: NormContext,
  { round }: RoundFigures,
  { id, role, scope, title, head, parts, shownOn, sentence }: BarSubject,
): ChartFigure | null {
  const drawn = parts.filter(({ lower }) => lower !== null).length;
  if (drawn < 2 || parts.length > MOST_BARS) return null;
  return chartFigure(bars, parts, {
    id: `norm-${versionId(norm.version)}-${id}`,
    title,
    sentence,
    weight: sharedNote(parts.map(({ weight }) => weight)),
    key: keyOf(parts),
    role,
    subject: { round: round.id, scope },
    version: norm.version,
    shownOn,
    round: { link: link(round.title, context.to.round(norm.version, round.id)), date: dateText(round.date) },
    sources: [
      ...new Map(parts.flatMap(({ sources }) => sources).map((source) => [JSON.stringify(source), source])).values(),
    ],
    table: {
      head: [head, 'Stand', 'Resultaten'],
      rows: parts.map(({ label, cell, counts }) => [label, cell, counts]),
    },
  });
}
