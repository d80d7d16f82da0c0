import type { Cell } from '../../compute/cells.ts';
import type { RoundFigures } from '../../compute/round.ts';
import type { RelatedNorm } from '../../model/report.ts';
import type { Reported } from '../../model/round.ts';
import type { PublicDocument, Source } from '../../model/source.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';

/** One round, as far as it rests on a document. */
export interface RoundUse {
  readonly norm: NormContext;
  readonly round: RoundFigures;
  /** Whether the document is a source of the round itself. */
  readonly whole: boolean;
  readonly reported: readonly Reported[];
  readonly cells: readonly Cell[];
}

/** Everything in a report that names a document as its source. */
export interface DocumentUses {
  readonly norms: readonly NormContext[];
  readonly rounds: readonly RoundUse[];
  readonly relatedNorms: readonly RelatedNorm[];
  readonly referredBy: readonly PublicDocument[];
}

/** What rests on the document with this id, in the order of the data. */
export function documentUses(context: ReportContext, id: string): DocumentUses {
  const { data } = context.report;
  function names(sources: readonly Source[]): boolean {
    return sources.some((source) => source.public && source.document === id);
  }
  const rounds = context.norms.flatMap((norm) =>
    norm.figures.rounds.map((round): RoundUse => ({
      norm,
      round,
      whole: names(round.round.sources),
      reported: round.round.reported.filter(({ sources }) => names(sources)),
      cells: round.cells.filter(({ result }) => names(result.sources)),
    })),
  );
  return {
    norms: context.norms.filter(({ norm }) => names(norm.sources)),
    rounds: rounds.filter(({ whole, reported, cells }) => whole || reported.length > 0 || cells.length > 0),
    relatedNorms: data.relatedNorms.filter(({ sources }) => names(sources)),
    referredBy: data.documents.filter(({ refersTo }) => names(refersTo)),
  };
}
