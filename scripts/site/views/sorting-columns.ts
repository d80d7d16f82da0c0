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

/** One figure in a sortable table. */
export interface SortCell {
  readonly text: string;
  /**
   * Its sort value, where its text is not a whole number; empty where the value is unknown, null where the text is the
   * value.
   */
  readonly value: string | null;
  /** Its row and column in the published files; null where it is not there. */
  readonly identity: string | null;
  readonly column: string | null;
  readonly gauge: Gauge | null;
}

/** A sortable table, in the order of the norm. */
export interface SortTable {
  readonly id: string;
  readonly heading: string;
  readonly caption: string;
  /** Headings of all columns; the first is that of the names. */
  readonly heads: readonly string[];
  /** How each column is sorted. */
  readonly kinds: readonly ('text' | 'number' | 'date')[];
  readonly rows: readonly {
    readonly link: Link;
    readonly detail: string | null;
    readonly cells: readonly SortCell[];
  }[];
  /** What a row is, for sentences about their number. */
  readonly one: string;
  readonly more: string;
}

/** What is known about one organisation or ambition, with its rows in the published files. */
export interface SortSubject {
  readonly scope: Scope;
  readonly figures: Figures;
  /** Null where there is no previous round. */
  readonly steps: Steps | ScopeChange | null;
  readonly keys: readonly string[];
  readonly changeKeys: readonly string[] | null;
}

/** A column of figures; left out of a table in which all its cells are empty. */
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

/** A column of counts. `column` is its name in the published files; null if it is not there as such. */
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

/** For a norm that is completely public: how far it is, the basis of that, and what changed. */
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

/** For other norms, in which counts of known results are not shares of a whole. */
function partialColumns(words: StatusWords): SortColumn[] {
  return [KNOWN, REPORTED, ...countColumns(words), ...STEPS];
}

/** The columns with anything to say about these organisations or ambitions. */
export function sortColumns({ complete, statusWords }: Norm, subjects: readonly SortSubject[]): SortColumn[] {
  return (complete ? wholeColumns : partialColumns)(statusWords).filter(({ applies }) => applies(subjects));
}
