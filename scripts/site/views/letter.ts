import { applicable, type Cell, countCells, isKnown, type StatusCounts, unknown } from '../../compute/cells.ts';
import { direction } from '../../compute/change.ts';
import { computePeers, type Peer, type Standing } from '../../compute/peers.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { type Scope, scopeKey } from '../../compute/figures.ts';
import { isOpen } from '../../compute/trail.ts';
import { peersText, type QuestionSubject, questionText, standSentences } from '../../format/letter.ts';
import { asSentence, capitalized } from '../../format/sentence.ts';
import { outcomesText, stepsSentence } from '../../format/progress.ts';
import { organisationNoun, statusPhrase } from '../../format/terms.ts';
import type { StatusWords } from '../../model/norm.ts';
import type { Organisation } from '../../model/organisation.ts';
import { type Status, STATUSES } from '../../model/round.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../context.ts';
import { changeOf } from './change.ts';
import { figureView, type FigureView } from './figure.ts';
import { link } from './link.ts';
import { type OpenRow, openRows, rowId } from './open-row.ts';
import { resultView, type ResultView, statusView, type StatusView } from './result.ts';
import { type TrailLeg, trailsOf, trailView } from './trail.ts';

/** The results of one organisation in the newest round of a norm that has any. */
export interface OwnResults {
  readonly norm: NormContext;
  readonly organisation: Organisation;
  readonly round: RoundFigures;
  readonly cells: readonly Cell[];
}

/** A link to a row of the page, as short as possible: "1.2", with the title for those who cannot see the row. */
interface RowLink {
  readonly href: string;
  readonly text: string;
  readonly rest: string | null;
}

/** A question for councillors to ask, with the rows that it is based on. */
export interface Question {
  readonly fact: string;
  readonly rows: readonly RowLink[];
  readonly question: string;
}

/** Results within one theme: those achieved in full detail, the others as statuses only. */
export interface ThemeResults {
  readonly title: string;
  readonly count: string;
  readonly achieved: readonly ResultView[];
  /** The statuses of all its ambitions, in order. */
  readonly strip: readonly StatusView[];
}

/** The newest results of an organisation; null where none are public. */
export function ownResults(norm: NormContext, organisation: Organisation): OwnResults | null {
  const round = norm.figures.rounds.findLast((each) => norm.index(each).byOrganisation.has(organisation.id));
  return round
    ? { norm, organisation, round, cells: norm.index(round).byOrganisation.get(organisation.id) ?? [] }
    : null;
}

function organisationScope({ id }: Organisation): Scope {
  return { kind: 'organisation', organisation: id };
}

function peersOf(context: ReportContext, { norm, round, organisation }: OwnResults): Peer[] {
  const organisations = new Map(context.report.data.organisations.map((each) => [each.id, each]));
  return computePeers(norm.norm, round, organisations, organisation.id);
}

/** The result of one side of a comparison on the same ambitions, in counts that a reader can add up. */
function sideText(counts: StatusCounts, words: StatusWords): string {
  return [
    `${counts.achieved} ${statusPhrase('achieved', words)}`,
    ...(counts['partly-achieved'] > 0
      ? [
          `${counts['partly-achieved']} ${words['partly-achieved'] === undefined ? 'deels' : statusPhrase('partly-achieved', words)}`,
        ]
      : []),
    ...(unknown(counts) > 0 ? [`${unknown(counts)} niet bekend`] : []),
  ].join(', ');
}

const STANDING: Readonly<Record<Standing, string>> = {
  more: 'meer',
  equal: 'evenveel',
  less: 'minder',
  unclear: 'niet te zeggen',
};

function comparedView(context: ReportContext, own: OwnResults) {
  const peers = peersOf(context, own);
  function count(standing: Standing) {
    return peers.filter((peer) => peer.standing === standing).length;
  }
  return {
    text: peersText(
      { more: count('more'), equal: count('equal'), less: count('less'), unclear: count('unclear') },
      own.organisation.kind,
    ),
    rows: peers.map((peer) => ({
      organisation: link(context.organisation(peer.organisation).shortName, context.to.organisation(peer.organisation)),
      points: peer.points,
      own: sideText(peer.own.counts, own.norm.norm.statusWords),
      other: sideText(peer.other.counts, own.norm.norm.statusWords),
      standing: STANDING[peer.standing],
    })),
  };
}

