import { ChartRenderer } from '../charts/renderer.ts';
import type { LocatedProblem } from '../model/position.ts';
import { loadReport, type Loaded } from '../load.ts';
import { prefixOf } from '../site/addresses.ts';
import { siteAssets } from '../site/assets.ts';
import { drawnWhenAsked } from '../site/charts/when-asked.ts';
import { siteContext } from '../site/context.ts';
import { houseStyleFiles } from '../site/house-style.ts';
import { readNews } from '../site/news.ts';
import { listPages, type Pages } from '../site/pages.ts';
import type { SiteFile } from '../site/site-file.ts';
import { renderPage } from '../site/write.ts';

/** What loading the data came to. */
export interface PreviewLoaded {
  readonly problems: readonly LocatedProblem[];
  /** The path that the site has on its own server; null where errors stand in the way of a report, and the last good one stays. */
  readonly prefix: string | null;
}

/** The site as the data and content are now, made page by page when someone looks at it, before the whole is built. */
export class Preview {
  readonly #pictures = drawnWhenAsked(new ChartRenderer());
  #loaded: Loaded | undefined;
  #pages: Pages | null = null;
  #assets: readonly SiteFile[] = [];

  /** Reads what changed in a data folder, and computes the report anew. Throws a UsageError where there is no such folder. */
  load(data: string): PreviewLoaded {
    this.#loaded = loadReport(data, this.#loaded);
    const { report, problems, sources } = this.#loaded;
    if (!report) return { problems, prefix: null };
    const assets = siteAssets(houseStyleFiles(report.settings, sources), report.settings.address);
    this.#pages = listPages(siteContext(report, { assets: assets.links, news: readNews() }));
    this.#assets = assets.files;
    return { problems, prefix: prefixOf(report.settings.address) };
  }

  /** A page, or a file that pages load, by its address from the site's root; null where it has none there. Throws on an error in a template. */
  async file(address: string): Promise<SiteFile | null> {
    const page = this.#pages?.all.find((each) => each.address === address && each.file.endsWith('.html'));
    if (page) return { path: page.file, content: await renderPage(this.#pages!, page, this.#pictures) };
    return this.#assets.find(({ path }) => `/${path}` === address) ?? null;
  }
}
