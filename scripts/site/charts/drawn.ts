import type { ChartsDrawn, ChartThread } from '../../charts/chart-thread.ts';
import type { ChartRenderer } from '../../charts/renderer.ts';
import { pageSvg } from '../../charts/svg.ts';
import { memo } from '../../model/memo.ts';
import type { ReportContext } from '../context.ts';
import type { Archive } from '../downloads/archive.ts';
import type { ChartSvgs, ChartSvgsOf } from './marks.ts';
import { chartJobs, drawingsOf } from './of-report.ts';

/** The charts of a site, drawn on a thread while pages are made; the same thread packs archives. */
export class DrawnCharts {
  readonly #thread: ChartThread;
  readonly #drawn = new Map<ReportContext, ChartsDrawn>();
  readonly #packing: Promise<void>[] = [];

  constructor(thread: ChartThread) {
    this.#thread = thread;
  }

  /** Starts drawing the charts of a report and writing their files below `folder`. Does so once per report. */
  draw(report: ReportContext, folder: string): void {
    if (!this.#drawn.has(report)) this.#drawn.set(report, this.#thread.draw(chartJobs(report), folder));
  }

  svgsOf(report: ReportContext): Promise<ChartSvgs> {
    return this.#drawn.get(report)!.pictures;
  }

  /** Waits for the files of these reports, and releases their pictures. */
  async written(reports: readonly ReportContext[]): Promise<void> {
    for (const each of reports) await this.#drawn.get(each)!.written.then(() => this.#drawn.delete(each));
  }

  /** Starts packing archives below a folder. */
  pack(archives: readonly Archive[], folder: string): void {
    this.#packing.push(this.#thread.pack(archives, folder));
  }

  async packed(): Promise<void> {
    await Promise.all(this.#packing);
  }

  /** Waits for everything that was started, failed or not. Call it before the folder is moved or deleted. */
  async end(): Promise<void> {
    await Promise.allSettled([...this.#packing, ...[...this.#drawn.values()].map(({ written }) => written)]);
  }
}

/** Draws a picture when a page asks for it. */
export function drawnWhenAsked(renderer: ChartRenderer): ChartSvgsOf {
  const drawings = memo((report: ReportContext) => new Map(drawingsOf(report).map((drawing) => [drawing.id, drawing])));
  return (report) => ({
    get: (id) => {
      const drawing = drawings(report).get(id);
      return drawing && pageSvg(renderer.svg(drawing));
    },
  });
}
