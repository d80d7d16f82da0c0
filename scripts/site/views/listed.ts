import type { ListedPage } from '../page-entry.ts';

/** Whether a page may be found: not of a fictional report, and no file or error page. */
export function isListed({ address, entry }: ListedPage): boolean {
  return address.endsWith('/') && entry.listed !== false && !entry.report?.report.data.fictional;
}
