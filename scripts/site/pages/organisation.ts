import { capitalized } from '../../format/sentence.ts';
import { dateText, periodText } from '../../format/date.ts';
import { readingSentences } from '../../format/letter.ts';
import { organisationNoun, readersText, statusPhrase } from '../../format/terms.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../context.ts';
import { organisationFile } from '../downloads/downloads.ts';
import { PageItem } from '../page-item.ts';
import { correctionViews, isAbout } from '../views/correction.ts';
import { organisationDescription } from '../views/description.ts';
import { figureView } from '../views/figure.ts';
import {
  knownView,
  type LetterRow,
  letterRows,
  nothingSentence,
  otherResults,
  ownResults,
  type OwnResults,
  questionsOf,
  responseOf,
  standView,
  themeResults,
} from '../views/letter.ts';
import { link } from '../views/link.ts';
import { askLink } from '../views/not-known.ts';
import { inProgressSentence } from '../views/notice.ts';
import { participations } from '../views/participation.ts';
import { roundTable } from '../views/round-table.ts';

/** The heading above the open results; a past round gets another one than the newest. */
function openHeading(past: boolean): string {
  return past ? 'Wat stond aan het eind nog open?' : 'Wat staat open?';
}

/** Open results, grouped by when they are expected: overdue ones first, those without a date last. */
function openGroups(rows: readonly LetterRow[]) {
  return [
    { title: 'Verwachte datum voorbij', isUndated: false, rows: rows.filter(({ overdue }) => overdue) },
    { title: 'Met een verwachte datum', isUndated: false, rows: rows.filter((row) => row.due.isKnown && !row.overdue) },
    { title: 'Geen datum bekend', isUndated: true, rows: rows.filter(({ due }) => !due.isKnown) },
  ].filter((group) => group.rows.length > 0);
}

/** The letter about one norm that is completely public. */
function letterView(context: ReportContext, own: OwnResults) {
  const { norm } = own;
  const open = letterRows(context, own);
  const themes = themeResults(context, own);
  return {
    stand: standView(context, own),
    heading: openHeading(norm.norm.status === 'completed'),
    open: openGroups(open),
    reading: readingSentences(
      new Set(open.map(({ since }) => since.before)),
      norm.norm.version,
      open.some(({ trail }) => trail.length > 1) ? norm.norm.predecessor : null,
    ),
    nothingOpen: 'Er staat geen punt open.',
    achieved:
      norm.norm.statusWords.achieved === undefined
        ? 'Wat is behaald?'
        : `Wat staat op ${statusPhrase('achieved', norm.norm.statusWords)}?`,
    questions: questionsOf(context, own, open),
    themes,
    others: otherResults(context, own),
  };
}

/** One norm of an organisation: its letter, or the parts that are known, or that nothing is known. */
function normView(context: ReportContext, norm: NormContext, organisation: Organisation) {
  const {
    norm: { version, title, participants, complete },
    latest,
  } = norm;
  const own = ownResults(norm, organisation);
  const name = organisationNoun(organisation.name);
  const participant = participants.find((each) => each.organisation === organisation.id);
  const period = participant ? periodText(participant.from, participant.until) : null;
  const figure = latest && figureView(context, norm, latest, { kind: 'organisation', organisation: organisation.id });
  const rounds = roundTable(context, norm, { kind: 'organisation', organisation: organisation.id }, name);
  const shown = rounds.rows.filter((row) => row.figure.isInformative);
  return {
    version,
    heading: `${title} ${version}`,
    hasResults: own !== null,
    participation: period && `${capitalized(name)} doet mee ${period}.`,
    round: own && {
      link: link(own.round.round.title, context.to.round(version, own.round.round.id)),
      date: dateText(own.round.round.date),
    },
    letter: own && complete ? letterView(context, own) : null,
    known: own && !complete ? knownView(context, own) : null,
    nothing: nothingSentence(norm, organisation),
    figure: own === null && figure?.isInformative ? figure : null,
    response: own && responseOf(own),
    inProgress: inProgressSentence(context, norm),
    corrections: correctionViews(context, norm, isAbout(organisation.id)),
    rounds: complete && shown.length > 0 ? rounds : null,
    norm: link(`Alles over norm ${version}`, context.to.norm(version)),
  };
}

/** Downloads: the data of the organisation, and its feed if it has one. */
function takeView(context: ReportContext, organisation: Organisation) {
  return {
    data: link(
      `Alle resultaten van ${organisationNoun(organisation.name)} (CSV)`,
      organisationFile(context.to, organisation),
    ),
    explained: link('wat de kolommen betekenen', `${context.to.data}#resultaten`),
    tooi: organisation.tooi && {
      text: `TOOI ${organisation.tooi}`,
      href: `https://identifier.overheid.nl/tooi/id/${organisation.tooi}`,
    },
  };
}

/**
 * The view of an organisation's page: the newest norm with results as a letter, newer norms before it, older ones
 * folded.
 */
function organisationView(context: ReportContext, organisation: Organisation) {
  const norms = context.norms
    .filter(({ norm }) => norm.participants.some((participant) => participant.organisation === organisation.id))
    .toReversed()
    .map((norm) => normView(context, norm, organisation));
  const found = norms.findIndex(({ hasResults }) => hasResults);
  const at = found < 0 ? 0 : found;
  return {
    salutation: readersText(organisation.kind),
    newer: norms.slice(0, at),
    main: norms[at]!,
    older: norms.slice(at + 1),
    ask: askLink(context),
    sheet: link('Deze stand op één blad A4', context.to.sheet(organisation.id)),
    take: takeView(context, organisation),
  };
}

/** A page for each organisation that takes part in a published norm. */
export function organisationPages(context: ReportContext): PageItem[] {
  return participations(context).map(
    ({ organisation }) =>
      new PageItem(
        context,
        {
          address: context.at.organisation(organisation.id),
          parent: context.at.home,
          organisation,
          noun: organisationNoun(organisation.name),
          describe: () => organisationDescription(context, organisation),
        },
        () => organisationView(context, organisation),
      ),
  );
}
