import type { UserConfig } from '@11ty/eleventy';
import { writeFiles } from '../io/output.ts';
import type { Norm } from '../model/norm.ts';
import type { PublicDocument } from '../model/source.ts';
import { mainPart, readGlossary } from './glossary.ts';
import type { PageItem } from './page-item.ts';
import type { ListedPage } from './page-list.ts';
import type { SiteRun } from './run.ts';
import { SEARCH_KINDS, type SearchEntry, type SearchKind } from './search-index.ts';

/**
 * Left out of the index: what nearly every page has, what another page says better, and most of a page's text: charts
 * and tables.
 */
const LEFT_OUT =
  /<(figure|svg|table|nav|form|fieldset|dl|h1)\b[^]*?<\/\1>|<(span|p) class="(?:visually-hidden|figure-origin|figure-note|inline-sources|legend|whole|needs-script)\b[^]*?<\/\2>/g;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The running text of a page. */
function runningText(html: string): string {
  const [start, end] = mainPart(html) ?? [0, html.length];
  return html
    .slice(start, end)
    .replace(LEFT_OUT, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Addresses of the glossary, the manual for editors and the list of all pages. */
export interface SearchPlaces {
  readonly glossary: string;
  readonly manual: string;
  readonly alphabet: string;
}

/** Other words that a page is searched by. */
function namesOf({ title, listedAs }: ListedPage, item: PageItem | undefined): string {
  const document = (item as { readonly document?: PublicDocument } | undefined)?.document;
  return [listedAs === title ? null : listedAs, document?.registrationNumber].filter(Boolean).join(' ');
}

function kindOf(type: string | undefined, item: PageItem | undefined): SearchKind {
  // In an incomplete norm, a known outcome need not be that of an ambition.
  const norm = (item as { readonly norm?: Norm } | undefined)?.norm;
  if (type === 'ambition' && norm?.complete === false) return 'outcome';
  return type !== undefined && Object.hasOwn(SEARCH_KINDS, type) ? (type as SearchKind) : 'page';
}

function entryOf(page: ListedPage, text: string, { site }: SiteRun): Omit<SearchEntry, 'kind' | 'names'> {
  const { url, title, within, description, report } = page;
  const fictional = report?.report.data.fictional ?? false;
  const detail = [within, report && report !== site.main ? report.report.data.title : null];
  return {
    href: site.href(url),
    title,
    detail: detail.filter((part) => part !== null).join(', '),
    description,
    text,
    fictional,
  };
}

/** Each term of the glossary, all on one page. */
function termEntries({ site }: SiteRun, address: string): SearchEntry[] {
  return readGlossary(site.settings.terms).map(({ id, term, uitleg, vormen = [] }) => ({
    href: `${site.href(address)}#${id}`,
    title: term,
    names: vormen.join(' '),
    kind: 'term',
    detail: '',
    description: uitleg,
    text: '',
    fictional: false,
  }));
}

/**
 * Eleventy plugin: the search index of every page that may be found. The same pages in the same order give the same
 * files.
 */
export function search(config: UserConfig, { glossary, manual, alphabet, ...run }: SiteRun & SearchPlaces): void {
  const { shared, list, earlier, isLast } = run;
  if (!shared) return;
  const texts = new Map<string, string>();
  config.addTransform('search', function (content) {
    const url = String(this.page.url);
    if (list.byUrl.get(url)?.isSearched) texts.set(url, runningText(content));
    return content;
  });
  config.on('eleventy.after', ({ outputMode, directories }) => {
    if (outputMode !== 'fs') return;
    const types = new Map(
      [...run.items].flatMap(([type, items]) => items.map((item) => [item.address, { type, item }])),
    );
    for (const page of list.all.slice(earlier.length)) {
      const text = texts.get(page.url);
      if (text === undefined || page.url === glossary || page.url === alphabet) continue;
      const { type, item } = types.get(page.url) ?? {};
      const kind = page.url === manual ? 'manual' : kindOf(type, item);
      const made = page.report?.report.data;
      const entry = { ...entryOf(page, text, run), kind, names: namesOf(page, item) };
      shared.search.add(entry, made?.fictional ? made.id : null);
    }
    if (!isLast) return;
    for (const entry of termEntries(run, glossary)) shared.search.add(entry, null);
    shared.progress('zoekindex en lijst van bestanden maken');
    writeFiles(directories.output, shared.search.files());
  });
}
