import type { ChartsDrawn, ChartThread } from './chart-thread.ts';
import { chartJobs } from './site/charts/of-report.ts';
import type { ReportContext } from './site/context.ts';
import type { Archive } from './site/downloads/archive.ts';
import type { Lot } from './site/lots.ts';

/** How many lots of charts are asked for before their pages are made: enough that the thread never waits. */
const AHEAD = 3;

/**
 * Has the charts of each lot drawn before its pages are made, and archives packed meanwhile. Call `next` once the pages of a lot are there,
 * and `end` before the folder is moved or deleted.
 */
export function drawAhead(lots: readonly Lot[], charts: ChartThread, folder: string) {
  const drawn = new Map<ReportContext, ChartsDrawn>();
  const packing: Promise<void>[] = [];
  let done = 0;
  function draw(lot: Lot | undefined): void {
    for (const each of lot?.reports ?? []) drawn.set(each, charts.draw(chartJobs(each), folder));
  }
  charts.nextBuild();
  for (const lot of lots.slice(0, AHEAD)) draw(lot);
  return {
    lots,
    picturesOf: (report: ReportContext) => drawn.get(report)!.pictures,
    next: async (): Promise<void> => {
      draw(lots[done + AHEAD]);
      // Pictures are let go as soon as their pages are there.
      for (const each of lots[done++]!.reports) await drawn.get(each)!.written.then(() => drawn.delete(each));
    },
    pack: (archives: readonly Archive[]): void => {
      packing.push(charts.pack(archives, folder));
    },
    packed: async (): Promise<void> => {
      await Promise.all(packing);
    },
    end: async (): Promise<void> => {
      await Promise.allSettled([...packing, ...[...drawn.values()].map(({ written }) => written)]);
    },
  };
}
