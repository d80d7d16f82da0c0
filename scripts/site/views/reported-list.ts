import type { RoundFigures } from '../../compute/round.ts';
import { reportedText } from '../../format/number.ts';
import type { ReportedScope } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { figureCell, type FigureCell } from './figure.ts';
import { sourceViews } from './source.ts';

/** A reported figure next to the computed one of the same set. */
export interface ReportedRow {
  readonly name: string;
  readonly reported: FigureCell;
  /** Null where it cannot be computed. */
  readonly computed: FigureCell | null;
}

/** The name of a scope: "Totaal", or the name of a theme or organisation. */
export function scopeName(context: ReportContext, { theme }: NormContext, scope: ReportedScope): string {
  switch (scope.kind) {
    case 'total':
      return 'Totaal';
    case 'theme':
      return theme(scope.theme)?.title ?? scope.theme;
    case 'organisation':
      return context.organisation(scope.organisation).name;
  }
}

/** All figures that sources state about a round, in the order of the norm. */
export function reportedRows(context: ReportContext, norm: NormContext, round: RoundFigures): ReportedRow[] {
  return round.figures.flatMap(({ reported }) => {
    if (!reported) return [];
    const figure = figureCell(context, norm, round, reported.scope);
    const stated: FigureCell = {
      ...figure,
      kind: 'reported',
      column: 'gerapporteerd',
      basis: 'gerapporteerd',
      value: reportedText(reported.percentage),
      counts: null,
      weight: null,
      notes: reported.explanation === null ? [] : [reported.explanation],
      reported: null,
      sources: sourceViews(context, reported.sources),
    };
    return [
      {
        name: scopeName(context, norm, reported.scope),
        reported: stated,
        computed: figure.kind === 'reported' ? null : { ...figure, reported: null },
      },
    ];
  });
}
