import type { RoundFigures } from '../../compute/round.ts';
import { isOpen } from '../../compute/trail.ts';
import { aboutSentence, statedSentence } from '../../format/answer.ts';
import { asSentence, capitalized, enumeration } from '../../format/sentence.ts';
import { organisationNoun } from '../../format/terms.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ChartFigure } from '../charts/figure.ts';
import { chartOn } from '../charts/of-report.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { answerView, isPast } from './answer.ts';
import { changeFigure, changeOf, movedSentence } from './change.ts';
import { correctionViews, isAbout } from './correction.ts';
import { type FigureView, figureView, type ReportedView } from './figure.ts';
import { knownResults } from './known-results.ts';
import {
  knownView,
  type LetterRow,
  letterRows,
  nothingSentence,
  ownResults,
  type OwnResults,
  standView,
} from './letter.ts';
import type { Link } from './link.ts';
import { notPublicSentence } from './notice.ts';
import { openRows, openSentences } from './open-row.ts';
import { scopeTable, shortOrganisationRows, shortThemeRows, sinceNote } from './scope-table.ts';
import type { Citation } from './said.ts';
import { reporterText, type SourceView, sourceViews } from './source.ts';

/** A table of texts. */
export interface BriefTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** Present if the table is about open results. */
  readonly ofOpen?: true;
}

/** What is said on paper about a round: about all organisations together, or about one. */
export interface Brief {
  /** "Norm 2.0, Tussenmeting voorjaar 2026: Gemeente Voorbeelddam". */
  readonly subject: string;
  readonly about: string;
  /** The figure in `stand`; null where there is none. */
  readonly figure: FigureView | null;
  readonly stand: readonly string[];
  readonly basis: readonly string[];
  /** What a source states in addition to the computed figure. */
  readonly stated: readonly string[];
  /** Changes since the previous round, shortest first. */
  readonly change: readonly string[];
  readonly open: readonly string[];
  readonly table: BriefTable | null;
  /** Null where there is nothing to draw: a sentence is enough for one figure. */
  readonly picture: ChartFigure | null;
  readonly corrections: readonly string[];
  readonly sources: readonly SourceView[];
  /** The page that says more, and the figure's line in the newest edition that has it; null where none has. */
  readonly page: Link;
  readonly edition: Citation | null;
}

type Said = Pick<Brief, 'figure' | 'stand' | 'basis' | 'stated' | 'change' | 'open' | 'table' | 'picture'>;

const NOTHING: Omit<Said, 'figure' | 'stand' | 'basis'> = {
  stated: [],
  change: [],
  open: [],
  table: null,
  picture: null,
};

function stated(context: ReportContext, round: RoundFigures, key: string, reported: ReportedView | null): string[] {
  if (!reported) return [];
  const { sources = [] } = round.byScope.get(key)?.reported ?? {};
  return [
    statedSentence(reporterText(context, sources), reported.value),
    ...(reported.explanation ? [asSentence(reported.explanation)] : []),
  ];
}

function knownTable(context: ReportContext, norm: NormContext, round: RoundFigures): BriefTable | null {
  const { results } = knownResults(context, norm, round);
  return results.length === 0
    ? null
    : {
        caption: `Openbaar bekend van norm ${norm.norm.version}`,
        head: ['Wat', 'Uitkomst'],
        rows: results.map(({ ambition, groups }) => [
          ambition.text,
          groups
            .map(({ status, organisations }) => `${status.text}: ${enumeration(organisations.map(({ text }) => text))}`)
            .join('; '),
        ]),
        notes: [],
      };
}

