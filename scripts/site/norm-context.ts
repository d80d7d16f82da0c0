import { cellKey } from '../compute/change.ts';
import type { Cell } from '../compute/cells.ts';
import type { NormFigures } from '../compute/norm.ts';
import type { Report } from '../compute/report.ts';
import type { Scope } from '../compute/scope.ts';
import type { RoundFigures } from '../compute/round.ts';
import type { Ambition, Dropped, Norm, Origin, Theme } from '../model/norm.ts';
import { groupBy } from '../model/group.ts';

/** The cells of one round, found by point, by organisation, or by both. */
export interface RoundIndex {
  readonly byAmbition: ReadonlyMap<string, readonly Cell[]>;
  readonly byOrganisation: ReadonlyMap<string, readonly Cell[]>;
  readonly cell: (ambition: string, organisation: string) => Cell | undefined;
  readonly within: (scope: Scope) => readonly Cell[];
}

/** What became of a point in the norm that replaced it. */
export interface Succession {
  readonly norm: Norm;
  readonly successors: readonly { readonly ambition: Ambition; readonly origin: Origin }[];
  readonly dropped: Dropped | null;
}

/** One norm, with what pages look up in it; each index is made when it is first asked for. */
export interface NormContext {
  readonly norm: Norm;
  readonly figures: NormFigures;
  /** Newest published round. */
  readonly latest: RoundFigures | null;
  /** Newest published round with results per point. */
  readonly latestWithCells: RoundFigures | null;
  readonly theme: (id: string) => Theme | undefined;
  readonly ambition: (id: string) => Ambition | undefined;
  readonly ambitionsOf: (theme: string | null) => readonly Ambition[];
  readonly index: (round: RoundFigures) => RoundIndex;
  readonly successionsOf: (ambition: string) => readonly Succession[];
}

function within(cells: readonly Cell[], scope: Scope): readonly Cell[] {
  return cells.filter(
    ({ ambition, organisation }) =>
      (!('theme' in scope) || scope.kind === 'ambition' || ambition.theme === scope.theme) &&
      (!('organisation' in scope) || organisation === scope.organisation) &&
      (scope.kind !== 'ambition' || ambition.id === scope.ambition),
  );
}

function roundIndex({ cells }: RoundFigures): RoundIndex {
  const byKey = new Map(cells.map((cell) => [cellKey(cell), cell]));
  return {
    byAmbition: groupBy(cells, ({ ambition }) => ambition.id),
    byOrganisation: groupBy(cells, ({ organisation }) => organisation),
    within: (scope) => within(cells, scope),
    cell: (ambition, organisation) => byKey.get(cellKey({ ambition: { id: ambition }, organisation })),
  };
}

function successionOf(norm: Norm): (ambition: string) => Succession {
  const origins = norm.ambitions.flatMap((ambition) => ambition.origins.map((origin) => ({ ambition, origin })));
  const successors = groupBy(origins, ({ origin }) => origin.ambition);
  const dropped = new Map(norm.dropped.map((entry) => [entry.ambition, entry]));
  return (id) => ({ norm, successors: successors.get(id) ?? [], dropped: dropped.get(id) ?? null });
}

/** `report`: the one it is part of. */
export function normContext(figures: NormFigures, report: Report): NormContext {
  const { norm, rounds } = figures;
  const themes = new Map(norm.themes.map((theme) => [theme.id, theme]));
  const ambitions = new Map(norm.ambitions.map((ambition) => [ambition.id, ambition]));
  const byTheme = groupBy(norm.ambitions, ({ theme }) => theme);
  const indexes = new Map<RoundFigures, RoundIndex>();
  const successions = report.norms
    .filter((other) => other.norm.predecessor === norm.version)
    .map((other) => successionOf(other.norm));
  return {
    norm,
    figures,
    latest: rounds.at(-1) ?? null,
    latestWithCells: rounds.findLast(({ cells }) => cells.length > 0) ?? null,
    theme: (id) => themes.get(id),
    ambition: (id) => ambitions.get(id),
    ambitionsOf: (theme) => byTheme.get(theme) ?? [],
    index: (round) => {
      const index = indexes.get(round) ?? roundIndex(round);
      indexes.set(round, index);
      return index;
    },
    successionsOf: (ambition) => successions.map((succession) => succession(ambition)),
  };
}
