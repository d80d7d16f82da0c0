import { points, type PointsRow } from '../../charts/points.ts';
import { steps } from '../../charts/steps.ts';
import { pointGroups, type Comparison, type ComparisonRow } from '../../compute/comparison.ts';
import { flowSentence } from '../../format/chart-sentence.ts';
import { comparedStepsSentence } from '../../format/comparison.ts';
import { countingSentence } from '../../format/change.ts';
import { stepsText } from '../../format/sentence.ts';
import { dateText } from '../../format/date.ts';
import { percentText } from '../../format/number.ts';
import { wayText } from '../../format/terms.ts';
import { groupBy } from '../../model/group.ts';
import type { ReportContext } from '../context.ts';
import { byProgress } from '../views/comparison.ts';
import { figureIdentity } from '../views/figure.ts';
import { ambitionName, link } from '../views/link.ts';
import { scoreNote, sharedNote } from '../views/score.ts';
import { MOST_BARS } from './bars.ts';
import { chartFigure, versionId, type ChartFigure } from './figure.ts';

function nameOf(context: ReportContext, { to }: Comparison, { scope }: ComparisonRow): string {
  if (scope.kind === 'theme') return to.themes.find(({ id }) => id === scope.theme)?.title ?? scope.theme;
  return scope.kind === 'organisation' ? context.organisation(scope.organisation).name : 'Alle vergelijkbare punten';
}

/**
 * How many results got better, stayed the same or got worse between two norms, per theme or organisation. Null where
 * nothing can be compared, or where there are too many bars.
 */
export function stepsChart(
  context: ReportContext,
  comparison: Comparison,
  kind: 'theme' | 'organisation',
): ChartFigure | null {
  const { from, to, rows, roundFrom, roundTo } = comparison;
  const total = rows.find(({ scope }) => scope.kind === 'total');
  if (!total?.steps || !roundFrom || !roundTo) return null;
  const own = rows.filter(({ scope, difference }) => scope.kind === kind && difference !== null);
  const shown = kind === 'organisation' ? own.sort(byProgress) : own;
  if (shown.length < 2 || shown.length > MOST_BARS) return null;
  return chartFigure(
    steps,
    shown.map((row) => {
      const { forward, equal, backward } = row.steps!;
      const text = stepsText(forward, backward, equal);
      return { label: nameOf(context, comparison, row), text, better: forward, equal, worse: backward };
    }),
    {
      id: `vergelijking-${versionId(from.version)}-${versionId(to.version)}-${kind === 'theme' ? 'themas' : 'organisaties'}`,
      title: `Van norm ${from.version} naar norm ${to.version}: beter of slechter, per ${kind === 'theme' ? 'thema' : 'organisatie'}`,
      sentence: comparedStepsSentence(total.steps),
      weight:
        countingSentence(from, to) ??
        sharedNote(shown.flatMap(({ countsFrom, countsTo }) => [scoreNote(to, countsFrom), scoreNote(to, countsTo)])),
      key: 'Vol: beter. Leeg: gelijk gebleven. Gestreept: slechter.',
      role: kind === 'theme' ? 'themes' : 'organisations',
      subject: null,
      version: to.version,
      shownOn: context.to.comparison(from.version, to.version),
      round: { link: link(roundTo.title, context.to.round(to.version, roundTo.id)), date: dateText(roundTo.date) },
      sources: [...roundFrom.sources, ...roundTo.sources],
      table: {
        head: ['Waarover', 'Wat er gebeurde', `Norm ${from.version}`, `Norm ${to.version}`],
        rows: shown.map((row) => {
          const identity = figureIdentity('vergelijking', [from.version, to.version], row.scope);
          const { forward, backward, equal } = row.steps!;
          return [
            nameOf(context, comparison, row),
            stepsText(forward, backward, equal),
            { text: percentText(row.percentageFrom!), identity, column: 'percentage_van' },
            { text: percentText(row.percentageTo!), identity, column: 'percentage_naar' },
          ];
        }),
      },
    },
  );
}

/** What happened to every ambition of a norm. Null unless both norms are completely public. */
export function pointsChart(context: ReportContext, comparison: Comparison): ChartFigure | null {
  const { from, to } = comparison;
  if (!from.complete || !to.complete || from.ambitions.length === 0) return null;
  const groups = pointGroups(from, to);
  const rows = [
    ...groupBy(
      groups.filter((group) => group.from.length > 0),
      ({ way }) => way,
    ),
  ].map(([way, each]): PointsRow => ({
    way: wayText(way),
    points: each.flatMap((group) =>
      group.from.map((point) => ({
        title: ambitionName(point),
        fate:
          group.to.length === 0
            ? 'gone'
            : group.origins.every(({ comparable }) => comparable)
              ? 'comparable'
              : 'changed',
      })),
    ),
  }));
  return chartFigure(
    points,
    rows.sort((a, b) => b.points.length - a.points.length),
    {
      id: `vergelijking-${versionId(from.version)}-${versionId(to.version)}-doorloop`,
      title: `Wat werd er van de punten van norm ${from.version}?`,
      sentence: flowSentence({
        from: from.version,
        to: to.version,
        old: from.ambitions.length,
        dropped: groups.filter(({ way }) => way === 'dropped').length,
        added: groups.filter(({ way }) => way === 'added').length,
      }),
      weight: null,
      key:
        'Elk blokje is een punt. Vol: te vergelijken met norm ' +
        to.version +
        '. Licht: te veel veranderd. Leeg: vervallen.',
      role: 'points',
      subject: null,
      version: to.version,
      shownOn: context.to.comparison(from.version, to.version),
      round: null,
      sources: to.sources,
      table: {
        head: ['Wat ermee gebeurde', `Punten van norm ${from.version}`],
        rows: rows.map((row) => [row.way, String(row.points.length)]),
      },
    },
  );
}