/** How far each organisation is; each theme where no figures of organisations are public. */
function standTable(context: ReportContext, norm: NormContext, round: RoundFigures): BriefTable | null {
  const since = sinceNote(norm, round);
  const [organisations, themes] = [
    scopeTable('Organisatie', 'Stand per organisatie', shortOrganisationRows(context, norm, round), '', since),
    scopeTable('Thema', 'Stand per thema', shortThemeRows(context, norm, round), '', since),
  ];
  const table = organisations.figures ? organisations : themes;
  if (!table.figures) return null;
  return {
    caption: `${table.caption}, ${round.round.title}`,
    head: [table.head, 'Stand', 'Resultaten', ...(table.moves ? ['Beter of slechter', 'Te laat'] : [])],
    rows: table.rows.map(({ link, figure, steps, overdue, detail, absent }) => [
      detail === null ? link.text : `${link.text} (${detail})`,
      figure?.value ?? absent,
      figure?.counts ?? (figure?.basis || '–'),
      ...(table.moves
        ? [
            steps ? steps.moved.map(({ count, text }) => `${count} ${text}`).join(', ') || 'gelijk' : '–',
            overdue?.replace(' te laat', '') ?? '–',
          ]
        : []),
    ]),
    notes: [table.weight, table.since].filter((note) => note !== null),
  };
}

function wholeChange(context: ReportContext, norm: NormContext, round: RoundFigures): string[] {
  const change = norm.norm.complete ? changeOf(norm, round.round) : null;
  const figure = change && changeFigure(context, norm, change);
  if (!change || !figure)
    return norm.norm.complete && norm.figures.rounds[0] === round
      ? [`Dit is de eerste meting van norm ${norm.norm.version}.`]
      : [];
  const moved = movedSentence(change);
  const behind = [figure.counts, ...figure.notes].filter((each) => each !== null).join('; ');
  return [
    ...(moved === null ? [] : [moved]),
    asSentence(`Sinds de meting ‘${change.from.title}’: ${figure.value} (${behind})`),
  ];
}

/** About all organisations together. */
function wholeBrief(context: ReportContext, norm: NormContext, round: RoundFigures): Said {
  const { version, complete } = norm.norm;
  const answer = answerView(context, norm, round, { kind: 'total' }, `norm ${version}`, isPast(norm, round));
  const page = context.to.round(version, round.round.id);
  const open = openRows(
    context,
    norm,
    round.cells.filter(({ result }) => isOpen(result.status)),
  );
  const table = complete ? standTable(context, norm, round) : knownTable(context, norm, round);
  return {
    figure: answer.figure,
    stand: [`${answer.before}${answer.figure.value}${answer.after}`, ...(answer.counts ? [answer.counts] : [])],
    basis: [
      ...[answer.notRecalculated, answer.weight, table && notPublicSentence(norm.norm)].filter((each) => each !== null),
      ...answer.notes,
    ],
    stated: stated(context, round, 'total', answer.figure.reported),
    change: wholeChange(context, norm, round),
    open: round.cells.length > 0 ? openSentences(norm, open) : [],
    table,
    // By theme, since the table is by organisation.
    picture: chartOn(context, page, version, 'themes'),
  };
}

/** Overdue, then with a date, then the rest: the last is what a full sheet leaves out. */
function pressing({ overdue, due }: LetterRow): number {
  return overdue ? 0 : due.isKnown ? 1 : 2;
}

function openTable({ norm }: NormContext, open: readonly LetterRow[]): BriefTable | null {
  return open.length === 0
    ? null
    : {
        caption: `Wat staat open van norm ${norm.version}`,
        head: ['Punt', 'Status', 'Open sinds', 'Verwacht'],
        rows: open.map(({ ambition, status, since, due, overdue }) => [
          ambition.text,
          status.text,
          [since.text, since.reason].filter((each) => each !== null).join(', '),
          overdue ? `${due.text}: voorbij` : due.text,
        ]),
        notes: [],
        ofOpen: true,
      };
}