/** The figure of the organisation; null where none can be computed. */
function figureOf(context: ReportContext, { norm, round, organisation }: OwnResults): FigureView | null {
  const figure = figureView(context, norm, round, organisationScope(organisation));
  return figure.kind === 'computed' || figure.kind === 'bounds' ? figure : null;
}

function changeSentence({ norm, round, organisation }: OwnResults): string | null {
  const change = norm.norm.complete ? changeOf(norm, round.round) : null;
  if (!change) return norm.norm.complete ? `Dit is de eerste meting van norm ${norm.norm.version}.` : null;
  const scope = change.scopes.find((entry) => scopeKey(entry.scope) === scopeKey(organisationScope(organisation)));
  return scope && scope.points > 0 ? stepsSentence(scope.forward, scope.backward, change.from.title) : null;
}

/** The head of the letter: how the organisation compares with others of its kind, and what changed. */
export function standView(context: ReportContext, own: OwnResults) {
  const { norm, organisation, cells } = own;
  const counts = countCells(cells);
  const figure = figureOf(context, own);
  const compared = comparedView(context, own);
  return {
    sentences: standSentences(
      {
        achieved: counts.achieved,
        partly: counts['partly-achieved'],
        notAchieved: counts['not-achieved'],
        unknown: unknown(counts),
      },
      organisationNoun(organisation.name),
      `norm ${norm.norm.version}`,
      norm.norm.status === 'completed',
      norm.norm.statusWords,
    ),
    figure: figure && {
      ...figure,
      before: counts['partly-achieved'] > 0 && figure.weight !== null ? 'Samen is dat' : 'Dat is',
      compared: asSentence(compared.text ?? ''),
      weight: figure.weight && asSentence(capitalized(figure.weight)),
    },
    peers: figure && compared.rows,
    change: changeSentence(own),
  };
}

function rowLink(norm: NormContext, cell: Cell): RowLink {
  const { number, title } = cell.ambition;
  return { href: `#${rowId(norm, cell.ambition)}`, text: number ?? title, rest: number === null ? null : title };
}

function isElsewhere(context: ReportContext, { norm, round, organisation }: OwnResults, ambition: string): boolean {
  return (norm.index(round).byAmbition.get(ambition) ?? []).some(
    (cell) =>
      cell.organisation !== organisation.id &&
      context.organisation(cell.organisation).kind === organisation.kind &&
      cell.result.status !== 'not-applicable',
  );
}

/** Questions for councillors, each based on rows of the page. */
export function questionsOf(context: ReportContext, own: OwnResults, open: readonly OpenRow[]): Question[] {
  const { norm, organisation, round, cells } = own;
  const change = norm.norm.complete ? changeOf(norm, round.round) : null;
  const overdue = new Set(open.filter((row) => row.overdue).map(({ id }) => id));
  const backward = new Set(
    (change?.cells ?? [])
      .filter((cell) => cell.to.organisation === organisation.id && direction(cell) < 0)
      .map(({ to }) => to.ambition.id),
  );
  function having(status: Status) {
    return ({ result }: Cell) => result.status === status;
  }
  const subjects: readonly (readonly [QuestionSubject, (cell: Cell) => boolean])[] = [
    ['overdue', ({ ambition }) => overdue.has(rowId(norm, ambition))],
    ['no-date', ({ result }) => isOpen(result.status) && result.expected === null],
    ['backward', ({ ambition }) => backward.has(ambition.id)],
    ['not-public', having('not-public')],
    ['not-assessed', having('not-assessed')],
    [
      'not-applicable',
      (cell) => cell.result.status === 'not-applicable' && isElsewhere(context, own, cell.ambition.id),
    ],
  ];
  return subjects.flatMap(([subject, holds]) => {
    const found = cells.filter(holds);
    if (found.length === 0) return [];
    const [fact, question] = questionText(subject, found.length, {
      past: norm.norm.status === 'completed',
      before: change?.from.title ?? null,
      kind: organisation.kind,
    });
    return [{ fact, question, rows: found.map((cell) => rowLink(norm, cell)) }];
  });
}

