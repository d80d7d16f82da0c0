import type { ChartsDrawn, ChartThread } from '../../charts/chart-thread.ts';
import type { ChartRenderer } from '../../charts/renderer.ts';
import { pageSvg } from '../../charts/svg.ts';
import { memo } from '../../model/memo.ts';
import type { ReportContext } from '../context.ts';
import type { Archive } from '../downloads/archive.ts';
import type { ChartSvgs, ChartSvgsOf } from './marks.ts';
import { chartJobs, drawingsOf } from './of-report.ts';

/** The charts of a site, drawn by the thread while pages are made; and archives, packed meanwhile. */
export class DrawnCharts {
  readonly #thread: ChartThread;
  readonly #drawn = new Map<ReportContext, ChartsDrawn>();
  readonly #packing: Promise<void>[] = [];

  constructor(thread: ChartThread) {
    this.#thread = thread;
  }

  /** Begins to draw the charts of a report, and to write their files below a folder; once. */
  draw(report: ReportContext, folder: string): void {
    if (!this.#drawn.has(report)) this.#drawn.set(report, this.#thread.draw(chartJobs(report), folder));
  }

  svgsOf(report: ReportContext): Promise<ChartSvgs> {
    return this.#drawn.get(report)!.pictures;
  }

  /** Waits for the files of these reports, and lets their pictures go. */
  async written(reports: readonly ReportContext[]): Promise<void> {
    for (const each of reports) await this.#drawn.get(each)!.written.then(() => this.#drawn.delete(each));
  }

  /** Begins to pack archives below a folder. */
  pack(archives: readonly Archive[], folder: string): void {
    this.#packing.push(this.#thread.pack(archives, folder));
  }

  async packed(): Promise<void> {
    await Promise.all(this.#packing);
  }

  /** Waits for all that was begun, whatever came of it: call it before the folder is moved or deleted. */
  async end(): Promise<void> {
    await Promise.allSettled([...this.#packing, ...[...this.#drawn.values()].map(({ written }) => written)]);
  }
}

/** Draws a picture at the moment a page asks for it. */
export function drawnWhenAsked(renderer: ChartRenderer): ChartSvgsOf {
  const drawings = memo((report: ReportContext) => new Map(drawingsOf(report).map((drawing) => [drawing.id, drawing])));
  return (report) => ({
    get: (id) => {
      const drawing = drawings(report).get(id);
      return drawing && pageSvg(renderer.svg(drawing));
    },
  });
}
