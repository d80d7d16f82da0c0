import path from 'node:path';
import type { UserConfig } from '@11ty/eleventy';
import posthtml from 'posthtml';
import type { SiteRun } from './run.ts';

/** Attributes that hold one address. */
const ADDRESSES = ['href', 'src', 'action', 'poster', 'xlink:href'];

/**
 * What stands on top of each page, so that nobody takes it for the site itself, or waits for what a browser does not
 * load from disk.
 */
const NOTICE =
  'Dit is een voorbeeld dat u van uw eigen schijf opent, niet de site zelf. Zoeken, sorteren, narekenen en interactieve grafieken werken alleen op de site.';

/** The file in which a page or another file of the site stands, by its address. */
function fileOf(address: string): string {
  return address.endsWith('/') ? `${address}index.html` : address;
}

/**
 * From the page at `from` to an address of the site: the way from file to file. What leads elsewhere stays as it is.
 */
function relativeAddress(address: string, from: string, base: string): string {
  const [, way, rest] = /^([^?#]*)(.*)$/s.exec(address)!;
  const within = way === base ? '/' : way!.slice(base.length);
  if (!way!.startsWith(base) || !within.startsWith('/') || within.startsWith('//')) return address;
  return `${path.posix.relative(path.posix.dirname(fileOf(from)), fileOf(within))}${rest}`;
}

/**
 * A page as it works when it is opened from disk: every address relative, and to a file, since there is no server that
 * knows which file belongs to a folder. Without its scripts, since a browser loads no modules from disk, and without
 * links to what needs them.
 */
async function loosePage(html: string, url: string, base: string): Promise<string> {
  const { html: loose } = await posthtml([
    (tree) => {
      tree.walk((node) => {
        const { attrs = {} } = node;
        if (node.tag === 'script' && attrs.type !== 'application/ld+json') return { tag: false, content: [] } as never;
        // What a form asks for is found by a script too.
        if (node.tag === 'form' || String(attrs.class ?? '').includes('needs-script'))
          return { tag: false, content: [] } as never;
        for (const name of ADDRESSES)
          if (typeof attrs[name] === 'string') attrs[name] = relativeAddress(attrs[name], url, base);
        return node;
      });
      tree.match({ tag: 'main' }, (node) => ({
        ...node,
        content: [
          { tag: 'p', attrs: { class: 'utrecht-alert utrecht-alert--info' }, content: [NOTICE] },
          ...(node.content ?? []),
        ],
      }));
    },
  ]).process(html);
  return loose;
}

/**
 * Eleventy plugin: where the site is asked for like that, pages that open from disk; so it comes after all that changes
 * a page.
 */
export function loosePages(config: UserConfig, { shared, base }: SiteRun): void {
  if (!shared?.loose) return;
  config.addTransform('loose', async function (content) {
    const url = String(this.page.url);
    return url.endsWith('/') || url.endsWith('.html') ? loosePage(content, url, base) : content;
  });
}
