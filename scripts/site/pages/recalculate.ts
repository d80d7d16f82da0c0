import type { ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';

/** Where the files and the script are that recompute the figures. */
function recalculateView(context: ReportContext) {
  return {
    data: context.to.data,
    back: context.to.recalculate,
    run: context.to.recalculation,
    method: context.to.method,
    address: `${context.settings.address}${context.at.data}`,
  };
}

/** How to check the figures, with the button that does so. Loads no script. */
export function recalculatePages(context: ReportContext): PageItem[] {
  return [
    new PageItem(context, { address: context.at.recalculate, parent: context.at.data }, () => recalculateView(context)),
  ];
}

/** What the button leads to: the page that loads the script, since someone asked for it. */
export function recalculationPages(context: ReportContext): PageItem[] {
  return [
    new PageItem(context, { address: context.at.recalculation, parent: context.at.recalculate }, () =>
      recalculateView(context),
    ),
  ];
}
