import type { Comparison } from '../../compute/comparison.ts';
import { participantsSentence } from '../../format/chart-sentence.ts';
import { amount, enumeration } from '../../format/sentence.ts';
import { countingSentence } from '../../format/change.ts';
import { dateText, termText } from '../../format/date.ts';
import { normStatusText } from '../../format/terms.ts';
import type { Norm } from '../../model/norm.ts';
import type { ChartRole } from '../charts/figure.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { chartViewOn } from '../views/chart.ts';
import { changeLists, type ComparedRow, comparedRows } from '../views/comparison.ts';
import { figureCell } from '../views/figure.ts';
import { link, tabsOf } from '../views/link.ts';
import { inProgressSentence } from '../views/notice.ts';
import { sharedNote } from '../views/score.ts';
import { ambitionCount } from './norm.ts';

function themeCount({ complete, themes }: Norm): string {
  return themes.length > 0 || complete ? String(themes.length) : 'niet openbaar';
}

function factsOf(norm: Norm) {
  return [
    { name: 'Status', text: normStatusText(norm.status) },
    { name: 'Looptijd', text: norm.term ? termText(norm.term.from, norm.term.to) : 'niet bekend' },
    { name: 'Vastgesteld of ondertekend', text: norm.adopted ? dateText(norm.adopted) : 'niet bekend' },
    { name: 'Ambitiepunten', text: ambitionCount(norm) },
    { name: 'Thema’s', text: themeCount(norm) },
    { name: 'Deelnemers', text: String(norm.participants.length) },
  ];
}

/** What is known of any two norms: who takes part. */
function participantSentence({ from, to }: Comparison): string {
  const before = new Set(from.participants.map(({ organisation }) => organisation));
  const stayed = to.participants.filter(({ organisation }) => before.has(organisation)).length;
  return participantsSentence({
    from: from.version,
    to: to.version,
    before: from.participants.length,
    after: to.participants.length,
    stayed,
  });
}

function participantLists(context: ReportContext, { from, to }: Comparison) {
  const [before, after] = [from, to].map(
    ({ participants }) => new Set(participants.map(({ organisation }) => organisation)),
  ) as [Set<string>, Set<string>];
  function named(keep: (id: string) => boolean) {
    return context.report.data.organisations
      .filter(({ id }) => keep(id))
      .map(({ id, name }) => link(name, context.to.organisation(id)));
  }
  return [
    {
      name: 'Doen mee aan beide normen',
      organisations: named((id) => before.has(id) && after.has(id)),
      empty: 'Geen enkele organisatie doet mee aan beide normen.',
    },
    {
      name: `Nieuw in norm ${to.version}`,
      organisations: named((id) => !before.has(id) && after.has(id)),
      empty: `In norm ${to.version} zijn er geen nieuwe deelnemers.`,
    },
    {
      name: `Alleen in norm ${from.version}`,
      organisations: named((id) => before.has(id) && !after.has(id)),
      empty: `Iedere deelnemer van norm ${from.version} doet ook mee aan norm ${to.version}.`,
    },
  ];
}

/** Why progress cannot be compared; null where it can. */
function obstacle({ from, to, roundFrom, roundTo, pairs }: Comparison): string | null {
  const partial = [from, to].filter(({ complete }) => !complete).map(({ version }) => `norm ${version}`);
  if (partial.length > 0)
    return `De voortgang is niet te vergelijken. Niet alles van ${enumeration(partial)} is openbaar.`;
  if (!roundFrom || !roundTo)
    return `De voortgang is nog niet te vergelijken. Van ${roundFrom ? `norm ${to.version}` : `norm ${from.version}`} zijn er nog geen resultaten per punt.`;
  return pairs.length === 0 ? 'De voortgang is niet te vergelijken: er zijn geen vergelijkbare punten.' : null;
}

function standOf(context: ReportContext, version: string) {
  const norm = context.norm(version);
  return norm?.latest
    ? { figure: figureCell(context, norm, norm.latest, { kind: 'total' }), date: dateText(norm.latest.round.date) }
    : null;
}

