import { asFrozen, type FrozenContent } from '../contract/files/edition.ts';
import type { PlacedResult } from '../compute/hidden-since.ts';

type Row = Record<string, unknown>;

/**
 * Columns that identify a row; the others say something about it, and a reported figure could reveal a result as well.
 */
const NAMES: ReadonlySet<string> = new Set(
  'norm meting datum bereik thema ambitiepunt organisatie van naar meting_van meting_naar'.split(' '),
);

function emptied(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, NAMES.has(column) ? value : null]));
}

/**
 * Whether a figure counts a result and so could reveal it. In a comparison any theme may, since ambitions have moved.
 */
function counts(row: Row, { ambition, organisation }: PlacedResult, theme: string | null): boolean {
  const isComparison = 'meting_van' in row;
  switch (row.bereik) {
    case 'totaal':
      return true;
    case 'thema':
      return isComparison || row.thema === theme;
    case 'organisatie':
      return row.organisatie === organisation;
    case 'thema-organisatie':
      return row.thema === theme && row.organisatie === organisation;
    default:
      return row.ambitiepunt === ambition;
  }
}

/** Whether a row is about a round: its own, or one of the two that it compares. */
function isOf(row: Row, { norm, round }: PlacedResult): boolean {
  if ('meting_van' in row)
    return (row.van === norm && row.meting_van === round) || (row.naar === norm && row.meting_naar === round);
  return row.norm === norm && (row.meting === round || row.van === round || row.naar === round);
}

/** Keeps a source that is not public the way the published files name one. */
function withoutSources(value: unknown, withheld: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutSources(each, withheld));
  if (typeof value !== 'object' || value === null) return value;
  const { document } = value as { document?: unknown };
  if (typeof document === 'string' && withheld.has(document)) return { openbaar: false };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      /^(?:gerapporteerd_)?bron$/.test(key) && typeof inner === 'string'
        ? inner
            .split(', ')
            .map((id) => (withheld.has(id) ? 'niet openbaar' : id))
            .join(', ')
        : withoutSources(inner, withheld),
    ]),
  );
}

/**
 * An edition's rapport.json without these results and without the documents with these ids: every figure that counts
 * such a result is emptied, and its corrections are dropped. Records that something was removed, but not what it was.
 */
export function withoutHidden(
  content: unknown,
  hidden: readonly PlacedResult[],
  withheld: ReadonlySet<string>,
): unknown {
  const { normen, documenten, editie } = asFrozen(content);
  function isHidden(norm: unknown, round: unknown, ambition: unknown, organisation: unknown): boolean {
    return hidden.some(
      (each) =>
        each.norm === norm && each.round === round && each.ambition === ambition && each.organisation === organisation,
    );
  }
  function themeOf({ norm, ambition }: PlacedResult): string | null {
    const points = normen.find(({ versie }) => versie === norm)?.ambitiepunten;
    return points?.find(({ id }) => id === ambition)?.thema ?? null;
  }
  function withoutFigures(rows: readonly Row[]): Row[] {
    return rows.map((row) =>
      hidden.some((each) => isOf(row, each) && counts(row, each, themeOf(each))) ? emptied(row) : row,
    );
  }
  /** Whether a reported set of cells includes what was removed. */
  function covers(norm: string, meting: string, bereik: unknown): boolean {
    const [kind, id = null] = typeof bereik === 'string' ? bereik.split(':') : [];
    const row = { norm, meting, bereik: kind, thema: id, organisatie: id };
    return kind !== undefined && hidden.some((each) => isOf(row, each) && counts(row, each, themeOf(each)));
  }
  /** Drops what a source reports of such a set, and the organisation's response to its own results. */
  function withoutWords(norm: string, { id, gerapporteerd, reacties }: Row): object {
    function kept(list: unknown, keep: (item: Row) => boolean): Row[] {
      return Array.isArray(list) ? (list as Row[]).filter(keep) : [];
    }
    return {
      gerapporteerd: kept(gerapporteerd, ({ bereik }) => !covers(norm, String(id), bereik)),
      reacties: kept(
        reacties,
        ({ organisatie }) =>
          !hidden.some((each) => each.norm === norm && each.round === id && each.organisation === organisatie),
      ),
    };
  }
  const whole = content as FrozenContent;
  const rest = {
    ...whole,
    editie: {
      ...editie,
      weggehaald: {
        resultaten: [
          ...editie.weggehaald.resultaten,
          ...hidden.map(({ norm, round, ambition, organisation }) => ({
            norm,
            meting: round,
            punt: ambition,
            organisatie: organisation,
          })),
        ],
        documenten: editie.weggehaald.documenten + documenten.filter(({ id }) => withheld.has(id)).length,
      },
    },
    documenten: whole.documenten.filter(({ id }) => !withheld.has(id)),
    normen: whole.normen.map((norm) => ({
      ...norm,
      metingen: norm.metingen.map((round) => ({
        ...round,
        ...withoutWords(norm.versie, round),
        correcties: round.correcties.filter(
          ({ punt, organisatie, bereik }) =>
            !isHidden(norm.versie, round.id, punt, organisatie) && !covers(norm.versie, round.id, bereik),
        ),
      })),
    })),
    resultaten: whole.resultaten.map((row) =>
      isHidden(row.norm, row.meting, row.ambitiepunt, row.organisatie)
        ? { ...emptied(row), status: 'niet openbaar' }
        : row,
    ),
    cijfers: withoutFigures(whole.cijfers),
    wijzigingen: withoutFigures(whole.wijzigingen),
    vergelijking: withoutFigures(whole.vergelijking),
  };
  return withheld.size > 0 ? withoutSources(rest, withheld) : rest;
}
