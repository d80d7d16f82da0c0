import { dateText } from '../../format/date.ts';
import { capitalized } from '../../format/sentence.ts';
import { headlineSentence } from '../../format/progress.ts';
import { adoptedText, roundKindText } from '../../format/terms.ts';
import { byDate } from '../../model/date.ts';
import type { Round } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { changeFigure, changeOf } from '../views/change.ts';
import { chartViewOn } from '../views/chart.ts';
import { homeDescription } from '../views/description.ts';
import { figureCell, type FigureCell, figureView } from '../views/figure.ts';
import { knownResults } from '../views/known-results.ts';
import { link, type Link } from '../views/link.ts';
import { inProgressSentence, notPublicSentence } from '../views/notice.ts';
import { participationRows } from '../views/participation.ts';
import { scopeTable, themeRows } from '../views/scope-table.ts';

/** Something that happened in the life of the norms. */
export interface Moment {
  readonly kind: 'norm' | 'round';
  readonly date: string;
  readonly link: Link;
  readonly text: string;
  /** How far the whole norm was in a round; null where that round says nothing about it. */
  readonly figure: FigureCell | null;
}

function momentsOf(
  context: ReportContext,
  normContext: NormContext,
): (Omit<Moment, 'date'> & { readonly day: string })[] {
  const { norm, figures } = normContext;
  const start = norm.adopted ?? norm.term?.from ?? null;
  return [
    ...(start === null
      ? []
      : [
          {
            kind: 'norm' as const,
            day: start,
            figure: null,
            text: norm.adopted ? adoptedText(norm.status) : 'Begin van de looptijd',
            link: link(`${norm.title} ${norm.version}`, context.to.norm(norm.version)),
          },
        ]),
    ...figures.rounds.map((round) => {
      const figure = figureCell(context, normContext, round, { kind: 'total' });
      return {
        kind: 'round' as const,
        day: round.round.date,
        figure: figure.isInformative ? figure : null,
        text: capitalized(`${roundKindText(round.round.kind)} van norm ${norm.version}`),
        link: link(round.round.title, context.to.round(norm.version, round.round.id)),
      };
    }),
  ];
}

/** Norms and rounds by date. */
function timelineView(context: ReportContext): Moment[] {
  return context.norms
    .flatMap((norm) => momentsOf(context, norm))
    .sort((a, b) => byDate(a.day, b.day))
    .map(({ day, ...moment }) => ({ ...moment, date: dateText(day) }));
}

function headlineView(context: ReportContext) {
  const { headline } = context.report;
  const norm = headline && context.norm(headline.norm.norm.version);
  if (!headline || !norm) return null;
  const figure = figureView(context, norm, headline.round, { kind: 'total' });
  return {
    sentence: capitalized(
      headlineSentence(
        `norm ${norm.norm.version}`,
        figure.kind,
        figure.value,
        headline.round.round.date,
        norm.norm.statusWords,
      ),
    ),
    figure,
    later: headline.laterRound && laterSentence(headline.laterRound.round),
    norm: link(`Alles over norm ${norm.norm.version}`, context.to.norm(norm.norm.version)),
  };
}

/** That the figure is not of the newest round, since that has none. */
function laterSentence({ title, date }: Round): string {
  return `Van de latere meting ‘${title}’ (${dateText(date)}) is er geen cijfer over het geheel.`;
}

function latestChange(context: ReportContext, norm: NormContext | undefined) {
  const change = norm?.latest && changeOf(norm, norm.latest.round);
  const figure = norm && change && norm.norm.complete ? changeFigure(context, norm, change) : null;
  return change && figure && { heading: `Sinds de meting ‘${change.from.title}’`, figure };
}

function knownLists(context: ReportContext) {
  return context.norms.flatMap((norm) => {
    const round = norm.latestWithCells;
    return norm.norm.complete || !round
      ? []
      : [{ heading: `Wat openbaar bekend is van norm ${norm.norm.version}`, ...knownResults(context, norm, round) }];
  });
}

/** What the home page of a report shows: the answer, what changed, themes, organisations, timeline. */
export function homeView(context: ReportContext) {
  const { data, headline } = context.report;
  const norm = headline ? context.norm(headline.norm.norm.version) : context.norms.at(-1);
  return {
    summary: data.summary,
    headline: headlineView(context),
    noHeadline: 'Er is nog geen cijfer openbaar.',
    inProgress: context.norms.flatMap((each) => inProgressSentence(context, each) ?? []),
    notPublic: context.norms.flatMap((each) => notPublicSentence(each.norm) ?? []),
    progress: norm ? chartViewOn(context, context.to.norm(norm.norm.version), norm.norm.version, 'progress') : null,
    change: latestChange(context, norm),
    known: knownLists(context),
    themes: norm && {
      heading: `Thema’s van norm ${norm.norm.version}`,
      chart:
        norm.latest &&
        chartViewOn(context, context.to.round(norm.norm.version, norm.latest.round.id), norm.norm.version, 'themes'),
      table: scopeTable(
        'Thema',
        `Stand per thema, ${norm.latest?.round.title ?? 'nog geen meting'}`,
        themeRows(context, norm, norm.latest),
        `De thema’s van norm ${norm.norm.version} zijn niet openbaar.`,
      ),
    },
    organisations: participationRows(context, norm),
    norms: context.norms.map((each) =>
      link(`${each.norm.title} ${each.norm.version}`, context.to.norm(each.norm.version)),
    ),
    noNorms: 'Er is nog geen norm openbaar.',
    timeline: timelineView(context),
  };
}

/** Where a report opens. */
export function homePages(context: ReportContext): PageItem[] {
  return [
    new PageItem(context, { address: context.at.home, parent: null, describe: () => homeDescription(context) }, () =>
      homeView(context),
    ),
  ];
}
