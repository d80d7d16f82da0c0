import type { Comparison } from '../../compute/comparison.ts';
import { amount } from '../../format/count.ts';
import { dateText, termText } from '../../format/date.ts';
import { enumeration } from '../../format/list.ts';
import { normStatusText } from '../../format/term.ts';
import type { Norm } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';
import { comparisonChart } from '../charts/comparison.ts';
import { flowChart } from '../charts/flow.ts';
import { chartViewOf } from './chart.ts';
import { changeLists } from './comparison-change.ts';
import { comparedRows } from './comparison-row.ts';
import { figureView } from './figure.ts';
import { link } from './link.ts';
import { ambitionCount } from './norm.ts';

const themeCount = ({ complete, themes }: Norm): string => (themes.length > 0 || complete ? String(themes.length) : 'niet openbaar');

const sideBySide = (from: Norm, to: Norm) => {
  const row = (name: string, text: (norm: Norm) => string) => ({ name, from: text(from), to: text(to) });
  return [
    row('Status', ({ status }) => normStatusText(status)),
    row('Looptijd', ({ term }) => (term ? termText(term.from, term.to) : 'niet bekend')),
    row('Vastgesteld', ({ adopted }) => (adopted ? dateText(adopted) : 'niet bekend')),
    row('Ambitiepunten', ambitionCount),
    row("Thema's", themeCount),
    row('Deelnemers', ({ participants }) => String(participants.length)),
  ];
};

const participantLists = (context: ReportContext, { from, to }: Comparison) => {
  const [before, after] = [from, to].map(({ participants }) => new Set(participants.map(({ organisation }) => organisation))) as [Set<string>, Set<string>];
  const named = (keep: (id: string) => boolean) => context.report.data.organisations
    .filter(({ id }) => keep(id)).map(({ id, name }) => link(name, context.to.organisation(id)));
  return [
    { name: 'Doen mee aan beide normen', organisations: named((id) => before.has(id) && after.has(id)), empty: 'Geen enkele organisatie doet mee aan beide normen.' },
    { name: `Nieuw in norm ${to.version}`, organisations: named((id) => !before.has(id) && after.has(id)), empty: `In norm ${to.version} zijn er geen nieuwe deelnemers.` },
    { name: `Alleen in norm ${from.version}`, organisations: named((id) => before.has(id) && !after.has(id)), empty: `Iedere deelnemer van norm ${from.version} doet ook mee aan norm ${to.version}.` },
  ];
};

/** Why progress cannot be compared; null where it can. */
const obstacle = ({ from, to, roundFrom, roundTo, pairs }: Comparison): string | null => {
  const partial = [from, to].filter(({ complete }) => !complete).map(({ version }) => `norm ${version}`);
  if (partial.length > 0) return `De voortgang is niet te vergelijken. Niet alles van ${enumeration(partial)} is openbaar.`;
  if (!roundFrom || !roundTo) return `De voortgang is nog niet te vergelijken. Van ${roundFrom ? `norm ${to.version}` : `norm ${from.version}`} zijn er nog geen resultaten per punt.`;
  return pairs.length === 0 ? 'De voortgang is niet te vergelijken: er zijn geen vergelijkbare punten.' : null;
};

const standOf = (context: ReportContext, version: string) => {
  const norm = context.norm(version);
  return norm?.latest ? figureView(context, norm, norm.latest, { kind: 'total' }) : null;
};

/** What the page that puts two norms side by side shows. */
export const comparisonView = (context: ReportContext, comparison: Comparison) => {
  const { from, to, pairs } = comparison;
  const newer = context.norm(to.version)!;
  const why = obstacle(comparison);
  const lists = changeLists(context, comparison);
  const publicPoints = to.ambitions.length > 0;
  return {
    from: link(`Norm ${from.version}`, context.to.norm(from.version)),
    to: link(`Norm ${to.version}`, context.to.norm(to.version)),
    charts: {
      flow: chartViewOf(context, flowChart(context, comparison)),
      themes: chartViewOf(context, comparisonChart(context, comparison, 'theme')),
      organisations: chartViewOf(context, comparisonChart(context, comparison, 'organisation')),
    },
    facts: sideBySide(from, to),
    stands: { from: standOf(context, from.version), to: standOf(context, to.version), empty: 'geen cijfer openbaar' },
    participants: participantLists(context, comparison),
    changes: publicPoints ? lists.filter(({ points }) => points.length > 0) : [],
    counts: publicPoints ? lists.map(({ id, heading, points }) => ({ id, heading, count: String(points.length), any: points.length > 0 })) : [],
    changesNone: `De ambitiepunten van norm ${to.version} zijn niet openbaar. Daarom is niet bekend welke punten zijn gebleven, veranderd, nieuw of vervallen.`,
    obstacle: why,
    progress: why === null
      ? {
        intro: `${amount(pairs.length, 'punt is', 'punten zijn')} in beide normen te vergelijken. Alleen daarover gaan deze cijfers. Een nieuw, vervallen of veranderd punt telt niet mee.`,
        rows: comparedRows(context, comparison, newer),
      }
      : null,
  };
};
