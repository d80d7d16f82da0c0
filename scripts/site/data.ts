import type { UserConfig } from '@11ty/eleventy';
import type { SiteContext } from './context.ts';
import { groupBy } from '../model/group.ts';
import { Page } from './page.ts';
import { listPages } from './pages.ts';

/** Eleventy copies plain objects for every page it makes, but hands on an instance of a class as it is. */
class Shared {
  [name: string]: unknown;
}

const shared = (values: object): Shared => Object.assign(new Shared(), values);

/**
 * Eleventy plugin: hands the report to the templates as `site`, and `pages.<kind>` to paginate over with the alias
 * `entry`; and gives every page the address that the registry says.
 */
export const reportData = (config: UserConfig, context: SiteContext): void => {
  const list = listPages(context);
  const byKind = groupBy(list.all, ({ kind }) => kind);
  config.addGlobalData('pages', shared(Object.fromEntries(list.kinds.map((kind) => [kind, byKind.get(kind) ?? []]))));
  config.addGlobalData('site', shared({ settings: context.settings, pages: list.all }));
  config.addGlobalData('permalink', () => ({ entry }: { entry?: unknown }) => {
    if (!(entry instanceof Page)) throw new Error('een sjabloon zonder `entry`: pagineer over `pages.<soort>` met alias `entry`');
    return entry.file;
  });
};
