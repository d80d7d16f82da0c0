import { type Fraction, mean } from '../model/fraction.ts';
import type { Norm } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Round, Status } from '../model/round.ts';
import { applicable, type Cell, cellsOf, emptyCounts, slotsByPoint, type StatusCounts, sum } from './cells.ts';
import {
  type Figures,
  isMean,
  NO_PERCENTAGES,
  type Percentages,
  percentagesOf,
  type Scope,
  scopeKey,
} from './figures.ts';

/** One round with its cells and the figures of every set. */
export interface RoundFigures {
  readonly round: Round;
  readonly cells: readonly Cell[];
  /** Total, themes, organisations, theme × organisation, ambitions; each in the order of the norm. */
  readonly figures: readonly Figures[];
  /** The same figures by `scopeKey`. */
  readonly byScope: ReadonlyMap<string, Figures>;
}

function scopesOf(norm: Norm): Scope[] {
  const themes = norm.themes.map((theme) => theme.id);
  const organisations = norm.participants.map((participant) => participant.organisation);
  return [
    { kind: 'total' },
    ...themes.map((theme) => ({ kind: 'theme', theme }) as const),
    ...organisations.map((organisation) => ({ kind: 'organisation', organisation }) as const),
    ...themes.flatMap((theme) =>
      organisations.map((organisation) => ({ kind: 'theme-organisation', theme, organisation }) as const),
    ),
    ...norm.ambitions.map((ambition) => ({ kind: 'ambition', ambition: ambition.id, theme: ambition.theme }) as const),
  ];
}

type Counts = Record<Status, number>;

function countsIn(sets: Map<string, Counts>, id: string): Counts {
  const known = sets.get(id);
  if (known) return known;
  const counts = emptyCounts();
  sets.set(id, counts);
  return counts;
}

/**
 * Counts of every set. Keyed by id rather than by `scopeKey`, since building that string for each cell would be most of
 * the work.
 */
class CellTally {
  readonly #total = emptyCounts();
  readonly #themes = new Map<string, Counts>();
  readonly #organisations = new Map<string, Counts>();
  readonly #ambitions = new Map<string, Counts>();
  /** By theme, then by organisation. */
  readonly #pairs = new Map<string, Map<string, Counts>>();

  constructor(cells: readonly Cell[]) {
    for (const {
      ambition: { id, theme },
      organisation,
      result: { status },
    } of cells) {
      this.#total[status]++;
      countsIn(this.#organisations, organisation)[status]++;
      countsIn(this.#ambitions, id)[status]++;
      if (theme === null) continue;
      countsIn(this.#themes, theme)[status]++;
      const within = this.#pairs.get(theme) ?? new Map<string, Counts>();
      this.#pairs.set(theme, within);
      countsIn(within, organisation)[status]++;
    }
  }

  of(scope: Scope): StatusCounts {
    switch (scope.kind) {
      case 'total':
        return this.#total;
      case 'theme':
        return this.#themes.get(scope.theme) ?? emptyCounts();
      case 'organisation':
        return this.#organisations.get(scope.organisation) ?? emptyCounts();
      case 'theme-organisation':
        return this.#pairs.get(scope.theme)?.get(scope.organisation) ?? emptyCounts();
      case 'ambition':
        return this.#ambitions.get(scope.ambition) ?? emptyCounts();
    }
  }
}

/**
 * Mean of the percentages of the organisations to which something applies; a percentage only if each of them has one.
 * Coverage is that of the joint set. Source: figures, `gemiddelde-per-organisatie`.
 */
function meanPercentages(parts: readonly Percentages[], joint: Percentages): Percentages {
  const having = parts.filter((part) => part.lower !== null);
  function meanOf(values: readonly (Fraction | null)[]): Fraction | null {
    return values.some((value) => value === null) ? null : mean(values as Fraction[]);
  }
  return {
    percentage: meanOf(having.map((part) => part.percentage)),
    lower: meanOf(having.map((part) => part.lower)),
    upper: meanOf(having.map((part) => part.upper)),
    coverage: joint.coverage,
  };
}

function computed(norm: Norm, round: Round, organisations: ReadonlyMap<string, Organisation>): RoundFigures {
  const scopes = scopesOf(norm);
  const cells = cellsOf(norm, round, organisations);
  const tally = new CellTally(cells);
  function countsOf(scope: Scope): StatusCounts {
    return tally.of(scope);
  }
  function jointly(scope: Scope): Percentages {
    return percentagesOf(countsOf(scope), norm.counting.partlyAchieved);
  }
  // In an incomplete norm only an ambition with all its results has figures: the results that are public are not a
  // smaller whole.
  const slots = norm.complete ? null : slotsByPoint(norm, round, organisations);
  function isWhole(scope: Scope): boolean {
    if (!slots) return true;
    return scope.kind === 'ambition' && slots.get(scope.ambition)?.length === sum(countsOf(scope));
  }
  function percentages(scope: Scope): Percentages {
    if (!isWhole(scope)) return NO_PERCENTAGES;
    if (!isMean(norm.counting, scope)) return jointly(scope);
    const parts = norm.participants.map(({ organisation }): Scope =>
      scope.kind === 'theme'
        ? { kind: 'theme-organisation', theme: scope.theme, organisation }
        : { kind: 'organisation', organisation },
    );
    return meanPercentages(parts.filter((part) => applicable(countsOf(part)) > 0).map(jointly), jointly(scope));
  }
  const reported = reportedByScope(round);
  const figures = scopes.map((scope) => ({
    scope,
    counts: countsOf(scope),
    ...percentages(scope),
    reported: reported.get(scopeKey(scope)) ?? null,
  }));
  return { round, cells, figures, byScope: indexed(figures) };
}

function reportedByScope(round: Round) {
  return new Map(round.reported.map((entry) => [scopeKey(entry.scope), entry]));
}

function indexed(figures: readonly Figures[]) {
  return new Map(figures.map((set) => [scopeKey(set.scope), set]));
}

/** Returns only sets for which a source states a figure, in the order of the norm and without counts. */
function reportedOnly(norm: Norm, round: Round): RoundFigures {
  const reported = reportedByScope(round);
  const figures = scopesOf(norm).flatMap((scope) => {
    const entry = reported.get(scopeKey(scope));
    return entry ? [{ scope, counts: null, ...NO_PERCENTAGES, reported: entry }] : [];
  });
  return { round, cells: [], figures, byScope: indexed(figures) };
}

/** Computes the figures of every set of one round. `organisations` by id. */
export function computeRound(norm: Norm, round: Round, organisations: ReadonlyMap<string, Organisation>): RoundFigures {
  return round.level === 'points' ? computed(norm, round, organisations) : reportedOnly(norm, round);
}
