import { applicable, type Cell, countStatuses, isKnown } from '../../compute/cells.ts';
import { scopeKey } from '../../compute/figures.ts';
import { amount, asSentence, capitalized, enumeration } from '../../format/sentence.ts';
import { periodText } from '../../format/date.ts';
import { applicableSentence, outcomesText, stepsSentence, tallyText } from '../../format/progress.ts';
import { organisationNoun, readersText, statusPhrase } from '../../format/terms.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { changeOf } from '../views/change.ts';
import { chartViewOn } from '../views/chart.ts';
import { correctionViews, isAbout } from '../views/correction.ts';
import { organisationDescription } from '../views/description.ts';
import { figureCell, figureView } from '../views/figure.ts';
import { link, tabsOf } from '../views/link.ts';
import { inProgressSentence } from '../views/notice.ts';
import { participations } from '../views/participation.ts';
import { resultView, type ResultView } from '../views/result.ts';
import { roundTable } from '../views/round-table.ts';
import { scopeTable, themeRows } from '../views/scope-table.ts';

function standSentences({ norm }: NormContext, cells: readonly Cell[], name: string, round: string): string[] {
  const counts = countStatuses(cells.map(({ result }) => result.status));
  if (!norm.complete) {
    const known = cells.filter(({ result }) => isKnown(result.status)).length;
    return [asSentence(`Van ${name} ${known === 1 ? 'is' : 'zijn'} ${outcomesText(known, [], false)} openbaar bekend`)];
  }
  const tally = tallyText(
    {
      achieved: counts.achieved,
      partly: counts['partly-achieved'],
      notAchieved: counts['not-achieved'],
      notAssessed: counts['not-assessed'],
      notPublic: counts['not-public'],
    },
    norm.statusWords,
  );
  return [
    applicableSentence(applicable(counts), name, `norm ${norm.version}`, norm.status === 'completed'),
    ...(tally === null ? [] : [asSentence(`Volgens de meting ‘${round}’: ${tally}`)]),
  ];
}

function changeSentences(norm: NormContext, round: { readonly id: string }, organisation: string): string[] {
  const change = norm.norm.complete ? changeOf(norm, round) : null;
  const scope = change?.scopes.find(
    (entry) => scopeKey(entry.scope) === scopeKey({ kind: 'organisation', organisation }),
  );
  return change && scope && scope.points > 0 ? [stepsSentence(scope.forward, scope.backward, change.from.title)] : [];
}

/** Whether more is said of a result than its status. */
function hasRemarks({ explanation, reason, expected, responsible, sources }: ResultView): boolean {
  return (explanation ?? reason ?? expected ?? responsible) !== null || sources.length > 0;
}

/** Results by what a councillor asks: what is done, what is not, what is not known. First those of which more is said. */
function resultLists(context: ReportContext, norm: NormContext, cells: readonly Cell[]) {
  const results = cells.map((cell) => resultView(context, norm, cell));
  function list(heading: string, ...names: string[]) {
    const having = results.filter(({ status }) => names.includes(status.name));
    return {
      heading,
      mixed: names.length > 1,
      results: having,
      remarked: having.filter(hasRemarks),
      plain: having.filter((result) => !hasRemarks(result)),
    };
  }
  const { status, statusWords } = norm.norm;
  const achieved = statusPhrase('achieved', statusWords);
  const isPlain = statusWords['achieved'] === undefined;
  return [
    list(
      isPlain
        ? status === 'completed'
          ? 'Wat is niet of deels behaald?'
          : 'Wat is nog niet behaald?'
        : `Wat staat ${status === 'completed' ? 'niet' : 'nog niet'} op ${achieved}?`,
      'not-achieved',
      'partly-achieved',
    ),
    list(isPlain ? 'Wat is behaald?' : `Wat staat op ${achieved}?`, 'achieved'),
    list('Wat is niet bekend?', 'not-assessed', 'not-public'),
    list('Wat geldt hier niet?', 'not-applicable'),
  ].filter(({ results: having }) => having.length > 0);
}