/** About one organisation with public results, in a norm that is completely public. */
function letterBrief(context: ReportContext, own: OwnResults): Said {
  const { norm, organisation, round } = own;
  const { version } = norm.norm;
  const { sentences, figure, change } = standView(context, own);
  const open = letterRows(context, own).toSorted((a, b) => pressing(a) - pressing(b));
  const page = context.to.organisation(organisation.id);
  return {
    figure,
    stand: [...sentences, ...(figure ? [`${figure.before} ${figure.value}${figure.compared}`] : [])],
    basis: figure?.weight ? [figure.weight] : [],
    stated: stated(context, round, `organisation:${organisation.id}`, figure?.reported ?? null),
    change: change === null ? [] : [change],
    open: openSentences(norm, open, organisation.id),
    table: openTable(norm, open),
    picture: chartOn(context, page, version, 'themes') ?? chartOn(context, page, version, 'progress'),
  };
}

/** About one organisation of which only some results are public. */
function knownBrief(context: ReportContext, own: OwnResults): Said {
  const { norm, round, organisation } = own;
  const known = knownView(context, own);
  return {
    figure: figureView(context, norm, round, { kind: 'organisation', organisation: organisation.id }),
    stand: [known.sentence],
    basis: [known.unknown],
    ...NOTHING,
    table: {
      caption: `Openbaar bekend van norm ${norm.norm.version}`,
      head: ['Wat', 'Uitkomst'],
      rows: known.groups.flatMap(({ status, results }) => results.map(({ ambition }) => [ambition.text, status.text])),
      notes: [],
    },
  };
}

/** About one organisation of which there is at most a reported figure. */
function statedBrief(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures | null,
  { id, name }: Organisation,
): Said {
  const scope = { kind: 'organisation', organisation: id } as const;
  const isStated = round !== null && figureView(context, norm, round, scope).isInformative;
  const answer =
    isStated &&
    answerView(
      context,
      norm,
      round,
      scope,
      `norm ${norm.norm.version} bij ${organisationNoun(name)}`,
      isPast(norm, round),
    );
  return {
    figure: answer ? answer.figure : null,
    stand: [
      nothingSentence(norm, { name }),
      ...(answer ? [`${answer.before}${answer.figure.value}${answer.after}`] : []),
    ],
    basis: answer ? [...(answer.notRecalculated ? [answer.notRecalculated] : []), ...answer.notes] : [],
    ...NOTHING,
  };
}

function briefOf(context: ReportContext, norm: NormContext, round: RoundFigures | null, of: Organisation | null): Said {
  if (of === null) return wholeBrief(context, norm, round!);
  const own = ownResults(norm, of);
  if (!own || own.round !== round) return statedBrief(context, norm, round, of);
  return norm.norm.complete ? letterBrief(context, own) : knownBrief(context, own);
}

/**
 * What a round says, to hand out: the figures and sentences of the pages, in the order of a paper. `organisation` is
 * null for all together; `round` is the newest of its norm, or null where it has none.
 */
export function briefView(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures | null,
  organisation: Organisation | null,
): Brief {
  const { version } = norm.norm;
  const whom = organisation ? organisationNoun(organisation.name) : 'alle organisaties samen';
  const said = briefOf(context, norm, round, organisation);
  const about = organisation && isAbout(organisation.id);
  return {
    ...said,
    subject: `Norm ${version}${round ? `, ${round.round.title}` : ''}${organisation ? `: ${organisation.name}` : ''}`,
    about: round
      ? aboutSentence(whom, round.round.title, round.round.date, `norm ${version}`)
      : `Dit gaat over ${whom} en norm ${version}.`,
    corrections: correctionViews(
      context,
      norm,
      (correction, { id }) => id === round?.round.id && (!about || about(correction)),
    ).map(
      ({ date, what, change, reason }) =>
        `${capitalized(date)}: ${what.map(({ text }) => text).join(', ')}, ${change}. ${reason}`,
    ),
    sources: round ? sourceViews(context, round.round.sources).filter(({ href }) => href !== null) : [],
    page: organisation
      ? { text: organisation.name, href: context.to.organisation(organisation.id) }
      : { text: round!.round.title, href: context.to.round(version, round!.round.id) },
    edition: said.figure?.cite ?? null,
  };
}
