import { flow, type FlowBand } from '../../charts/flow.ts';
import type { Comparison } from '../../compute/comparison.ts';
import { flowSentence } from '../../format/chart-sentence.ts';
import { amount } from '../../format/sentence.ts';
import type { Relation } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';
import { groupBy } from '../../model/group.ts';
import { chartFigure, type ChartFigure, versionId } from './figure.ts';

type BandOfPoint = Relation | 'merged' | 'split' | 'added' | 'dropped';

const WAYS: readonly (readonly [BandOfPoint, string, FlowBand['kind']])[] = [
  ['equal', 'gelijk gebleven', 'kept'],
  ['equivalent', 'gelijkwaardig', 'kept'],
  ['sharpened', 'aangescherpt', 'changed'],
  ['relaxed', 'versoepeld', 'changed'],
  ['overlaps', 'overlapt', 'changed'],
  ['merged', 'samengevoegd', 'changed'],
  ['split', 'gesplitst', 'changed'],
  ['added', 'nieuw', 'added'],
  ['dropped', 'vervallen', 'dropped'],
];

/** Each point of either norm in one band: by its relation where that is one to one, else as merged or split. */
function waysOf({ from, to }: Comparison): {
  readonly old: readonly BandOfPoint[];
  readonly new: readonly BandOfPoint[];
} {
  const links = to.ambitions.flatMap((ambition) => ambition.origins.map((origin) => ({ ambition, origin })));
  const byOld = groupBy(links, ({ origin }) => origin.ambition);
  function wayOf({ ambition, origin }: (typeof links)[number]): BandOfPoint {
    if (ambition.origins.length > 1) return 'merged';
    return byOld.get(origin.ambition)!.length > 1 ? 'split' : origin.relation;
  }
  return {
    old: from.ambitions.map(({ id }): BandOfPoint => {
      const onward = byOld.get(id) ?? [];
      if (onward.length > 1) return 'split';
      return onward[0] ? wayOf(onward[0]) : 'dropped';
    }),
    new: to.ambitions.map((ambition): BandOfPoint => {
      const [origin] = ambition.origins;
      return origin ? wayOf({ ambition, origin }) : 'added';
    }),
  };
}

/** How the points of a norm went on into the next; null where not all points of both are public. */
export function flowChart(context: ReportContext, comparison: Comparison): ChartFigure | null {
  const { from, to } = comparison;
  if (!from.complete || !to.complete || from.ambitions.length + to.ambitions.length === 0) return null;
  const ways = waysOf(comparison);
  function count(list: readonly BandOfPoint[], way: BandOfPoint) {
    return list.filter((each) => each === way).length;
  }
  const bands = WAYS.map(([way, label, kind]) => ({
    label,
    kind,
    from: count(ways.old, way),
    to: count(ways.new, way),
  })).filter((band) => band.from + band.to > 0);
  function points(number: number) {
    return amount(number, 'punt', 'punten');
  }
  return chartFigure(
    flow,
    {
      fromTitle: `${from.version}: ${points(from.ambitions.length)}`,
      toTitle: `${to.version}: ${points(to.ambitions.length)}`,
      bands,
    },
    {
      id: `vergelijking-${versionId(from.version)}-${versionId(to.version)}-doorloop`,
      title: `Wat werd er van de punten van norm ${from.version}?`,
      sentence: flowSentence({
        from: from.version,
        to: to.version,
        old: from.ambitions.length,
        dropped: count(ways.old, 'dropped'),
        added: count(ways.new, 'added'),
      }),
      legend: [],
      role: 'flow',
      version: to.version,
      shownOn: context.to.comparison(from.version, to.version),
      round: null,
      sources: to.sources,
      table: {
        head: ['Wat ermee gebeurde', `Punten van norm ${from.version}`, `Punten van norm ${to.version}`],
        rows: bands.map((band) => [band.label, String(band.from), String(band.to)]),
      },
    },
  );
}