/** One organisation within one norm, newest round. */
function organisationNormView(context: ReportContext, norm: NormContext, organisation: Organisation) {
  const { id } = organisation;
  const name = organisationNoun(organisation.name);
  const {
    norm: { version, title, participants, complete },
  } = norm;
  const participant = participants.find(({ organisation }) => organisation === id);
  const latest = norm.latestWithCells ?? norm.latest;
  const cells = latest ? (norm.index(latest).byOrganisation.get(id) ?? []) : [];
  const figure = latest && figureView(context, norm, latest, { kind: 'organisation', organisation: id });
  const results = resultLists(context, norm, cells);
  const rounds = roundTable(context, norm, { kind: 'organisation', organisation: id }, name);
  const period = participant ? periodText(participant.from, participant.until) : null;
  return {
    version,
    heading: `${title} ${version}`,
    charts: {
      progress: chartViewOn(context, context.to.organisation(id), version, 'progress'),
      themes: cells.length > 0 ? chartViewOn(context, context.to.organisation(id), version, 'themes') : null,
    },
    norm: link(`Alles over norm ${version}`, context.to.norm(version)),
    participation: period && `${capitalized(name)} doet mee ${period}.`,
    sentences: latest
      ? cells.length > 0
        ? [...standSentences(norm, cells, name, latest.round.title), ...changeSentences(norm, latest.round, id)]
        : [
            complete && latest.round.level === 'points'
              ? `${capitalized(name)} heeft geen resultaten in de meting ‘${latest.round.title}’.`
              : `Van ${name} zijn geen resultaten openbaar.`,
          ]
      : [`Van norm ${version} is nog geen meting openbaar.`],
    figure: figure?.isInformative ? figure : null,
    response: latest?.round.results.find((each) => each.organisation === id)?.response ?? null,
    inProgress: inProgressSentence(context, norm),
    corrections: correctionViews(context, norm, isAbout(id)),
    expected: results.flatMap((list) => list.results).filter(({ expected }) => expected !== null),
    results,
    themes: norm.norm.themes.length > 0 && cells.length > 0 && complete ? organisationThemes(context, norm, id) : null,
    rounds: rounds.rows.some((row) => row.figure.isInformative) ? rounds : null,
  };
}

function organisationThemes(context: ReportContext, norm: NormContext, organisation: string) {
  const latest = norm.latestWithCells;
  if (!latest) return null;
  const rows = themeRows(context, norm, null).map((row, at) => ({
    ...row,
    figure: figureCell(context, norm, latest, {
      kind: 'theme-organisation',
      theme: norm.norm.themes[at]!.id,
      organisation,
    }),
  }));
  return scopeTable('Thema', `Stand per thema, ${latest.round.title}`, rows, '');
}

function takesPart({ name }: Organisation, versions: readonly string[]): string {
  return `${capitalized(organisationNoun(name))} doet mee aan ${versions.length === 1 ? 'norm' : 'de normen'} ${enumeration(versions)}.`;
}

/** What the page of an organisation shows, newest norm first. */
function organisationView(context: ReportContext, organisation: Organisation) {
  const norms = context.norms.filter(({ norm }) =>
    norm.participants.some((participant) => participant.organisation === organisation.id),
  );
  const views = norms.toReversed().map((norm) => organisationNormView(context, norm, organisation));
  const expected = views.flatMap((view) => view.expected);
  const overdue = expected.filter((result) => result.overdue).length;
  return {
    salutation: readersText(organisation.kind),
    intro: takesPart(
      organisation,
      norms.map(({ norm }) => norm.version),
    ),
    tooi: organisation.tooi && {
      text: `TOOI ${organisation.tooi}`,
      href: `https://identifier.overheid.nl/tooi/id/${organisation.tooi}`,
    },
    overdue: overdue > 0 ? `Van ${amount(overdue, 'punt', 'punten')} is de verwachte datum voorbij.` : null,
    tabs: tabsOf(views.length > 1 ? views.map(({ version }, index) => [`norm-${index + 1}`, `Norm ${version}`]) : []),
    // What is newest is laid open, older results are folded.
    norms: views.map((view, index) => ({
      ...view,
      folded: views.slice(0, index).some(({ results }) => results.length > 0),
    })),
  };
}

/** Each organisation that takes part in a published norm. */
export function organisationPages(context: ReportContext): PageItem[] {
  return participations(context).map(
    ({ organisation }) =>
      new PageItem(
        context,
        {
          address: context.at.organisation(organisation.id),
          parent: context.at.home,
          organisation,
          describe: () => organisationDescription(context, organisation),
        },
        () => organisationView(context, organisation),
      ),
  );
}
