import type { ChartRenderer } from '../../charts/renderer.ts';
import { pageSvg } from '../../charts/svg.ts';
import { memo } from '../../model/memo.ts';
import type { ReportContext } from '../context.ts';
import type { PicturesOf } from '../picture-marks.ts';
import { drawingsOf } from './of-report.ts';

/** Draws a picture at the moment a page asks for it. */
export function drawnWhenAsked(renderer: ChartRenderer): PicturesOf {
  const drawings = memo((report: ReportContext) => new Map(drawingsOf(report).map((drawing) => [drawing.id, drawing])));
  return (report) => ({
    get: (id) => {
      const drawing = drawings(report).get(id);
      return drawing && pageSvg(renderer.svg(drawing));
    },
  });
}
