import fs from 'node:fs';
import path from 'node:path';
import { groupBy } from '../../scripts/model/group.ts';
import { listPages } from '../../scripts/site/make-site.ts';
import type { ListedPage } from '../../scripts/site/page-list.ts';
import { pageRuns } from '../../scripts/site/run.ts';
import { opened } from './context.ts';

/** Every page of the site of a data folder. */
export function pagesIn(data: string): Promise<readonly ListedPage[]> {
  return listPages(pageRuns(opened(data), '/404.html', () => new Map()).listing);
}

/** The file that a page is written to. */
function fileOf({ url }: ListedPage): string {
  return url.slice(1).replace(/(^|\/)$/, '$1index.html');
}

/** A page of the shipped site that represents all pages of its template in its report. */
export interface PageType {
  readonly template: string;
  readonly address: string;
}

/**
 * The largest page of every template in every report, and of the site: what holds for it is likely to hold for the
 * others.
 */
export async function pageTypes(folder: string): Promise<PageType[]> {
  const largest = new Map<string, PageType & { readonly size: number }>();
  for (const page of await pagesIn('data')) {
    if (!fileOf(page).endsWith('.html')) continue;
    const { template, url, report } = page;
    const key = `${template} ${report?.report.data.path ?? ''}`;
    const { size } = fs.statSync(path.join(folder, fileOf(page)));
    if (size > (largest.get(key)?.size ?? 0)) largest.set(key, { template, address: url, size });
  }
  return [...largest.values()].map(({ template, address }) => ({ template, address }));
}

/** All templates of pages, each with its files in the site of a data folder. */
export async function pageTypesOf(
  data: string,
): Promise<{ readonly type: string; readonly files: readonly string[] }[]> {
  const pages = await pagesIn(data);
  // Each article is a template of its own, but they are of one type.
  const byType = groupBy(pages, ({ template }) => (template.startsWith('content/nieuws/') ? 'article' : template));
  return [...byType].map(([type, each]) => ({ type, files: each.map(fileOf) }));
}
