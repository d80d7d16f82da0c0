import { pointGroups, type Comparison, type ComparisonRow, type PointGroup } from '../../compute/comparison.ts';
import { compare } from '../../model/fraction.ts';
import { stepsText, asSentence, capitalized } from '../../format/sentence.ts';
import { answerPieces, comparedStepsSentence, movedSentence } from '../../format/comparison.ts';
import { leftOutTexts, countingSentence } from '../../format/change.ts';
import { dateText } from '../../format/date.ts';
import { percentText } from '../../format/number.ts';
import { wayText } from '../../format/terms.ts';
import { groupBy } from '../../model/group.ts';
import type { Ambition, Norm, Way } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';
import { figureIdentity } from './figure.ts';
import { ambitionLink, ambitionName, link, type Link } from './link.ts';
import { countsText, meanNotes, scoreNote, sharedNote } from './score.ts';

/** Part of a sentence; one with an identity is a figure in a published file. */
interface SentencePiece {
  readonly text: string;
  readonly identity: string | null;
  readonly column: string | null;
}

/** A sentence whose figures carry their identity. */
export type Sentence = readonly SentencePiece[];

/** How many results got better, stayed the same or got worse, and where each begins in a bar of all of them. */
export interface StepsBar {
  readonly cells: number;
  readonly better: number;
  readonly equal: number;
  readonly worse: number;
  readonly worseAt: number;
}

function words(text: string): SentencePiece {
  return { text, identity: null, column: null };
}

/** Both percentages of a row, if it has them. */
function figures({ from, to }: Comparison, row: ComparisonRow) {
  const identity = figureIdentity('vergelijking', [from.version, to.version], row.scope);
  return {
    from: { text: percentText(row.percentageFrom!), identity, column: 'percentage_van' },
    to: { text: percentText(row.percentageTo!), identity, column: 'percentage_naar' },
  };
}

/**
 * "Van 73% naar 88%: 2 beter, 11 gelijk gebleven.", "Bleef op 96%: 12 gelijk gebleven."; null where nothing can be
 * compared.
 */
function rowSentence(comparison: Comparison, row: ComparisonRow): Sentence | null {
  const { steps, difference } = row;
  if (!steps || !difference) return null;
  const { from, to } = figures(comparison, row);
  const became = stepsText(steps.forward, steps.backward, steps.equal);
  if (difference.numerator === 0n) return [words('Bleef op '), to, words(`: ${became}.`)];
  return [words('Van '), from, words(' naar '), to, words(`: ${became}.`)];
}

/**
 * The counts behind both percentages: "Norm 1.0: 9 behaald en 1 deels behaald, van de 13. Norm 2.0: 12 van de 13
 * behaald."
 */
function behind({ from, to }: Comparison, { difference, countsFrom, countsTo }: ComparisonRow): string | null {
  return difference && countsFrom && countsTo
    ? `Norm ${from.version}: ${countsText(from, countsFrom)}. Norm ${to.version}: ${countsText(to, countsTo)}.`
    : null;
}

function bar({ steps }: ComparisonRow): StepsBar | null {
  if (!steps || steps.points === 0) return null;
  const { points, forward, equal, backward } = steps;
  return { cells: points, better: forward, equal, worse: backward, worseAt: forward + equal };
}

/** What a comparison leaves out, and why. */
function silentOf({ added, dropped, notComparable, leftOut }: ComparisonRow): string[] {
  return leftOutTexts({
    added,
    dropped,
    notComparable,
    oneNorm: leftOut?.oneNorm ?? null,
    notApplicable: leftOut?.notApplicable ?? null,
    notKnown: leftOut?.notKnown ?? null,
  });
}

/** The answer to "did it get better?", based only on what is comparable, with its basis and what it leaves out. */
export function answerView(context: ReportContext, comparison: Comparison) {
  const { from, to, rows, roundFrom, roundTo } = comparison;
  const total = rows.find(({ scope }) => scope.kind === 'total')!;
  if (!roundFrom || !roundTo || !total.difference || !total.steps) return null;
  const shown = figures(comparison, total);
  return {
    sentence: answerPieces(total.difference, roundFrom.date, roundTo.date).map((piece) =>
      typeof piece === 'string' ? words(piece) : shown[piece.figure],
    ),
    steps: comparedStepsSentence(total.steps),
    bar: bar(total),
    counts: behind(comparison, total),
    mean: meanNotes(to, total.scope).map((note) => asSentence(capitalized(note))),
    counting: countingSentence(from, to),
    weight: sharedNote(rows.flatMap((row) => [scoreNote(to, row.countsFrom), scoreNote(to, row.countsTo)])),
    silent: silentOf(total).join('; '),
    rounds: [
      { version: from.version, date: dateText(roundFrom.date), round: roundLink(context, from, roundFrom) },
      { version: to.version, date: dateText(roundTo.date), round: roundLink(context, to, roundTo) },
    ],
  };
}

function roundLink({ to }: ReportContext, { version }: Norm, { id, title }: { id: string; title: string }): Link {
  return link(title, to.round(version, id));
}

/** The answer as plain text, for lists of pages; null where there is none. */
export function answerText(context: ReportContext, comparison: Comparison): string | null {
  const answer = answerView(context, comparison);
  return answer && answer.sentence.map(({ text }) => text).join('');
}

/** An ambition in a table of changes; only one per row links to its page. */
interface PointView {
  readonly text: string;
  readonly href: string | null;
  /** Its theme, where that differs from the table's. */
  readonly theme: string | null;
}

