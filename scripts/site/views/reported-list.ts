import type { RoundFigures } from '../../compute/round.ts';
import type { ReportedScope } from '../../model/round.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { figureView, reportedView, type FigureView, type ReportedView } from './figure.ts';

/** A reported figure beside the computed one of the same set. */
export interface ReportedRow {
  readonly name: string;
  readonly reported: ReportedView;
  readonly figure: FigureView;
}

/** What a scope is called: "Totaal", or a theme's or organisation's name. */
export const scopeName = (context: ReportContext, { theme }: NormContext, scope: ReportedScope): string => {
  switch (scope.kind) {
    case 'total': return 'Totaal';
    case 'theme': return theme(scope.theme)?.title ?? scope.theme;
    case 'organisation': return context.organisation(scope.organisation).name;
  }
};

/** All figures that sources state about a round, in the order of the norm. */
export const reportedRows = (context: ReportContext, norm: NormContext, round: RoundFigures): ReportedRow[] =>
  round.figures.flatMap(({ reported }) => (reported ? [{
    name: scopeName(context, norm, reported.scope),
    reported: reportedView(context, reported),
    figure: figureView(context, norm, round, reported.scope),
  }] : []));
