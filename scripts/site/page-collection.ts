import path from 'node:path';
import type { CollectionItem, UserConfig } from '@11ty/eleventy';
import { TemplateError } from '../cli/system-error.ts';
import { inOwnProject } from '../io/project.ts';
import { memo } from '../model/memo.ts';
import type { SiteContext } from './context.ts';
import { PageItem } from './page-item.ts';
import type { ListedPage, PageList } from './page-list.ts';
import type { SiteRun } from './run.ts';
import { link, type Link } from './views/link.ts';
import { alphabet, type Letter } from './views/alphabet.ts';
import { shellView, type Shell } from './views/shell.ts';

/** What a page may say in its front matter; everything but the title is optional. */
interface FrontMatter {
  readonly title?: string;
  readonly description?: string;
  readonly within?: string;
  readonly crumb?: string;
  readonly listedAs?: string;
  readonly parent?: string | null;
  /** True, or its name there. */
  readonly nav?: boolean | string;
  readonly footer?: boolean | string;
  readonly listed?: boolean;
  /** Its place among the pages of its report, or of the site. */
  readonly order?: number;
  readonly item?: unknown;
  readonly layout?: string | false;
}

function isOfReport(data: FrontMatter): boolean {
  return data.item instanceof PageItem;
}

/** A file such as robots.txt, without layout and title, is not a page. */
function isListable({ data }: CollectionItem): boolean {
  const { title, layout } = data as FrontMatter;
  return title !== undefined || Boolean(layout);
}

function nameFor(asked: boolean | string | undefined, title: string): string | null {
  return asked === true ? title : asked || null;
}

/** What a misspelt name in computed front matter produces, instead of an error. */
const NO_NAME = /\bundefined\b/;

/** Whether an editor wrote that very word; then it does not point to a misspelt name. */
const isAuthored = memo((site: SiteContext): boolean => {
  const seen = new WeakSet<object>();
  function has(value: unknown): boolean {
    if (typeof value === 'string') return NO_NAME.test(value);
    if (typeof value !== 'object' || value === null || seen.has(value)) return false;
    seen.add(value);
    return Object.values(value).some(has);
  }
  return has(site.settings) || site.reports.some(({ report }) => has(report.data));
});

/** Throws if front matter names something that does not exist. */
function assertNames(template: string, front: FrontMatter, site: SiteContext): void {
  if (isAuthored(site)) return;
  const { title, description, within, crumb, listedAs, nav, footer } = front;
  for (const [key, text] of Object.entries({ title, description, within, crumb, listedAs, nav, footer }))
    if (NO_NAME.test(String(text ?? '')))
      throw new TemplateError(
        `${template}: ${key} wordt "${text}"; in de kop staat bij ${key} een naam die niet bestaat`,
      );
}

function listedPage({ url, inputPath, data }: CollectionItem, site: SiteContext): ListedPage {
  const front = data as FrontMatter;
  const template = path.relative(inOwnProject(''), inputPath);
  const { title, crumb = title, listedAs = title, within = null } = front;
  if (typeof title !== 'string' || title.trim() === '')
    throw new TemplateError(`${template}: deze pagina heeft geen titel; zet bovenaan "title: …"`);
  assertNames(template, front, site);
  const item = front.item instanceof PageItem ? front.item : null;
  const report = item?.context ?? null;
  const isIndexed = front.listed !== false && !report?.report.data.fictional;
  return {
    url,
    template,
    title,
    fullTitle: fullTitle(title, within, report?.name ?? site.settings.title),
    description: front.description ?? title,
    within,
    crumb: crumb!,
    listedAs: listedAs!,
    parent: front.parent === undefined ? (item ? item.parent : (site.main?.at.home ?? null)) : front.parent,
    nav: nameFor(front.nav, title),
    footer: nameFor(front.footer, title),
    isIndexed,
    isListed: isIndexed && url.endsWith('/'),
    isSearched: front.listed !== false && url.endsWith('/'),
    report,
    place: item?.place ?? null,
  };
}

function fullTitle(title: string, within: string | null, name: string): string {
  return name.startsWith(title) ? name : [title, within, name].filter((part) => part !== null).join(' – ');
}

