import type { Comparison } from '../../compute/comparison.ts';
import { asSentence } from '../../format/list.ts';
import type { Relation } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';
import { groupBy } from '../../model/group.ts';
import { ambitionLink } from './ambition-link.ts';
import { relationView, type RelationView } from './succession.ts';
import type { Link } from './link.ts';

/** One point that changed, with the points of the other norm to which it relates. */
export interface ChangedPoint {
  readonly point: Link;
  readonly relations: readonly RelationView[];
  readonly reason: string | null;
}

/** All points that changed in one way. */
export interface ChangeList {
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
