import { ChartRenderer } from '../charts/renderer.ts';
import type { LocatedProblem } from '../model/position.ts';
import { drawnWhenAsked } from '../site/charts/drawn.ts';
import { listPages, makePage } from '../site/make-site.ts';
import { type Opening, openSite } from '../site/open-site.ts';
import type { ListedPage } from '../site/page-list.ts';
import { type OpenedSite, pageRuns } from '../site/run.ts';
import type { SiteFile } from '../site/addresses.ts';

/** The result of loading the data. */
export interface PreviewLoaded {
  readonly problems: readonly LocatedProblem[];
  /** The path of the site on its own server; null if errors prevent a report, and the last good one stays. */
  readonly prefix: string | null;
}

/**
 * The site with the current data and content, one page at a time, as someone looks at it, before the whole is built.
 */
export class Preview {
  readonly #pictures = drawnWhenAsked(new ChartRenderer());
  #opening: Opening | undefined;
  #site: OpenedSite | null = null;
  /** Pages by the path of the report they were listed for, since the data was loaded; `''`: of all reports. */
  #listed = new Map<string, Promise<readonly ListedPage[]>>();

  /**
   * Reads what changed in a data folder and computes the report anew. Throws a UsageError if the folder does not exist.
   */
  load(data: string): PreviewLoaded {
    this.#opening = openSite(data, this.#opening);
    const { opened, problems } = this.#opening;
    if (!opened) return { problems, prefix: null };
    [this.#site, this.#listed] = [opened, new Map()];
    return { problems, prefix: opened.base };
  }

  /**
   * A page, or a file that pages load, by its address from the root of the site; null if there is none. Throws on an
   * error in a template.
   */
  async file(address: string): Promise<SiteFile | null> {
    const site = this.#site;
    if (!site) return null;
    if (!/(?:\/|\.html)$/.test(address)) return site.assets.files.find(({ path }) => `/${path}` === address) ?? null;
    const { key, listing, making } = pageRuns(site, address, this.#pictures);
    const known = this.#listed.get(key) ?? listPages(listing);
    this.#listed.set(key, known);
    const content = await makePage(making(await known), address);
    return content === null ? null : { path: address.endsWith('/') ? `${address}index.html` : address, content };
  }
}
