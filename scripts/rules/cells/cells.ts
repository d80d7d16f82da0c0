import { amount } from '../../format/sentence.ts';
import { error, type Problem } from '../../model/problem.ts';
import type { RuledNorm, NormRule } from '../rule.ts';
import { type Cause, causesOf } from './causes.ts';
import type { Ambition } from '../../model/norm.ts';
import { hasRow, isCell, type GridCell, pointsOf, termsOf, type Turn, turnsOf } from './grid.ts';

/**
 * A participant's file must have exactly one row per cell: no result gets lost unnoticed, and nothing is said about an
 * ambition that does not apply. In an incomplete norm rows may be missing. If another value of one fact would resolve
 * two or more mismatches and cause none, that fact is reported instead, once.
 */
export const cells: NormRule = (context) => new Cells(context).problems();

/** Maximum number of causes to consider; an author who has that many to solve needs no more. */
const MOST_CAUSES = 200;

class Cells {
  readonly #context: RuledNorm;
  readonly #turns: readonly Turn[];
  readonly #points: readonly Ambition[];
  readonly #problems: Problem[] = [];

  constructor(context: RuledNorm) {
    this.#context = context;
    this.#turns = turnsOf(context);
    this.#points = pointsOf(context);
  }

  problems(): Problem[] {
    const wrong = this.#turns.flatMap((turn) => this.#mismatches(turn));
    if (wrong.length === 0) return [];
    for (const place of this.#explained(wrong)) {
      if (place.file) this.#context.foundations.doubt<'file'>(place.file, 'results');
      this.#problems.push(rowProblem(place));
    }
    return this.#problems;
  }

  /** Cells without a row, and rows without a cell. */
  #mismatches(turn: Turn): GridCell[] {
    const { norm, foundations } = this.#context;
    const canMiss = !norm.complete || !foundations.hold('a cell has a row', { norm });
    const found = this.#points.flatMap((ambition): GridCell[] => {
      const expected = isCell(termsOf(turn, ambition), turn.organisation.id);
      return expected === turn.rows.has(ambition.id) || (expected && canMiss) ? [] : [{ ...turn, ambition }];
    });
    // A row of an unknown ambition may be any of the missing ones.
    let unclear = turn.file?.unclear ?? 0;
    return found.filter((place) => hasRow(place) || unclear-- <= 0);
  }

  /**
   * Reports facts that explain several mismatches, starting with the one that explains most. Returns the mismatches
   * that remain.
   */
  #explained(wrong: readonly GridCell[]): GridCell[] {
    const { norm } = this.#context;
    const all = this.#turns.flatMap((turn) => this.#points.map((ambition): GridCell => ({ ...turn, ambition })));
    const left = new Set(wrong.map(keyOf));
    const candidates = causesOf(wrong, all, norm)
      .map((cause) => ({ cause, solves: this.#solved(cause, left) }))
      .toSorted((a, b) => b.solves.length - a.solves.length);
    const told = new Map<object, Set<string>>();
    for (const { cause, solves } of candidates.slice(0, MOST_CAUSES)) {
      const still = solves.filter((place) => left.has(keyOf(place)));
      if (still.length < (cause.terms ? 2 : 1)) continue;
      for (const place of still) left.delete(keyOf(place));
      const fields = told.get(cause.record) ?? new Set();
      if (!fields.has(cause.field)) this.#problems.push(error(cause.spot, cause.message(whatIsWrong(still))));
      told.set(cause.record, fields.add(cause.field));
      for (const { file } of still) if (file) this.#context.foundations.doubt<'file'>(file, 'results');
    }
    return wrong.filter((place) => left.has(keyOf(place)));
  }

  /** Mismatches that a cause would resolve; none if it would create another. */
  #solved(cause: Cause, wrong: ReadonlySet<string>): readonly GridCell[] {
    const solved: GridCell[] = [];
    for (const place of cause.places) {
      const expected = cause.terms
        ? isCell(cause.terms(termsOf(place, place.ambition)), place.organisation.id)
        : hasRow(place);
      const matches = expected === hasRow(place) || (expected && !this.#context.norm.complete);
      if (wrong.has(keyOf(place))) {
        if (matches) solved.push(place);
      } else if (!matches) return [];
    }
    return solved;
  }
}

/** Counts what is wrong with results: "7 ontbreken", "6 zijn er te veel". */
function whatIsWrong(places: readonly GridCell[]): string {
  const tooMany = places.filter(hasRow).length;
  const missing = places.length - tooMany;
  return [
    ...(missing > 0 ? [amount(missing, 'ontbreekt', 'ontbreken')] : []),
    ...(tooMany > 0 ? [amount(tooMany, 'is er te veel', 'zijn er te veel')] : []),
  ].join(', ');
}

function keyOf({ round, participant, ambition }: GridCell): string {
  return `${round.id} ${participant.organisation} ${ambition.id}`;
}

function rowProblem({ round, participant: { organisation }, ambition: { id }, file, rows }: GridCell): Problem {
  const row = rows.get(id);
  return row
    ? error(
        row.place,
        `het punt "${id}" geldt in deze meting (${round.date}) niet voor "${organisation}"; haal deze regel weg`,
      )
    : error(
        file!.at.start,
        `het punt "${id}" ontbreekt; voeg een regel "${id}: …" toe ("niet beoordeeld" als er niets bekend is)`,
      );
}
