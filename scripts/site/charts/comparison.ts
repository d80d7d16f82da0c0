import { comparison as comparisonKind } from '../../charts/comparison.ts';
import type { Comparison, ComparisonRow } from '../../compute/comparison.ts';
import { comparisonSentence } from '../../format/chart-sentence.ts';
import { countingSentence } from '../../format/change.ts';
import { dateText } from '../../format/date.ts';
import { joined } from '../../format/sentence.ts';
import { differenceText, inexact, percentText } from '../../format/number.ts';
import type { ReportContext } from '../context.ts';
import { figureIdentity } from '../views/figure.ts';
import { link } from '../views/link.ts';
import { scoreNote, sharedNote } from '../views/score.ts';
import { chartFigure, type ChartFigure, type LegendItem, versionId } from './figure.ts';
import { MOST_BARS } from './shares.ts';

function legendOf({ from, to }: Comparison): LegendItem[] {
  return [
    { colour: 'before', symbol: '○', text: `norm ${from.version}` },
    { colour: 'dot', symbol: '●', text: `norm ${to.version}` },
  ];
}

function nameOf(context: ReportContext, { to }: Comparison, { scope }: ComparisonRow): string {
  if (scope.kind === 'theme') return to.themes.find(({ id }) => id === scope.theme)?.title ?? scope.theme;
  return scope.kind === 'organisation' ? context.organisation(scope.organisation).name : 'Alle vergelijkbare punten';
}

function texts({ percentageFrom, percentageTo, difference }: ComparisonRow) {
  return {
    fromText: percentageFrom ? percentText(percentageFrom) : 'geen cijfer',
    toText: percentageTo ? percentText(percentageTo) : 'geen cijfer',
    difference: difference ? differenceText(difference) : 'niet te vergelijken',
  };
}

/** How both norms were counted, where they differ or where partly achieved points are in it; else null. */
function countingNote({ from, to }: Comparison, rows: readonly ComparisonRow[]): string | null {
  const counts = rows.flatMap(({ countsFrom, countsTo }) => [countsFrom, countsTo]);
  return countingSentence(from, to) ?? sharedNote(counts.map((each) => scoreNote(to, each)));
}

/** Two norms beside each other on comparable points, per theme or per organisation; null where nothing compares, or too much. */
export function comparisonChart(
  context: ReportContext,
  comparison: Comparison,
  kind: 'theme' | 'organisation',
): ChartFigure | null {
  const { from, to, rows, roundFrom, roundTo } = comparison;
  const total = rows.find(({ scope }) => scope.kind === 'total');
  if (!total?.percentageFrom || !roundFrom || !roundTo) return null;
  const shown = rows.filter(({ scope, percentageFrom }) => scope.kind === kind && percentageFrom !== null);
  if (shown.length > MOST_BARS) return null;
  const pairs = [total, ...shown].map((row) => ({
    label: nameOf(context, comparison, row),
    from: inexact(row.percentageFrom),
    to: inexact(row.percentageTo),
    ...texts(row),
  }));
  const { fromText, toText, difference } = texts(total);
  return chartFigure(comparisonKind, pairs, {
    id: `vergelijking-${versionId(from.version)}-${versionId(to.version)}-${kind === 'theme' ? 'themas' : 'organisaties'}`,
    title: `Norm ${from.version} naast ${to.version}, per ${kind === 'theme' ? 'thema' : 'organisatie'}`,
    sentence: joined([
      comparisonSentence(
        total.cells ?? 0,
        { date: roundFrom.date, text: fromText, words: from.statusWords },
        { date: roundTo.date, text: toText, words: to.statusWords },
        difference,
      ),
      countingNote(comparison, [total, ...shown]),
    ]),
    legend: legendOf(comparison),
    role: kind === 'theme' ? 'themes' : 'organisations',
    version: to.version,
    shownOn: context.to.comparison(from.version, to.version),
    round: { link: link(roundTo.title, context.to.round(to.version, roundTo.id)), date: dateText(roundTo.date) },
    sources: [...roundFrom.sources, ...roundTo.sources],
    table: {
      head: ['Waarover', `Norm ${from.version}`, `Norm ${to.version}`, 'Verschil'],
      rows: [total, ...shown].map((row) => {
        function cell(text: string, column: string) {
          return {
            text,
            column,
            identity: figureIdentity('vergelijking', [from.version, to.version], row.scope),
          };
        }
        const { fromText: before, toText: after, difference: step } = texts(row);
        return [
          nameOf(context, comparison, row),
          cell(before, 'percentage_van'),
          cell(after, 'percentage_naar'),
          cell(step, 'verschil'),
        ];
      }),
    },
  });
}
