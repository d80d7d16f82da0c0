import type { Comparison, ComparisonRow } from '../../compute/comparison.ts';
import { amount, asSentence } from '../../format/sentence.ts';
import { leftOutTexts } from '../../format/change.ts';
import { differenceText, NO_FIGURE, percentText, roundingNotes } from '../../format/number.ts';
import type { Fraction } from '../../model/fraction.ts';
import { groupBy } from '../../model/group.ts';
import type { Relation } from '../../model/norm.ts';
import type { Round } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { type FigureCell, figureIdentity } from './figure.ts';
import { ambitionLink, link, type Link } from './link.ts';
import { scopeName } from './reported-list.ts';
import { countsText, meanNotes, scoreNote } from './score.ts';
import { sourceViews } from './source.ts';
import { relationView, type RelationView } from './succession.ts';

/** One set of a comparison: both percentages, the difference, and what was left out. */
export interface ComparedRow {
  readonly kind: ComparisonRow['scope']['kind'];
  readonly name: string;
  readonly from: FigureCell;
  readonly to: FigureCell;
  readonly difference: FigureCell;
  readonly leftOut: readonly string[];
}

function leftOut({ added, dropped, notComparable, leftOut: pairs }: ComparisonRow): string[] {
  return leftOutTexts({
    added,
    dropped,
    notComparable,
    oneNorm: pairs?.oneNorm ?? null,
    notApplicable: pairs?.notApplicable ?? null,
    notKnown: pairs?.notKnown ?? null,
  });
}

/** How one number of a comparison is shown, and of which norm and round it is. */
interface Shown {
  readonly kind: FigureCell['kind'];
  readonly shown: (value: Fraction) => string;
  readonly counts: string | null;
  readonly of: { readonly version: string; readonly round: Round };
}

/** The sets of a comparison with figures; empty where either norm is not complete, or has no results per point. */
export function comparedRows(
  context: ReportContext,
  { from, to, roundFrom, roundTo, rows }: Comparison,
  newer: NormContext,
): ComparedRow[] {
  if (!from.complete || !to.complete || !roundFrom || !roundTo) return [];
  function figure(
    row: ComparisonRow,
    column: string,
    value: Fraction | null,
    { kind, shown, counts, of }: Shown,
  ): FigureCell {
    return {
      identity: figureIdentity('vergelijking', [from.version, to.version], row.scope),
      column,
      kind: value ? kind : 'none',
      value: value ? shown(value) : NO_FIGURE,
      gauge: null,
      basis: value ? 'berekend' : 'geen vergelijkbare resultaten',
      counts: value && counts,
      notes: [],
      weight: value && (scoreNote(to, row.countsFrom) ?? scoreNote(to, row.countsTo)),
      reported: null,
      round: link(of.round.title, context.to.round(of.version, of.round.id)),
      sources: sourceViews(context, of.round.sources),
      isInformative: true,
    };
  }
  const older = { version: from.version, round: roundFrom };
  const newest = { version: to.version, round: roundTo };
  return rows.map((row) => ({
    kind: row.scope.kind,
    name: scopeName(context, newer, row.scope),
    from: figure(row, 'percentage_van', row.percentageFrom, {
      kind: 'computed',
      shown: percentText,
      counts: row.countsFrom && countsText(from, row.countsFrom),
      of: older,
    }),
    to: figure(row, 'percentage_naar', row.percentageTo, {
      kind: 'computed',
      shown: percentText,
      counts: row.countsTo && countsText(to, row.countsTo),
      of: newest,
    }),
    difference: {
      ...figure(row, 'verschil', row.difference, {
        kind: 'difference',
        shown: differenceText,
        counts: `over ${amount(row.cells ?? 0, 'vergelijkbaar resultaat', 'vergelijkbare resultaten')}`,
        of: newest,
      }),
      notes:
        row.percentageFrom && row.percentageTo
          ? [...meanNotes(to, row.scope), ...roundingNotes(row.percentageFrom, row.percentageTo)]
          : [],
    },
    leftOut: leftOut(row),
  }));
}

/** One point that changed, with the points of the other norm to which it relates. */
interface ChangedPoint {
  readonly point: Link;
  readonly relations: readonly RelationView[];
  readonly reason: string | null;
}

/** All points that changed in one way. */
interface ChangeList {
  readonly id: string;
  readonly heading: string;
  readonly explanation: string;
  readonly points: readonly ChangedPoint[];
}

