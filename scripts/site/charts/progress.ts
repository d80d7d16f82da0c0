import { progress, type ProgressPoint } from '../../charts/progress.ts';
import { type Figures, type Scope, scopeKey } from '../../compute/figures.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { type Moment, progressSentence } from '../../format/chart-sentence.ts';
import { dateText } from '../../format/date.ts';
import { joined } from '../../format/sentence.ts';
import { boundsShort, boundsText, inexact, percentText, reportedText } from '../../format/number.ts';
import type { Norm } from '../../model/norm.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { figureIdentity } from '../views/figure.ts';
import { link } from '../views/link.ts';
import { countsText, scoreNote, sharedNote } from '../views/score.ts';
import { chartFigure, type ChartFigure, type LegendItem, percentageCell, versionId } from './figure.ts';

interface Step {
  readonly round: RoundFigures;
  readonly figures: Figures;
}

function pointOf({ round, figures: { lower, upper, percentage, reported } }: Step): ProgressPoint {
  return {
    label: dateText(round.round.date),
    lower: inexact(lower),
    upper: inexact(upper),
    text: lower && upper ? (percentage ? percentText(percentage) : boundsShort(lower, upper)) : null,
    reported: inexact(reported?.percentage ?? null),
    reportedText: reported && reportedText(reported.percentage),
  };
}

/** The counts behind a percentage or range; null where there is none. */
function countsOf(norm: Norm, { counts, lower }: Figures): string | null {
  return counts && lower && countsText(norm, counts);
}

function momentOf(norm: Norm) {
  return ({ round, figures }: Step): Moment => {
    const { lower, upper, percentage, reported } = figures;
    return {
      date: round.round.date,
      text: percentage
        ? percentText(percentage)
        : lower && upper
          ? boundsText(lower, upper)
          : reportedText(reported!.percentage),
      reported: lower === null,
      counts: countsOf(norm, figures),
    };
  };
}

function legendOf(points: readonly ProgressPoint[]): LegendItem[] {
  return [
    ...(points.some(({ lower }) => lower !== null)
      ? [{ colour: 'main', symbol: '', text: 'berekend uit de resultaten' }]
      : []),
    ...(points.some(({ lower, upper }) => lower !== upper)
      ? [{ colour: 'band', symbol: '', text: 'niet elk resultaat is bekend: het ligt hiertussen' }]
      : []),
    ...(points.some(({ reported }) => reported !== null)
      ? [{ colour: 'reported', symbol: '◇', text: 'gerapporteerd door een bron' }]
      : []),
  ];
}

/** What a chart of progress is about: the set, its name in the id, and in the title. */
interface ProgressSubject {
  readonly scope: Scope;
  readonly id: string;
  readonly title: string;
  readonly shownOn: string;
}

/** Progress of one set over the rounds of a norm; null where no round has a figure for it. */
export function progressChart(
  context: ReportContext,
  { norm, figures }: NormContext,
  { scope, id, title, shownOn }: ProgressSubject,
): ChartFigure | null {
  const steps = figures.rounds.flatMap((round): Step[] => {
    const found = round.byScope.get(scopeKey(scope));
    return found && (found.lower || found.reported) ? [{ round, figures: found }] : [];
  });
  const last = steps.at(-1);
  if (!last) return null;
  const points = steps.map(pointOf);
  return chartFigure(progress, points, {
    id: `norm-${versionId(norm.version)}-${id}voortgang`,
    title,
    sentence: joined([
      progressSentence(steps.map(momentOf(norm)), norm.statusWords),
      sharedNote(steps.map(({ figures: each }) => (each.lower ? scoreNote(norm, each.counts) : null))),
    ]),
    legend: legendOf(points),
    role: 'progress',
    version: norm.version,
    shownOn,
    round: {
      link: link(last.round.round.title, context.to.round(norm.version, last.round.round.id)),
      date: dateText(last.round.round.date),
    },
    sources: last.figures.lower ? last.round.round.sources : last.figures.reported!.sources,
    table: {
      head: ['Meting', 'Berekend', 'Resultaten', 'Gerapporteerd'],
      rows: steps.map(({ round, figures: found }) => {
        const identity = figureIdentity('cijfers', [norm.version, round.round.id], scope);
        return [
          dateText(round.round.date),
          percentageCell(found, identity),
          countsOf(norm, found) ?? 'niet openbaar',
          found.reported
            ? { text: reportedText(found.reported.percentage), identity, column: 'gerapporteerd' }
            : 'geen',
        ];
      }),
    },
  });
}
