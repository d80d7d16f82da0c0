import type { Cell } from '../../compute/cells.ts';
import { applicable, countStatuses, isKnown } from '../../compute/counts.ts';
import { scopeKey } from '../../compute/scope.ts';
import { periodText } from '../../format/date.ts';
import { asSentence, capitalized } from '../../format/list.ts';
import { outcomesText } from '../../format/outcomes.ts';
import { applicableSentence, stepsSentence, tallyText } from '../../format/progress.ts';
import { organisationNoun } from '../../format/term.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { changeOf } from './change.ts';
import { correctionViews, isAbout } from './correction.ts';
import { chartViewOn } from './chart.ts';
import { figureCell, figureView } from './figure.ts';
import { link } from './link.ts';
import { resultView, type ResultView } from './result.ts';
import { inProgressSentence } from './round-in-progress.ts';
import { roundTable } from './round-table.ts';
import { themeRows } from './scope-row.ts';
import { scopeTable } from './scope-table.ts';

function standSentences({ norm }: NormContext, cells: readonly Cell[], name: string, round: string): string[] {
  const counts = countStatuses(cells.map(({ result }) => result.status));
  if (!norm.complete) {
    const known = cells.filter(({ result }) => isKnown(result.status)).length;
    return [asSentence(`Van ${name} ${known === 1 ? 'is' : 'zijn'} ${outcomesText(known, [], false)} openbaar bekend`)];
  }
  const tally = tallyText({
    achieved: counts.achieved,
    partly: counts['partly-achieved'],
    notAchieved: counts['not-achieved'],
    notAssessed: counts['not-assessed'],
    notPublic: counts['not-public'],
  });
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
function isTold({ explanation, reason, expected, sources }: ResultView): boolean {
  return (explanation ?? reason ?? expected) !== null || sources.length > 0;
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
      told: having.filter(isTold),
      plain: having.filter((result) => !isTold(result)),
    };
  }
  return [
    list(
      norm.norm.status === 'completed' ? 'Wat is niet of deels behaald?' : 'Wat is nog niet behaald?',
      'not-achieved',
      'partly-achieved',
    ),
    list('Wat is behaald?', 'achieved'),
    list('Wat is niet bekend?', 'not-assessed', 'not-public'),
    list('Wat geldt hier niet?', 'not-applicable'),
  ].filter(({ results: having }) => having.length > 0);
}

/** One organisation within one norm, newest round. */
export function organisationNormView(context: ReportContext, norm: NormContext, organisation: Organisation) {
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
    figure: figure?.tells ? figure : null,
    inProgress: inProgressSentence(context, norm),
    corrections: correctionViews(context, norm, isAbout(id)),
    expected: results.flatMap((list) => list.results).filter(({ expected }) => expected !== null),
    results,
    themes: norm.norm.themes.length > 0 && cells.length > 0 && complete ? organisationThemes(context, norm, id) : null,
    rounds: rounds.rows.some((row) => row.figure.tells) ? rounds : null,
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
