import type { Page } from '../page.ts';

/** Pages that may be found: not of a fictional report, and no file or error page. */
export const listedPages = (pages: readonly Page[]): Page[] =>
  pages.filter(({ address, entry }) => address.endsWith('/') && entry.listed !== false && !entry.report?.report.data.fictional);