/** How many ambitions of a theme are achieved, for below a heading that says so: "2 van de 6". */
function achievedCount(achieved: number, whole: number): string {
  if (whole === 0) return 'geldt hier niet';
  if (whole === 1) return achieved === 1 ? 'het enige punt' : 'het enige punt niet';
  const all = whole === 2 ? 'beide' : `de ${whole}`;
  if (achieved === whole) return whole === 2 ? 'beide punten' : `alle ${whole}`;
  return `${achieved === 0 ? 'geen' : achieved} van ${all}`;
}

/** What is achieved, by theme; one list for a norm without themes, or one that is not completely public. */
export function themeResults(context: ReportContext, { norm, cells }: OwnResults): ThemeResults[] {
  const themes: readonly (string | null)[] = [...norm.norm.themes.map(({ id }) => id), null];
  return themes.flatMap((theme) => {
    const within = cells.filter(({ ambition }) => ambition.theme === theme);
    if (within.length === 0) return [];
    const counts = countCells(within);
    const achieved = within.filter(({ result }) => result.status === 'achieved');
    return [
      {
        title: (theme !== null && norm.theme(theme)?.title) || 'Zonder thema',
        count: achievedCount(counts.achieved, applicable(counts)),
        achieved: achieved.map((cell) => resultView(context, norm, cell)),
        strip: within.map(({ result }) => statusView(result.status, norm.norm)),
      },
    ];
  });
}

/** A row in the table of open results, with its line of statuses. */
export interface LetterRow extends OpenRow {
  readonly trail: readonly TrailLeg[];
}

/** Open results, in the order of the norm. */
export function letterRows(context: ReportContext, { norm, cells, organisation }: OwnResults): LetterRow[] {
  const legs = trailsOf(context, norm);
  const byId = new Map(cells.map(({ ambition }) => [rowId(norm, ambition), ambition]));
  return openRows(context, norm, cells).map((row) => ({
    ...row,
    trail: trailView(context, legs(byId.get(row.id)!), organisation.id),
  }));
}

/** Results that are unknown or do not apply, in the order of the norm. */
export function otherResults(context: ReportContext, { norm, cells }: OwnResults) {
  return (['not-public', 'not-assessed', 'not-applicable'] as const).flatMap((status) => {
    const having = cells.filter(({ result }) => result.status === status);
    return having.length === 0
      ? []
      : [
          {
            status: statusView(status, norm.norm),
            results: having.map((cell) => ({ ...resultView(context, norm, cell), id: rowId(norm, cell.ambition) })),
          },
        ];
  });
}

/** The organisation's own response to its newest results, in Markdown; null where it has none. */
export function responseOf({ round, organisation }: OwnResults): string | null {
  return round.round.results.find((file) => file.organisation === organisation.id)?.response ?? null;
}

/** What is known in a norm that is not completely public: a list, never a share of a whole. */
export function knownView(context: ReportContext, { norm, cells, organisation }: OwnResults) {
  const known = cells.filter(({ result }) => isKnown(result.status)).length;
  const noun = organisationNoun(organisation.name);
  return {
    sentence: asSentence(
      `Van ${noun} ${known === 1 ? 'is' : 'zijn'} ${outcomesText(known, [], false)} van norm ${norm.norm.version} openbaar bekend`,
    ),
    groups: STATUSES.flatMap((status) => {
      const having = cells.filter(({ result }) => result.status === status);
      return having.length === 0
        ? []
        : [{ status: statusView(status, norm.norm), results: having.map((cell) => resultView(context, norm, cell)) }];
    }),
    unknown: `Niet openbaar is welke andere punten van norm ${norm.norm.version} voor ${noun} ${norm.norm.status === 'completed' ? 'golden' : 'gelden'}, en wat daarvan de uitkomst is.`,
  };
}

/** Why there is nothing about an organisation in a norm. */
export function nothingSentence({ norm, latest }: NormContext, { name }: Pick<Organisation, 'name'>): string {
  const noun = organisationNoun(name);
  if (!latest) return `Van norm ${norm.version} is nog geen meting openbaar.`;
  return norm.complete && latest.round.level === 'points'
    ? `${capitalized(noun)} heeft geen resultaten in de meting ‘${latest.round.title}’.`
    : `Van ${noun} zijn geen resultaten van norm ${norm.version} openbaar.`;
}
