import type { RoundFigures } from '../../compute/round.ts';
import { dateText, termText } from '../../format/date.ts';
import { adoptedText, normStatusText } from '../../format/terms.ts';
import type { Norm } from '../../model/norm.ts';
import type { ChartRole } from '../charts/figure.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { answerView, isPast } from '../views/answer.ts';
import { chartViewOn } from '../views/chart.ts';
import { normDescription, relatedNormsDescription } from '../views/description.ts';
import { knownResults } from '../views/known-results.ts';
import { ambitionLink, link } from '../views/link.ts';
import { matrixView } from '../views/matrix.ts';
import { inProgressSentence, notPublicSentence, successorNotice, undatedRounds } from '../views/notice.ts';
import { roundTable } from '../views/round-table.ts';
import { hasThemePage, scopeTable, shortOrganisationRows, shortThemeRows, sinceNote } from '../views/scope-table.ts';
import { sourceViews } from '../views/source.ts';
import { sortingLinks } from './sorting.ts';

function agreedFacts({ norm }: NormContext): { readonly name: string; readonly text: string }[] {
  return [
    { name: 'Status', text: normStatusText(norm.status) },
    ...(norm.term ? [{ name: 'Looptijd', text: termText(norm.term.from, norm.term.to) }] : []),
    ...(norm.adopted ? [{ name: adoptedText(norm.status), text: dateText(norm.adopted) }] : []),
    { name: 'Ambitiepunten', text: ambitionCount(norm) },
    { name: 'Deelnemers', text: String(norm.participants.length) },
  ];
}

/**
 * How many ambitions a norm has. If the norm is not complete, the parts that are known need not be ambitions, and their
 * number is not that of its ambitions.
 */
export function ambitionCount({ complete, ambitions }: Norm): string {
  return complete ? String(ambitions.length) : 'niet openbaar';
}

/** Explanations of themes that have no page of their own. */
function themeNotes(norm: NormContext) {
  return norm.norm.themes.flatMap(({ id, title, explanation }) =>
    explanation === null || hasThemePage(norm, id) ? [] : [{ id, title, explanation }],
  );
}

/** Ambitions by theme, for norms without a matrix. */
function pointLists(context: ReportContext, norm: NormContext) {
  return [...norm.norm.themes.map(({ id, title }) => ({ id, title })), { id: null, title: null }].flatMap(
    ({ id, title }) => {
      const points = norm.ambitionsOf(id);
      return points.length === 0
        ? []
        : [{ title, points: points.map((ambition) => ambitionLink(context, norm.norm, ambition)) }];
    },
  );
}

function withoutMatrix({ norm, latest }: NormContext): string {
  if (!norm.complete) return 'Dit is openbaar bekend:';
  return latest
    ? 'Op de pagina van een punt staat het resultaat van elke organisatie.'
    : 'Er is nog geen meting openbaar. Dit zijn de ambitiepunten:';
}

function comparisonsOf({ report, to: address }: ReportContext, version: string) {
  return report.comparisons
    .filter(({ from, to }) => from.version === version || to.version === version)
    .map(({ from, to }) =>
      link(`Norm ${from.version} naast norm ${to.version}`, address.comparison(from.version, to.version)),
    );
}

/** The view of a norm's page: how far it is, what was agreed and by whom, and the evidence. */
export function normView(context: ReportContext, norm: NormContext) {
  const {
    latest,
    norm: { version, complete },
  } = norm;
  const known = norm.latestWithCells;
  function chartOfRound({ round }: RoundFigures, role: ChartRole) {
    return chartViewOn(context, context.to.round(version, round.id), version, role);
  }
  const pointsHeading = complete || norm.norm.ambitions.length === 0 ? 'Ambitiepunten' : 'Openbaar bekend';
  return {
    notice: successorNotice(context, norm),
    answer: latest && answerView(context, norm, latest, { kind: 'total' }, `norm ${version}`, isPast(norm, latest)),
    charts: {
      progress: chartViewOn(context, context.to.norm(version), version, 'progress'),
      themes: latest && chartOfRound(latest, 'themes'),
      organisations: latest && chartOfRound(latest, 'organisations'),
    },
    noRound: `Van norm ${version} is nog geen meting openbaar.`,
    inProgress: inProgressSentence(context, norm),
    notPublic: notPublicSentence(norm.norm),
    summary: norm.norm.summary,
    facts: agreedFacts(norm),
    sources: sourceViews(context, norm.norm.sources),
    rounds: roundTable(context, norm, { kind: 'total' }, 'alle organisaties samen'),
    undated: undatedRounds(context, norm.norm),
    themes: scopeTable(
      'Thema',
      `Stand per thema, ${latest?.round.title ?? 'nog geen meting'}`,
      shortThemeRows(context, norm, latest),
      `De thema’s van norm ${version} zijn niet openbaar.`,
      sinceNote(norm, latest),
    ),
    themeNotes: themeNotes(norm),
    organisations: scopeTable(
      'Organisatie',
      `Stand per organisatie, ${latest?.round.title ?? 'nog geen meting'}`,
      shortOrganisationRows(context, norm, latest),
      'Er zijn geen deelnemers bekend.',
      sinceNote(norm, latest),
    ),
    known: !complete && known ? knownResults(context, norm, known) : null,
    matrix: complete ? matrixView(context, norm, latest, norm.norm.ambitions) : null,
    open: norm.latestWithCells && link('Alles wat open staat, over alle organisaties', context.to.open(version)),
    sorting: sortingLinks(context, norm),
    pointsHeading,
    points: pointLists(context, norm),
    pointsIntro: withoutMatrix(norm),
    pointsNone: complete
      ? `Norm ${version} heeft geen ambitiepunten.`
      : `De ambitiepunten van norm ${version} zijn niet openbaar.`,
    comparisons: comparisonsOf(context, version),
  };
}

/** A page for each published norm. */
export function normPages(context: ReportContext): PageItem[] {
  return context.norms.map(
    (norm) =>
      new PageItem(
        context,
        {
          address: context.at.norm(norm.norm.version),
          parent: context.at.home,
          norm: norm.norm,
          // The menu only has the newest norm; the timeline links to all of them.
          isNewest: norm === context.norms.at(-1),
          describe: () => normDescription(context, norm),
        },
        () => normView(context, norm),
      ),
  );
}

/** Comparable norms of other regions. */
function relatedNormsView(context: ReportContext) {
  return {
    region: context.report.data.region,
    norms: context.report.data.relatedNorms.map(({ name, region, explanation, sources }) => ({
      name,
      region,
      explanation,
      sources: sourceViews(context, sources),
    })),
  };
}

/** The page about comparable norms of other regions. */
export function relatedNormsPages(context: ReportContext): PageItem[] {
  return [
    new PageItem(
      context,
      { address: context.at.relatedNorms, parent: context.at.home, describe: () => relatedNormsDescription(context) },
      () => relatedNormsView(context),
    ),
  ];
}