/** Pages by report, then by `order`, then in order of pagination; those of the site last. */
function inOrder(items: readonly CollectionItem[], { reports }: SiteContext): CollectionItem[] {
  function place({ data }: CollectionItem): readonly [report: number, order: number] {
    const { item, order = Infinity } = data as FrontMatter;
    const context = item instanceof PageItem ? item.context : null;
    return [context ? reports.indexOf(context) : Infinity, order];
  }
  return items
    .map((item) => ({ item, at: place(item) }))
    .sort(
      (a, b) =>
        compare(a.at[0], b.at[0]) ||
        compare(a.at[1], b.at[1]) ||
        compare(a.item.inputPath, b.item.inputPath) ||
        compare(a.item.pageNumber ?? 0, b.item.pageNumber ?? 0),
    )
    .map(({ item }) => item);
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Checks that no two pages have the same title in the title bar. */
function withOwnTitles(pages: readonly ListedPage[], earlier: readonly ListedPage[]): ListedPage[] {
  const titles = new Set(earlier.map((page) => page.fullTitle));
  return pages.map((page) => {
    const title = titles.has(page.fullTitle) ? `${page.fullTitle} (${page.url})` : page.fullTitle;
    titles.add(title);
    return { ...page, fullTitle: title };
  });
}

/** Every page of the site, as templates find it in `collections.pages`. */
export class PageCollection {
  readonly #list: PageList;

  constructor(list: PageList) {
    this.#list = list;
  }

  /** Pages that may be found. */
  get listed(): readonly ListedPage[] {
    return this.#list.listed;
  }

  /** The same by first letter. */
  get letters(): Letter[] {
    return alphabet(this.#list);
  }

  /** The menu of the report that the site opens with. */
  get menu(): Link[] {
    return this.#list.menuOf(this.#list.site.main).map((page) => this.#link(page.nav!, page));
  }

  /** Feeds, the one of the whole site first. */
  get feeds(): Link[] {
    return this.#list.all
      .filter(({ url }) => url.endsWith('feed.xml'))
      .sort((a, b) => Number(a.report !== null) - Number(b.report !== null))
      .map((page) => this.#link(page.title, page));
  }

  /** Everything around a page: header, menu, breadcrumbs, footer. */
  shell(url: string): Shell {
    const page = this.#list.byUrl.get(url);
    if (!page)
      throw new TemplateError(
        `de pagina ${url} staat in geen lijst; haal "eleventyExcludeFromCollections" weg, of kies "layout: false"`,
      );
    return shellView(page, this.#list);
  }

  #link(text: string, { url }: ListedPage): Link {
    return link(text, this.#list.site.href(url));
  }
}

/** Throws if a page of a page type has no template. */
function assertTemplates({ items, list }: SiteRun): void {
  for (const [name, pages] of items) {
    const missing = pages.find(({ address }) => !list.byUrl.has(address));
    if (missing)
      throw new TemplateError(
        `content/pages heeft geen sjabloon voor ${missing.address}; maak er een met in de kop\n  pagination: { data: pages.${name}, size: 1, alias: item, addAllPagesToCollections: true }`,
      );
  }
}

/**
 * Eleventy plugin: `collections.pages`, the source of menus, breadcrumbs, the sitemap and other lists. Filled when
 * Eleventy knows all pages, including those that templates make from other collections, and before it renders any.
 */
export function pageCollection(config: UserConfig, run: SiteRun): void {
  const { site, list, known, earlier } = run;
  let found: () => CollectionItem[] = () => [];
  config.addCollection('pages', (api) => {
    found = () =>
      inOrder(
        api.getAll().filter(({ url }) => url),
        site,
      );
    return new PageCollection(list);
  });
  config.on('eleventy.contentMap', () => {
    const items = found();
    for (const { url, data, template } of items)
      if (!isOfReport(data) && !run.isMade(url)) template.setRenderableOverride(false);
    const pages = items.filter(isListable).map((item) => listedPage(item, site));
    list.fill(known ?? [...earlier, ...withOwnTitles(pages, earlier)]);
    if (!known) assertTemplates(run);
    run.onListed();
  });
}
