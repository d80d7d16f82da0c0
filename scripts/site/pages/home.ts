import { comparedBasis, notKnownSentence } from '../../format/answer.ts';
import { dateText } from '../../format/date.ts';
import { percentText } from '../../format/number.ts';
import { statusPhrase } from '../../format/terms.ts';
import type { Round } from '../../model/round.ts';
import type { ReportContext, NormContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { answerView } from '../views/answer.ts';
import { changeFigure, changeOf, movedSentence } from '../views/change.ts';
import { homeDescription } from '../views/description.ts';
import { figureIdentity } from '../views/figure.ts';
import { knownText } from '../views/known-results.ts';
import { ambitionLink, link } from '../views/link.ts';
import { notPublicSentence, inProgressSentence } from '../views/notice.ts';
import { participationRows } from '../views/participation.ts';
import { scopeTable, shortThemeRows } from '../views/scope-table.ts';
import { timelineView } from '../views/timeline.ts';

/** The answer at the top of a report. */
function headlineView(context: ReportContext) {
  const { headline } = context.report;
  const norm = headline && context.norm(headline.norm.norm.version);
  if (!headline || !norm) return null;
  return {
    ...answerView(context, norm, headline.round, { kind: 'total' }, `norm ${norm.norm.version}`),
    later: headline.laterRound && laterSentence(headline.laterRound.round),
  };
}

/** Says that the newest round has no figure, so that this one is older. */
function laterSentence({ title, date }: Round): string {
  return `Van de latere meting ‘${title}’ (${dateText(date)}) is er geen cijfer over het geheel.`;
}

/** Both percentages of the part that two norms share, counted the same way; null where none of it may be compared. */
function comparedView({ report, to }: ReportContext, version: string) {
  const found = report.comparisons.find((comparison) => comparison.to.version === version);
  const total = found?.rows[0];
  if (!found || !total?.percentageFrom || !total.percentageTo) return null;
  return {
    identity: figureIdentity('vergelijking', [found.from.version, version], total.scope),
    basis: comparedBasis(total.cells ?? 0, `norm ${found.from.version}`),
    word: statusPhrase('achieved', found.to.statusWords),
    from: percentText(total.percentageFrom),
    to: percentText(total.percentageTo),
    link: link(`Norm ${found.from.version} naast norm ${version}`, to.comparison(found.from.version, version)),
  };
}

/** Whether things got better: since the previous round and, where comparable, since the previous norm. */
function progressView(context: ReportContext, norm: NormContext | undefined) {
  const change = norm?.latest && norm.norm.complete ? changeOf(norm, norm.latest.round) : null;
  const figure = norm && change ? changeFigure(context, norm, change) : null;
  const compared = norm ? comparedView(context, norm.norm.version) : null;
  return {
    sentence: change && movedSentence(change),
    figure,
    more:
      norm?.latest &&
      change &&
      link('Hoe is dat vergeleken?', `${context.to.round(norm.norm.version, norm.latest.round.id)}#veranderd`),
    compared,
    notKnown:
      figure || compared
        ? null
        : notKnownSentence(
            context.norms.map(({ norm: { version }, figures: { rounds } }) => ({ version, rounds: rounds.length })),
          ),
  };
}

/** What is known, per ambition, of the newest norm with results that is not completely public. */
function knownView(context: ReportContext, norm: NormContext | undefined) {
  const round = norm?.latestWithCells;
  if (!norm || !round || norm.norm.complete) return null;
  const { byAmbition } = norm.index(round);
  return {
    summary: knownText(context, norm, round.cells),
    points: norm.norm.ambitions
      .filter(({ id }) => byAmbition.has(id))
      .map((ambition) => ambitionLink(context, norm.norm, ambition)),
  };
}

function themesView(context: ReportContext, norm: NormContext) {
  const { version } = norm.norm;
  return {
    heading: `Thema’s van norm ${version}`,
    table: scopeTable(
      'Thema',
      `Stand per thema, ${norm.latest?.round.title ?? 'nog geen meting'}`,
      shortThemeRows(context, norm, norm.latest),
      `De thema’s van norm ${version} zijn niet openbaar.`,
    ),
    all: link(`Alles over norm ${version}`, context.to.norm(version)),
  };
}

/** Shown while no norm is public, to readers and to editors; null once one is. */
function beginningView({ norms, settings }: ReportContext) {
  if (norms.length > 0) return null;
  return {
    now: 'Er is nog geen norm openbaar. Daarom staan hier nog geen cijfers.',
    later: [
      'Zodra er een norm is, ziet u hier welke organisaties meedoen en wat zij hebben afgesproken.',
      'Na de eerste meting ziet u ook hoe ver zij daarmee zijn.',
    ],
    question: `Wilt u weten wanneer dat is? Vraag het aan ${settings.publisher}:`,
    contact: link(settings.contact, `mailto:${settings.contact}`),
  };
}

/** The view of a report's home page: the answer, my organisation, what changed, themes, timeline. */
export function homeView(context: ReportContext) {
  const { data, headline } = context.report;
  const norm = headline ? context.norm(headline.norm.norm.version) : context.norms.at(-1);
  return {
    summary: data.summary,
    headline: headlineView(context),
    beginning: beginningView(context),
    noHeadline: 'Er is nog geen cijfer openbaar.',
    open: norm?.latestWithCells && link('Wat staat er nog open?', context.to.open(norm.norm.version)),
    inProgress: context.norms.flatMap((each) => inProgressSentence(context, each) ?? []),
    notPublic: context.norms.flatMap((each) => notPublicSentence(each.norm) ?? []),
    organisations: participationRows(context, norm),
    progress: progressView(context, norm),
    known: knownView(context, norm),
    themes: norm ? themesView(context, norm) : null,
    timeline: timelineView(context, norm),
  };
}

/** The home page of a report. */
export function homePages(context: ReportContext): PageItem[] {
  return [
    new PageItem(context, { address: context.at.home, parent: null, describe: () => homeDescription(context) }, () =>
      homeView(context),
    ),
  ];
}
