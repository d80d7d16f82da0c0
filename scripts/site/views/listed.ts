import type { ListedPage } from '../page-entry.ts';

/** Pages that may be found: not of a fictional report, and no file or error page. */
export const listedPages = <Listed extends ListedPage>(pages: readonly Listed[]): Listed[] =>
  pages.filter(({ address, entry }) => address.endsWith('/') && entry.listed !== false && !entry.report?.report.data.fictional);
