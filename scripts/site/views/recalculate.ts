import type { ReportContext } from '../context.ts';

/** Where the files and the script are that recompute the figures. */
export function recalculateView(context: ReportContext) {
  return {
    data: context.to.data,
    back: context.to.recalculate,
    run: context.to.recalculation,
    method: context.to.method,
    address: `${context.settings.address}${context.at.data}`,
  };
}
