import { amount } from '../../format/sentence.ts';
import { error, type Problem } from '../../model/problem.ts';
import type { RuledNorm, NormRule } from '../rule.ts';
import { type Cause, causesOf } from './causes.ts';
import type { Ambition } from '../../model/norm.ts';
import { hasRow, isCell, type GridCell, pointsOf, termsOf, type Turn, turnsOf } from './grid.ts';

/**
 * A participant's file has exactly its cells: nothing vanishes silently, and nothing is said of a point that does not
 * apply. In a norm that is not complete rows may be missing. Where one fact, if it were another, would make two or more
 * places match and none not, that fact is what is wrong: it is reported once.
 */
export const cells: NormRule = (context) => new Cells(context).problems();

/** More causes than this are not looked for: each is a problem that has to be solved first. */
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

  /** Places that are a cell and have no row, or the other way round. */
  #mismatches(turn: Turn): GridCell[] {
    const { norm, foundations } = this.#context;
    const canMiss = !norm.complete || !foundations.hold('a cell has a row', { norm });
    const found = this.#points.flatMap((ambition): GridCell[] => {
      const expected = isCell(termsOf(turn, ambition), turn.organisation.id);
      return expected === turn.rows.has(ambition.id) || (expected && canMiss) ? [] : [{ ...turn, ambition }];
    });
    // A row of which it is not clear which point it is about may be any that is missing.
    let unclear = turn.file?.unclear ?? 0;
    return found.filter((place) => hasRow(place) || unclear-- <= 0);
  }

  /** Takes away what one wrong fact explains, the one that explains most first. */
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

  /** The places that a cause makes match; none, if it would make another not match. */
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

/** What is wrong with results, were the fact as it is: "7 ontbreken", "6 zijn er te veel". */
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
