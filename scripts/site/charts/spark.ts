import { drawingOf, type Drawing } from '../../charts/drawing.ts';
import { sparkline } from '../../charts/sparkline.ts';
import { inexact } from '../../format/number.ts';
import type { ReportContext, NormContext } from '../context.ts';

/** The course of one organisation over the rounds of a norm; null with fewer than two rounds. */
export function sparkDrawing(
  context: ReportContext,
  { norm, figures }: NormContext,
  organisation: string,
): Drawing | null {
  const points = norm.complete
    ? figures.rounds.flatMap(({ byScope }) => {
        const found = byScope.get(`organisation:${organisation}`);
        return found?.lower && found.upper ? [{ lower: inexact(found.lower)!, upper: inexact(found.upper)! }] : [];
      })
    : [];
  return points.length < 2
    ? null
    : drawingOf(`${context.to.organisation(organisation)} ${norm.version}`, sparkline, 'narrow', points);
}
