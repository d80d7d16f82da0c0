import { applicable, known, type StatusCounts, unknown } from '../../compute/cells.ts';
import { type Figures, isMean, percentagesOf, type Scope, scopeKey } from '../../compute/figures.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { dateText } from '../../format/date.ts';
import { boundsText, decimal, NO_FIGURE, percentText, reportedText, weightText } from '../../format/number.ts';
import { publicResultsText, unknownText } from '../../format/sentence.ts';
import type { Edition, FrozenFigure, FrozenNorm } from '../../model/edition.ts';
import type { Fraction } from '../../model/fraction.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { countsText } from './score.ts';

/** A figure in words, in the same form for then and now. */
export interface SaidFigure {
  readonly value: string;
  /** The counts behind it, or how it was computed. */
  readonly basis: string;
  /** What a source states in addition to the computed figure. */
  readonly reported: string | null;
  /** How partly achieved ambitions count in it; null where there are none. */
  readonly weight: string | null;
}

/** What a figure of an edition and one of today have in common. */
type Sayable = Pick<FrozenFigure, 'counts' | 'percentage' | 'lower' | 'upper' | 'reported'> & {
  readonly scope: Pick<Scope, 'kind'>;
};

/** What the sentence about a figure needs from its norm. */
type SayableNorm = Pick<FrozenNorm, 'complete' | 'counting' | 'statusWords'>;

/** A published number has 4 decimals. If the counts round to the same number, they give the exact one. */
function whole(published: Fraction | null, counted: Fraction | null): Fraction | null {
  return published && counted && decimal(published) === decimal(counted) ? counted : published;
}

function computedBasis(counts: StatusCounts, norm: SayableNorm, isMeanOf: boolean): string {
  return [
    countsText(norm, counts),
    ...(unknown(counts) > 0 ? [unknownText(unknown(counts))] : []),
    ...(isMeanOf ? ['gemiddelde van de organisaties'] : []),
  ].join('; ');
}

/** A figure in words. Source: figures, "Shown". */
export function saidFigure(
  { scope, counts, percentage, lower, upper, reported }: Sayable,
  norm: SayableNorm,
): SaidFigure {
  const stated = reported && reportedText(reported);
  if (stated && (!counts || !norm.complete || !lower))
    return { value: stated, basis: 'gerapporteerd', reported: null, weight: null };
  if (!counts) return { value: NO_FIGURE, basis: 'niet openbaar', reported: null, weight: null };
  if (!norm.complete)
    return { value: publicResultsText(known(counts)), basis: 'niet alles is openbaar', reported: null, weight: null };
  if (!lower || !upper || applicable(counts) === 0)
    return { value: NO_FIGURE, basis: 'niets van toepassing', reported: stated, weight: null };
  const counted = percentagesOf(counts, norm.counting.partlyAchieved);
  const [exactly, low, high] = [
    whole(percentage, counted.percentage),
    whole(lower, counted.lower),
    whole(upper, counted.upper),
  ];
  return {
    value: exactly ? percentText(exactly) : boundsText(low!, high!),
    basis: computedBasis(counts, norm, isMean(norm.counting, scope)),
    reported: stated,
    weight: counts['partly-achieved'] > 0 ? weightText(norm) : null,
  };
}

/** What was said then; null where it was taken out. */
export function saidThen(figure: FrozenFigure, norm: SayableNorm): SaidFigure | null {
  return figure.isTakenOut ? null : saidFigure(figure, norm);
}

/** A figure of today in the form of one of an edition. */
export function asSayable({ scope, counts, percentage, lower, upper, reported }: Figures): Sayable {
  return { scope, counts, percentage, lower, upper, reported: reported?.percentage ?? null };
}

export function isSame(a: SaidFigure, b: SaidFigure): boolean {
  return a.value === b.value && a.basis === b.basis && a.weight === b.weight;
}

/** The anchor of a set on the page of its round: `thema_beleid`. Permanent. Ids have no `_`, so anchors are unique. */
export function anchorOf(key: string): string {
  return key.replaceAll('/', '_');
}

/** A link to the line of a figure in an edition. */
export interface Citation {
  readonly text: string;
  readonly href: string;
  /** The day of the edition, in words. */
  readonly day: string;
  /** What the edition says, where it differs from what is said now; otherwise null. */
  readonly then: string | null;
}

/**
 * The newest edition that has the figure. Whether a newer edition says something else only matters to readers who
 * follow the link.
 */
function newestWith({ report }: ReportContext, version: string, round: string, key: string) {
  for (const edition of report.data.editions.toReversed()) {
    const norm = edition.norms.find((each) => each.version === version);
    const figure = norm?.rounds.find(({ id }) => id === round)?.byKey.get(key);
    if (norm && figure && !figure.isTakenOut) return { edition, norm, figure };
  }
  return null;
}

/** What an edition says, where it differs from now, in as few words as distinguish the two. */
function otherText(then: SaidFigure, now: SaidFigure): string {
  const computed = then.value === now.value ? (then.basis === now.basis ? null : then.basis) : then.value;
  const reported = then.reported === now.reported ? null : `gerapporteerd: ${then.reported ?? 'niets'}`;
  return [computed, reported].filter((part) => part !== null).join('; ');
}

/**
 * How to cite a figure: by the newest edition that has it, with a note where that says something else. Null where no
 * edition has it, since nothing permanent exists yet (decision 0120). `key` is the name of the set in the published
 * files.
 */
export function citationFor(
  context: ReportContext,
  norm: NormContext,
  { round, byScope }: RoundFigures,
  scope: Scope,
  key: string,
): Citation | null {
  const { version } = norm.norm;
  const found = newestWith(context, version, round.id, key);
  const live = byScope.get(scopeKey(scope));
  if (!found || !live) return null;
  const then = saidFigure(found.figure, found.norm);
  const now = saidFigure(asSayable(live), norm.norm);
  const day = dateText(found.edition.id);
  const other = isSame(then, now) && then.reported === now.reported ? null : otherText(then, now);
  return {
    text: other === null ? 'Citeer dit' : `Op ${day} stond hier ${other}`,
    href: lineForever(context, version, round.id, key)!,
    day,
    then: other,
  };
}

/** Link to the line of a figure in the newest edition that has it; null where none has. */
export function lineForever(context: ReportContext, version: string, round: string, key: string): string | null {
  const found = newestWith(context, version, round, key);
  return found && `${context.to.editionRound(found.edition.id, version, round)}#${anchorOf(key)}`;
}

/** Title of an edition in a citation; for a made-up report with its region. */
export function editionTitle({ title, region, fictional }: Edition): string {
  return fictional ? `${title} (verzonnen regio ${region})` : title;
}
