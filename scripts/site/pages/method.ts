import { asSentence, capitalized } from '../../format/list.ts';
import { weightText } from '../../format/percentage.ts';
import type { ReportContext } from '../context.ts';
import { link } from '../views/link.ts';
import { notKnown } from '../views/not-known.ts';
import { likeForLikeExample, workedExample } from '../views/worked-example.ts';
import { PageItem } from '../page-item.ts';

const TOTAL = {
  joint: 'Het totaal gaat over alle resultaten samen.',
  'mean-per-organisation': 'Het totaal is het gemiddelde van de organisaties: elke organisatie telt even zwaar.',
} as const;

/** How the figures are made, and what is not known. */
export function methodView(context: ReportContext) {
  return {
    example: workedExample(),
    likeForLike: likeForLikeExample(),
    norms: context.norms.toReversed().map(({ norm }) => ({
      ...link(`${norm.title} ${norm.version}`, context.to.norm(norm.version)),
      counting: norm.complete
        ? [asSentence(capitalized(weightText(norm.counting.partlyAchieved))), TOTAL[norm.counting.total]]
        : ['Niet alles is openbaar. Daarom rekenen wij geen totaal uit.'],
    })),
    comparisons: context.report.comparisons.map(({ from, to }) =>
      link(`Norm ${from.version} naast norm ${to.version}`, context.to.comparison(from.version, to.version)),
    ),
    notKnown: notKnown(context),
    anyNorm: context.norms.length > 0,
    data: context.to.data,
    recalculate: context.to.recalculate,
  };
}

/** How the figures are made. */
export function methodPages(context: ReportContext): PageItem[] {
  return [new PageItem(context, { address: context.at.method, parent: context.at.home }, () => methodView(context))];
}