/** What became of a group of related ambitions. */
interface ChangeRow {
  /** For the style sheet. */
  readonly kind: Way | 'same';
  readonly from: readonly PointView[];
  readonly to: readonly PointView[];
  readonly way: string;
  readonly isComparable: boolean;
  readonly reasons: readonly string[];
}

/** What happened to the ambitions of one theme. */
export interface ThemeChanges {
  readonly id: string;
  readonly title: string;
  readonly href: string | null;
  /** The progress of its comparable ambitions; null where there are none. */
  readonly sentence: Sentence | null;
  readonly counts: string | null;
  /** How many ambitions went which way: "3 gelijk gebleven, 1 nieuw". */
  readonly ways: string;
  readonly rows: readonly ChangeRow[];
}

/** The id of a theme's part of a page. Ambitions without a theme have none. */
function partId(theme: string | null): string {
  return theme === null ? 'zonder-thema' : `thema-${theme}`;
}

function changeRow(
  context: ReportContext,
  { from, to }: Comparison,
  group: PointGroup,
  here: string | null,
): ChangeRow {
  function themeOf(norm: Norm, { theme }: Ambition): string | null {
    return theme === here ? null : (norm.themes.find(({ id }) => id === theme)?.title ?? 'geen thema');
  }
  // An unchanged text is not repeated.
  const isSame = group.from.length === 1 && group.to.length === 1 && group.from[0]!.title === group.to[0]!.title;
  const reasons = [...group.origins.map(({ reason }) => reason), group.dropped].filter((reason) => reason !== null);
  return {
    kind: isSame ? 'same' : group.way,
    from: group.from.map((point) => ({
      text: ambitionName(point),
      href: group.to.length === 0 ? ambitionLink(context, from, point).href : null,
      theme: themeOf(from, point),
    })),
    to: group.to.map((point) => ({
      text: isSame
        ? [point.number, 'met dezelfde tekst'].filter((part) => part !== null).join(' ')
        : ambitionName(point),
      href: ambitionLink(context, to, point).href,
      theme: themeOf(to, point),
    })),
    way: wayText(group.way),
    isComparable: group.origins.length === 0 || group.origins.every(({ comparable }) => comparable),
    reasons: [...new Set(reasons)].map(asSentence),
  };
}

/** How many groups of ambitions went which way, in their order on the page. */
function waysOf(groups: readonly PointGroup[]): string {
  return [...groupBy(groups, ({ way }) => way)].map(([way, each]) => `${each.length} ${wayText(way)}`).join(', ');
}

/** For each theme of either norm: ambitions of the older norm, what happened, ambitions of the newer norm. */
export function themeChanges(context: ReportContext, comparison: Comparison): ThemeChanges[] {
  const { from, to, rows } = comparison;
  const groups = pointGroups(from, to);
  const inBoth = new Set(to.themes.map(({ id }) => id));
  const themes = [
    ...to.themes.map(({ id, title }) => ({ id, title, href: context.to.theme(to.version, id) })),
    ...from.themes
      .filter(({ id }) => !inBoth.has(id))
      .map(({ id, title }) => ({
        id,
        title: `${title} (alleen norm ${from.version})`,
        href: context.to.theme(from.version, id),
      })),
    { id: null, title: 'Zonder thema', href: null },
  ];
  return themes.flatMap(({ id, title, href }) => {
    const own = groups.filter((group) => [...group.from, ...group.to].some(({ theme }) => theme === id));
    const row = rows.find(({ scope }) => scope.kind === 'theme' && scope.theme === id);
    return own.length === 0
      ? []
      : [
          {
            id: partId(id),
            title,
            href,
            sentence: row ? rowSentence(comparison, row) : null,
            counts: row ? behind(comparison, row) : null,
            ways: waysOf(own),
            rows: own.map((group) => changeRow(context, comparison, group, id)),
          },
        ];
  });
}

/**
 * Sorts organisations by results that got better minus those that got worse, then by difference; ties keep the order of
 * the data.
 */
export function byProgress(a: ComparisonRow, b: ComparisonRow): number {
  function net({ steps }: ComparisonRow) {
    return steps!.forward - steps!.backward;
  }
  return net(b) - net(a) || compare(b.difference!, a.difference!);
}

/** Organisations that can be compared, those with most progress first, and those that cannot. */
export function organisationsView(context: ReportContext, comparison: Comparison) {
  const rows = comparison.rows.filter(({ scope }) => scope.kind === 'organisation');
  const compared = rows.filter(({ difference }) => difference !== null).sort(byProgress);
  function named({ scope }: ComparisonRow): Link {
    const { id, name } = context.organisation((scope as { organisation: string }).organisation);
    return link(name, context.to.organisation(id));
  }
  function moved(sign: (numerator: bigint) => boolean) {
    return compared.filter(({ difference }) => sign(difference!.numerator)).length;
  }
  const others = rows.filter(({ difference }) => difference === null);
  return {
    sentence: movedSentence(
      moved((numerator) => numerator > 0n),
      moved((numerator) => numerator < 0n),
      moved((numerator) => numerator === 0n),
    ),
    rows: compared.map((row) => ({
      link: named(row),
      bar: bar(row)!,
      sentence: rowSentence(comparison, row)!,
      counts: behind(comparison, row),
    })),
    oneNorm: others.filter(({ leftOut }) => (leftOut?.oneNorm ?? 0) > 0).map(named),
    nothingKnown: others.filter(({ leftOut }) => (leftOut?.oneNorm ?? 0) === 0).map(named),
  };
}
