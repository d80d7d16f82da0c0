import type { SiteReport } from '../report.ts';
import { siteContext } from './context.ts';
import { downloadsOf } from './downloads/downloads.ts';
import { pageItems } from './pages/all.ts';

/** Every address that was ever published, one a line; beside site.yaml. */
export const ADDRESSES = 'adressen.txt';

/** The addresses of the reports of a site: of each page, and of each file with data. */
export function publishedAddresses(report: SiteReport): string[] {
  const site = siteContext(report, { link: () => '', styles: [], logo: null });
  return [
    ...[...pageItems(site.reports).values()].flatMap((items) => items.map(({ address }) => address)),
    ...report.reports.flatMap((each) => downloadsOf(each).map(({ path }) => `/${path}`)),
  ].sort();
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}

/** The list with the addresses of today among them; what was published stays in it. */
export function withAddresses(list: string, report: SiteReport): string {
  const all = new Set([...linesOf(list), ...publishedAddresses(report)].filter((line) => line !== ''));
  return `${[...all].sort().join('\n')}\n`;
}
