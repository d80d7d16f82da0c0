import type { UserConfig } from '@11ty/eleventy';
import { groupBy } from '../model/group.ts';
import { Page } from './page.ts';
import type { Pages } from './pages.ts';

/** Eleventy copies plain objects for every page it makes, but hands on an instance of a class as it is. */
class Shared {
  [name: string]: unknown;
}

function shared(values: object): Shared {
  return Object.assign(new Shared(), values);
}

/**
 * Eleventy plugin: hands the report to the templates as `site`, and those pages that are to be written as `pages.<kind>`, to paginate
 * over with the alias `entry`; and gives every page the address that the registry says.
 */
export function reportData(
  config: UserConfig,
  { pages: { site, kinds, all }, only }: { readonly pages: Pages; readonly only: readonly Page[] },
): void {
  const byKind = groupBy(only, ({ kind }) => kind);
  config.addGlobalData('pages', shared(Object.fromEntries(kinds.map((kind) => [kind, byKind.get(kind) ?? []]))));
  config.addGlobalData('site', shared({ settings: site.settings, pages: all }));
  config.addGlobalData('permalink', () => ({ entry }: { entry?: unknown }) => {
    if (!(entry instanceof Page))
      throw new Error('een sjabloon zonder `entry`: pagineer over `pages.<soort>` met alias `entry`');
    return entry.file;
  });
}