function chartOf(context: ReportContext, { from, to }: Comparison, role: ChartRole) {
  return chartViewOn(context, context.to.comparison(from.version, to.version), to.version, role);
}

/** The figures of comparable points: of all together, and by theme and organisation. */
function progressView(context: ReportContext, comparison: Comparison, newer: NormContext) {
  const rows = comparedRows(context, comparison, newer);
  const total = rows.find((row) => row.kind === 'total')!;
  function ofKind(kind: ComparedRow['kind']) {
    return rows.filter((row) => row.kind === kind);
  }
  return {
    intro: `${amount(comparison.pairs.length, 'punt is', 'punten zijn')} in beide normen te vergelijken. Alleen daarover gaan deze cijfers. Een punt dat nieuw of vervallen is, of te veel is veranderd, telt niet mee.`,
    counting: countingSentence(comparison.from, comparison.to),
    weight: sharedNote(rows.map(({ difference }) => difference.weight)),
    rounds: [
      { round: total.from.round, date: dateText(comparison.roundFrom!.date) },
      { round: total.to.round, date: dateText(comparison.roundTo!.date) },
    ],
    total,
    tables: [
      {
        id: 'themas',
        heading: 'Per thema',
        caption: 'Voortgang op vergelijkbare punten, per thema',
        rows: ofKind('theme'),
        chart: chartOf(context, comparison, 'themes'),
      },
      {
        id: 'organisaties',
        heading: 'Per organisatie',
        caption: 'Voortgang op vergelijkbare punten, per organisatie',
        rows: ofKind('organisation'),
        chart: chartOf(context, comparison, 'organisations'),
      },
    ].filter(({ rows: shown }) => shown.length > 0),
  };
}

/** What the page that puts two norms side by side shows. */
function comparisonView(context: ReportContext, comparison: Comparison) {
  const { from, to } = comparison;
  const newer = context.norm(to.version)!;
  const why = obstacle(comparison);
  const lists = changeLists(context, comparison);
  const publicPoints = to.ambitions.length > 0;
  const flow = chartOf(context, comparison, 'flow');
  function side(norm: Norm) {
    return {
      norm: link(`Norm ${norm.version}`, context.to.norm(norm.version)),
      facts: factsOf(norm),
      stand: standOf(context, norm.version),
    };
  }
  return {
    tabs: tabsOf([
      ['naast-elkaar', 'In één oogopslag'],
      why === null && ['voortgang', 'Voortgang'],
      ['deelnemers', 'Deelnemers'],
      ['veranderingen', 'Elk punt'],
    ]),
    flow,
    lead: flow?.sentence ?? participantSentence(comparison),
    sides: [side(from), side(to)],
    standNone: 'Er is nog geen cijfer openbaar.',
    from: link(`Norm ${from.version}`, context.to.norm(from.version)),
    to: link(`Norm ${to.version}`, context.to.norm(to.version)),
    participants: participantLists(context, comparison),
    changes: publicPoints ? lists.filter(({ points }) => points.length > 0) : [],
    counts: publicPoints
      ? lists.map(({ id, heading, points }) => ({ id, heading, count: String(points.length), any: points.length > 0 }))
      : [],
    changesNone: `De ambitiepunten van norm ${to.version} zijn niet openbaar. Daarom is niet bekend welke punten zijn gebleven, veranderd, nieuw of vervallen.`,
    inProgress: [context.norm(from.version)!, newer].flatMap((norm) => inProgressSentence(context, norm) ?? []),
    obstacle: why,
    progress: why === null ? progressView(context, comparison, newer) : null,
  };
}

/** Each norm beside the one it replaces. */
export function comparisonPages(context: ReportContext): PageItem[] {
  return context.report.comparisons.map((comparison) => {
    const { from, to } = comparison;
    return new PageItem(
      context,
      { address: context.at.comparison(from.version, to.version), parent: context.at.home, from, to },
      () => comparisonView(context, comparison),
    );
  });
}
