import { SHARE_STATUSES, type ShareBar, shares } from '../../charts/shares.ts';
import { kebab, STATUS_COLOUR_NAME } from '../../charts/style.ts';
import { compare, type Fraction } from '../../model/fraction.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { type Scope, scopeKey } from '../../compute/figures.ts';
import { extremesSentence } from '../../format/chart-sentence.ts';
import { dateText } from '../../format/date.ts';
import { asSentence, joined } from '../../format/sentence.ts';
import { boundsShort, NO_FIGURE, percentText } from '../../format/number.ts';
import { tallyText } from '../../format/progress.ts';
import { CONTRACT_WORDS, statusText } from '../../format/terms.ts';
import type { StatusWords } from '../../model/norm.ts';
import type { Status } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { figureIdentity } from '../views/figure.ts';
import { link } from '../views/link.ts';
import { scoreNote, sharedNote } from '../views/score.ts';
import { chartFigure, type ChartFigure, type ChartRole, type LegendItem, percentageCell, versionId } from './figure.ts';

/** One bar before it is drawn. */
interface SharePart extends ShareBar {
  readonly percentage: Fraction | null;
  readonly scope: Scope;
  readonly round: RoundFigures;
}

/** What a chart of shares is about: its bars, its id within the norm, and its title. */
interface ShareSubject {
  readonly id: string;
  readonly role: ChartRole;
  readonly title: string;
  readonly head: string;
  readonly parts: readonly SharePart[];
  readonly shownOn: string;
  /** Instead of what the bars say of themselves. */
  readonly sentence?: string | undefined;
}

/** The bar of one set in one round; null where it has no counts. */
export function sharePart({ norm }: NormContext, round: RoundFigures, scope: Scope, label: string): SharePart[] {
  const figures = round.byScope.get(scopeKey(scope));
  if (!figures?.counts) return [];
  const { percentage, lower, upper, counts } = figures;
  return [
    {
      label,
      counts,
      words: norm.statusWords,
      percentage,
      scope,
      round,
      text: percentage ? percentText(percentage) : lower && upper ? boundsShort(lower, upper) : NO_FIGURE,
    },
  ];
}

/** Name of a status as a column of the published files. */
function statusColumn(status: Status): string {
  return statusText(status, CONTRACT_WORDS).text.replaceAll(' ', '_');
}

function total(parts: readonly SharePart[], status: (typeof SHARE_STATUSES)[number]): number {
  return parts.reduce((sum, { counts }) => sum + counts[status], 0);
}

function ownSentence(parts: readonly SharePart[], words: StatusWords): string {
  const ranked = parts.flatMap(({ label, text, percentage }) =>
    percentage ? [{ name: label, text, percentage }] : [],
  );
  const [first] = ranked;
  if (!first || ranked.length < parts.length) {
    const tally = tallyText(
      {
        achieved: total(parts, 'achieved'),
        partly: total(parts, 'partly-achieved'),
        notAchieved: total(parts, 'not-achieved'),
        notAssessed: total(parts, 'not-assessed'),
        notPublic: total(parts, 'not-public'),
      },
      words,
    );
    return tally === null ? 'Er is niets van toepassing.' : asSentence(`Samen: ${tally}`);
  }
  const most = ranked.reduce((best, each) => (compare(each.percentage, best.percentage) > 0 ? each : best), first);
  const least = ranked.reduce((worst, each) => (compare(each.percentage, worst.percentage) < 0 ? each : worst), first);
  function equalTo(one: NonNullable<typeof first>) {
    return ranked.filter((each) => compare(each.percentage, one.percentage) === 0);
  }
  return extremesSentence(equalTo(most), equalTo(least), ranked.length);
}

function legendOf(parts: readonly SharePart[], words: StatusWords): LegendItem[] {
  return SHARE_STATUSES.filter((status) => total(parts, status) > 0).map((status) => ({
    colour: kebab(STATUS_COLOUR_NAME[status]),
    ...statusText(status, words),
  }));
}

/** More bars than this nobody takes in: a table that can be sorted says it better, and the page stays light. */
export const MOST_BARS = 60;

/** Status shares of some sets in one round; null where there are none or too many, or where nothing is added up. */
export function shareChart(
  context: ReportContext,
  { norm }: NormContext,
  { round }: RoundFigures,
  subject: ShareSubject,
): ChartFigure | null {
  const { id, role, title, head, parts, shownOn, sentence } = subject;
  if (parts.length === 0 || parts.length > MOST_BARS || !norm.complete) return null;
  return chartFigure(shares, parts, {
    id: `norm-${versionId(norm.version)}-${id}`,
    title,
    sentence: joined([
      sentence ?? ownSentence(parts, norm.statusWords),
      sharedNote(parts.map(({ counts }) => scoreNote(norm, counts))),
    ]),
    legend: legendOf(parts, norm.statusWords),
    role,
    version: norm.version,
    shownOn,
    round: { link: link(round.title, context.to.round(norm.version, round.id)), date: dateText(round.date) },
    sources: round.sources,
    table: {
      head: [head, ...SHARE_STATUSES.map((status) => statusText(status, norm.statusWords).text), 'stand'],
      rows: parts.map((part) => {
        const identity = figureIdentity('cijfers', [norm.version, part.round.round.id], part.scope);
        return [
          part.label,
          ...SHARE_STATUSES.map((status) => ({
            text: String(part.counts[status]),
            identity,
            column: statusColumn(status),
          })),
          percentageCell(part.round.byScope.get(scopeKey(part.scope))!, identity),
        ];
      }),
    },
  });
}
