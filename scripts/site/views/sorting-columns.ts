import type { ScopeChange, Steps } from '../../compute/change.ts';
import { applicable, known, type StatusCounts, unknown } from '../../compute/cells.ts';
import type { Figures, Scope } from '../../compute/figures.ts';
import { capitalized } from '../../format/sentence.ts';
import { decimal, differenceText, reportedText } from '../../format/number.ts';
import { statusText } from '../../format/terms.ts';
import type { Fraction } from '../../model/fraction.ts';
import type { Norm, StatusWords } from '../../model/norm.ts';
import { percentageCell } from '../charts/figure.ts';
import { figureIdentity, type Gauge, gaugeOf } from './figure.ts';
import type { Link } from './link.ts';

/** One figure in a table that readers sort. */
export interface SortCell {
  readonly text: string;
  /** What it is sorted by, where the text is no whole number; empty where nothing is known, null where the text is. */
  readonly value: string | null;
  /** Its row in the published files and the column, where it has one. */
  readonly identity: string | null;
  readonly column: string | null;
  readonly gauge: Gauge | null;
}

/** A table that readers sort, in the order of the norm. */
export interface SortTable {
  readonly id: string;
  readonly heading: string;
  readonly caption: string;
  /** Heads of all columns; the first is that of names. */
  readonly heads: readonly string[];
  /** How each column is sorted. */
  readonly kinds: readonly ('text' | 'number' | 'date')[];
  readonly rows: readonly {
    readonly link: Link;
    readonly detail: string | null;
    readonly cells: readonly SortCell[];
  }[];
  /** What the rows are, for what is said of their number. */
  readonly one: string;
  readonly more: string;
}

/** What is known of one organisation or point, with the rows of the published files in which it stands. */
export interface SortSubject {
  readonly scope: Scope;
  readonly figures: Figures;
  /** Null where there is no round before it. */
  readonly steps: Steps | ScopeChange | null;
  readonly keys: readonly string[];
  readonly changeKeys: readonly string[] | null;
}

/** A column of figures; left out of a table in which it says nothing of anyone. */
export interface SortColumn {
  readonly head: string;
  readonly applies: (subjects: readonly SortSubject[]) => boolean;
  readonly cell: (subject: SortSubject) => SortCell;
}

/** A cell that is sorted by its text. */
export function plainCell(text: string): SortCell {
  return { text, value: null, identity: null, column: null, gauge: null };
}

const UNKNOWN: SortCell = { ...plainCell('onbekend'), value: '' };
const NOT_COMPARABLE: SortCell = { ...plainCell('niet te vergelijken'), value: '' };

function exact(value: Fraction | null): string {
  return value ? decimal(value, 4, '.') : '';
}

function inFigures({ keys, scope }: SortSubject, column: string): Pick<SortCell, 'identity' | 'column'> {
  return {
    identity: figureIdentity('cijfers', keys, scope),
    column,
  };
}

/** A column of counts. `column`: its name in the published files, if it is in there as it is. */
function counted(head: string, countOf: (counts: StatusCounts) => number, column: string | null = null): SortColumn {
  return {
    head,
    applies: (subjects) => subjects.some(({ figures: { counts } }) => counts && countOf(counts) > 0),
    cell: (subject) => {
      const { counts } = subject.figures;
      return counts
        ? { ...plainCell(String(countOf(counts))), ...(column === null ? {} : inFigures(subject, column)) }
        : UNKNOWN;
    },
  };
}

const COUNTED = [
  ['achieved', 'behaald'],
  ['partly-achieved', 'deels_behaald'],
  ['not-achieved', 'niet_behaald'],
] as const;

function countColumns(words: StatusWords): SortColumn[] {
  return COUNTED.map(([status, column]) =>
    counted(capitalized(statusText(status, words).text), (counts) => counts[status], column),
  );
}

const STAND: SortColumn = {
  head: 'Stand',
  applies: (subjects) => subjects.some(({ figures }) => figures.lower),
  cell: (subject) => {
    const { figures } = subject;
    const { text, identity, column } = percentageCell(figures, figureIdentity('cijfers', subject.keys, subject.scope));
    return {
      text,
      identity,
      column,
      value: exact(figures.percentage ?? figures.lower),
      gauge: gaugeOf(figures, figures.percentage ? 'computed' : 'bounds'),
    };
  },
};

const REPORTED: SortColumn = {
  head: 'Gerapporteerd',
  applies: (subjects) => subjects.some(({ figures }) => figures.reported),
  cell: (subject) => {
    const { reported } = subject.figures;
    return reported
      ? {
          ...plainCell(reportedText(reported.percentage)),
          ...inFigures(subject, 'gerapporteerd'),
          value: exact(reported.percentage),
        }
      : { ...plainCell('geen'), value: '' };
  },
};

const KNOWN: SortColumn = {
  head: 'Openbaar bekend',
  applies: (subjects) => subjects.some(({ figures: { counts } }) => counts && known(counts) > 0),
  cell: (subject) => {
    const { counts } = subject.figures;
    return counts ? { ...plainCell(String(known(counts))), ...inFigures(subject, 'bekend') } : UNKNOWN;
  },
};

function isOfScope(steps: Steps | ScopeChange | null): steps is ScopeChange {
  return steps !== null && 'difference' in steps;
}

function inChanges({ changeKeys, scope, steps }: SortSubject, column: string): Partial<SortCell> {
  return changeKeys && isOfScope(steps) ? { identity: figureIdentity('wijzigingen', changeKeys, scope), column } : {};
}

const DIFFERENCE: SortColumn = {
  head: 'Verschil',
  applies: (subjects) => subjects.some(({ steps }) => isOfScope(steps) && steps.difference),
  cell: (subject) => {
    const { steps } = subject;
    const difference = isOfScope(steps) ? steps.difference : null;
    return {
      ...(difference ? plainCell(differenceText(difference)) : NOT_COMPARABLE),
      ...inChanges(subject, 'verschil'),
      value: exact(difference),
    };
  },
};

function stepped(head: string, column: 'vooruit' | 'achteruit', countOf: (steps: Steps) => number): SortColumn {
  return {
    head,
    applies: (subjects) => subjects.some(({ steps }) => steps && countOf(steps) > 0),
    cell: (subject) => {
      const { steps } = subject;
      return steps && steps.points > 0
        ? { ...plainCell(String(countOf(steps))), ...inChanges(subject, column) }
        : NOT_COMPARABLE;
    },
  };
}

const STEPS: readonly SortColumn[] = [
  stepped('Vooruit', 'vooruit', ({ forward }) => forward),
  stepped('Achteruit', 'achteruit', ({ backward }) => backward),
];

/** Where all of a norm is public: how far it is, on what that rests, and what changed. */
function wholeColumns(words: StatusWords): SortColumn[] {
  return [
    STAND,
    REPORTED,
    ...countColumns(words),
    counted('Niet bekend', unknown),
    counted('Van toepassing', applicable, 'van_toepassing'),
    DIFFERENCE,
    ...STEPS,
  ];
}

/** Where it is not, counts of what is known are no part of any whole. */
function partialColumns(words: StatusWords): SortColumn[] {
  return [KNOWN, REPORTED, ...countColumns(words), ...STEPS];
}

/** The columns that say something of these organisations or points. */
export function sortColumns({ complete, statusWords }: Norm, subjects: readonly SortSubject[]): SortColumn[] {
  return (complete ? wholeColumns : partialColumns)(statusWords).filter(({ applies }) => applies(subjects));
}