/** What a list of one point says, and one of more. */
type Explanation = readonly [one: string, more: string];

const RELATIONS: readonly (readonly [Relation, string, Explanation])[] = [
  [
    'equal',
    'Gelijk gebleven',
    ['Dit punt is hetzelfde als in de vorige norm.', 'Deze punten zijn hetzelfde als in de vorige norm.'],
  ],
  [
    'equivalent',
    'Gelijkwaardig',
    ['Dit punt is anders gezegd, maar vraagt hetzelfde.', 'Deze punten zijn anders gezegd, maar vragen hetzelfde.'],
  ],
  [
    'sharpened',
    'Aangescherpt',
    ['Dit punt vraagt meer dan in de vorige norm.', 'Deze punten vragen meer dan in de vorige norm.'],
  ],
  [
    'relaxed',
    'Versoepeld',
    ['Dit punt vraagt minder dan in de vorige norm.', 'Deze punten vragen minder dan in de vorige norm.'],
  ],
  [
    'overlaps',
    'Overlapt',
    [
      'Dit punt lijkt voor een deel op een punt van de vorige norm.',
      'Deze punten lijken voor een deel op een punt van de vorige norm.',
    ],
  ],
];

function changeList(
  id: string,
  heading: string,
  [one, more]: Explanation,
  points: readonly ChangedPoint[],
): ChangeList {
  return { id, heading, explanation: points.length === 1 ? one : more, points };
}

/** Every kind of change from one norm to the next, each point in one list; merged and split points in theirs. */
export function changeLists(context: ReportContext, { from, to }: Comparison): ChangeList[] {
  const old = new Map(from.ambitions.map((ambition) => [ambition.id, ambition]));
  const links = to.ambitions.flatMap((ambition) =>
    ambition.origins.flatMap((origin) => {
      const source = old.get(origin.ambition);
      return source ? [{ source, ambition, origin }] : [];
    }),
  );
  const byOld = groupBy(links, ({ source }) => source);
  const byNew = groupBy(links, ({ ambition }) => ambition);
  const single = links.filter(
    ({ source, ambition }) => byOld.get(source)!.length === 1 && byNew.get(ambition)!.length === 1,
  );
  function toOld(entries: typeof links) {
    return entries.map(({ source, origin }) => relationView(context, from, source, origin));
  }
  function toNew(entries: typeof links) {
    return entries.map(({ ambition, origin }) => relationView(context, to, ambition, origin));
  }
  return [
    ...RELATIONS.map(([relation, heading, explanation]) =>
      changeList(
        relation,
        heading,
        explanation,
        single
          .filter(({ origin }) => origin.relation === relation)
          .map((entry) => ({
            point: ambitionLink(context, to, entry.ambition),
            relations: toOld([entry]),
            reason: null,
          })),
      ),
    ),
    changeList(
      'merged',
      'Samengevoegd',
      [
        'Dit punt komt uit meer dan één punt van de vorige norm.',
        'Deze punten komen uit meer dan één punt van de vorige norm.',
      ],
      [...byNew]
        .filter(([, entries]) => entries.length > 1)
        .map(([ambition, entries]) => ({
          point: ambitionLink(context, to, ambition),
          relations: toOld(entries),
          reason: null,
        })),
    ),
    changeList(
      'split',
      'Gesplitst',
      [
        'Dit punt van de vorige norm is verdeeld over meer punten.',
        'Deze punten van de vorige norm zijn verdeeld over meer punten.',
      ],
      [...byOld]
        .filter(([, entries]) => entries.length > 1)
        .map(([source, entries]) => ({
          point: ambitionLink(context, from, source),
          relations: toNew(entries),
          reason: null,
        })),
    ),
    changeList(
      'new',
      'Nieuw',
      ['Dit punt stond niet in de vorige norm.', 'Deze punten stonden niet in de vorige norm.'],
      to.ambitions
        .filter(({ origins }) => origins.length === 0)
        .map((ambition) => ({ point: ambitionLink(context, to, ambition), relations: [], reason: null })),
    ),
    changeList(
      'dropped',
      'Vervallen',
      ['Dit punt van de vorige norm is er niet meer.', 'Deze punten van de vorige norm zijn er niet meer.'],
      to.dropped.flatMap(({ ambition, reason }) => {
        const source = old.get(ambition);
        return source
          ? [{ point: ambitionLink(context, from, source), relations: [], reason: asSentence(reason) }]
          : [];
      }),
    ),
  ];
}
