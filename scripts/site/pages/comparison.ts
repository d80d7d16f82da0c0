import type { Comparison } from '../../compute/comparison.ts';
import { participantsSentence } from '../../format/comparison.ts';
import { dateText, termText } from '../../format/date.ts';
import { enumeration } from '../../format/sentence.ts';
import { adoptedText, normStatusText } from '../../format/terms.ts';
import type { Norm } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { chartViewOn } from '../views/chart.ts';
import { answerText, answerView, organisationsView, themeChanges } from '../views/comparison.ts';
import { fitting } from '../views/description.ts';
import { link } from '../views/link.ts';
import { inProgressSentence } from '../views/notice.ts';
import { ambitionCount } from './norm.ts';

function themeCount({ complete, themes }: Norm): string {
  return themes.length > 0 || complete ? String(themes.length) : 'niet openbaar';
}

type NormFact = readonly [name: string, of: (norm: Norm) => string];

/** When each norm was agreed, in the words of its own page; where those differ, each date says what happened on it. */
function adoptedFact(from: Norm, to: Norm): NormFact {
  const name = adoptedText(from.status);
  const isShared = name === adoptedText(to.status);
  return [
    isShared ? name : 'Datum',
    ({ adopted, status }) =>
      adopted === null
        ? 'niet bekend'
        : dateText(adopted) + (isShared ? '' : ` (${adoptedText(status).toLowerCase()})`),
  ];
}

/** What both norms say about themselves, one row per fact. */
function factRows({ from, to }: Comparison) {
  const facts: readonly NormFact[] = [
    ['Status', ({ status }) => normStatusText(status)],
    ['Looptijd', ({ term }) => (term ? termText(term.from, term.to) : 'niet bekend')],
    adoptedFact(from, to),
    ['Ambitiepunten', ambitionCount],
    ['Thema’s', themeCount],
    ['Deelnemers', ({ participants }) => String(participants.length)],
  ];
  return facts.map(([name, of]) => ({ name, from: of(from), to: of(to) }));
}

/** A sentence about the participants, which are known for any two norms. */
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

/**
 * The view of a page that compares two norms: the answer, what happened per theme and organisation, and the
 * participants.
 */
function comparisonView(context: ReportContext, comparison: Comparison) {
  const { from, to } = comparison;
  const why = obstacle(comparison);
  const answer = why === null ? answerView(context, comparison) : null;
  const at = context.to.comparison(from.version, to.version);
  return {
    answer,
    obstacle: answer
      ? null
      : (why ?? 'De voortgang is niet te vergelijken: er zijn geen resultaten die in beide normen bekend zijn.'),
    strip: chartViewOn(context, at, to.version, 'points'),
    organisations: answer && {
      ...organisationsView(context, comparison),
      chart: chartViewOn(context, at, to.version, 'organisations'),
    },
    themes: to.ambitions.length > 0 ? themeChanges(context, comparison) : [],
    themesNone: `De ambitiepunten van norm ${to.version} zijn niet openbaar. Daarom is niet bekend welke punten zijn gebleven, veranderd, nieuw of vervallen.`,
    from: link(`Norm ${from.version}`, context.to.norm(from.version)),
    to: link(`Norm ${to.version}`, context.to.norm(to.version)),
    participation: participantSentence(comparison),
    // A table that compares organisations also lists those that cannot be compared.
    participants: answer ? [] : participantLists(context, comparison),
    facts: factRows(comparison),
    inProgress: [from, to].flatMap(({ version }) => inProgressSentence(context, context.norm(version)!) ?? []),
  };
}

/** A page for each norm that replaces another. */
export function comparisonPages(context: ReportContext): PageItem[] {
  return context.report.comparisons.map((comparison) => {
    const { from, to } = comparison;
    const answer = obstacle(comparison) === null ? answerText(context, comparison) : null;
    return new PageItem(
      context,
      {
        address: context.at.comparison(from.version, to.version),
        parent: context.at.home,
        from,
        to,
        isNewest: comparison === context.report.comparisons.at(-1),
        describe: () =>
          fitting([
            answer ?? `Wat bleef er van norm ${from.version} in norm ${to.version}, wat is nieuw, en wie doet mee?`,
          ]),
      },
      () => comparisonView(context, comparison),
    );
  });
}
