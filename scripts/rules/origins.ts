import { error, type Problem } from '../model/problem.ts';
import { repeated, type RuledNorm, type NormRule } from './rule.ts';

/**
 * Only a norm that replaces another may have origins or dropped ambitions. Reported once, since only one line is
 * missing.
 */
function withoutPredecessor({ norm, foundations }: RuledNorm): Problem[] {
  if (norm.predecessor !== null || !foundations.hold('origins go with a norm that is replaced', { norm })) return [];
  const why = 'kan alleen als "opvolger_van" zegt welke norm door deze wordt vervangen; vul dat in, of haal dit weg';
  const [first] = norm.ambitions.filter(({ origins }) => origins.length > 0);
  if (first) return [error(first.at.value('origins'), `"herkomst" ${why}`)];
  return norm.dropped.length > 0 ? [error(norm.at.value('dropped'), `"vervallen" ${why}`)] : [];
}

/**
 * An old ambition must be named at most once in the origins of an ambition and once among the dropped, and not in both.
 */
export const origins: NormRule = (context) => {
  const { norm, foundations } = context;
  if (norm.predecessor === null) return withoutPredecessor(context);
  const named = norm.ambitions
    .flatMap((ambition) => ambition.origins)
    .filter((origin) => foundations.hold('a dropped point has no successor', { origin }));
  const used = new Set(named.map(({ ambition }) => ambition));
  const dropped = norm.dropped.filter((each) => foundations.hold('a point is dropped once', { dropped: each }));
  const again = new Set(repeated(dropped, ({ ambition }) => ambition));
  return [
    ...norm.ambitions.flatMap((ambition) =>
      repeated(
        ambition.origins.filter((origin) => foundations.hold('an origin is named once', { origin })),
        (origin) => origin.ambition,
      ).map((origin) => {
        foundations.doubt<'origin'>(origin, 'ambition');
        return error(
          origin.at.value('ambition'),
          `"${origin.ambition}" staat al bij de herkomst van dit punt; haal een van de twee weg`,
        );
      }),
    ),
    ...dropped
      .filter((each) => again.has(each) || used.has(each.ambition))
      .map((each) => {
        foundations.doubt<'dropped'>(each, 'ambition');
        return error(
          each.at.value('ambition'),
          again.has(each)
            ? `"${each.ambition}" staat al bij "vervallen"; haal een van de twee weg`
            : `"${each.ambition}" staat ook bij een herkomst; een punt is vervallen of heeft een opvolger, dus haal het op een van de twee plaatsen weg`,
        );
      }),
  ];
};
