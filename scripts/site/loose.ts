import path from 'node:path';
import type { UserConfig } from '@11ty/eleventy';
import posthtml from 'posthtml';
import type { SiteRun } from './run.ts';

/** Attributes that hold a single address. */
const ADDRESSES = ['href', 'src', 'action', 'poster', 'xlink:href'];

/**
 * Shown above each page, so that nobody takes it for the site itself or expects what browsers do not load from disk.
 */
const NOTICE =
  'Dit is een voorbeeld dat u van uw eigen schijf opent, niet de site zelf. Zoeken, sorteren, narekenen en interactieve grafieken werken alleen op de site.';

/** The file of a page, or of another file of the site, by its address. */
function fileOf(address: string): string {
  return address.endsWith('/') ? `${address}index.html` : address;
}

/**
 * The relative path from the page at `from` to the file at an address of the site. Addresses elsewhere stay as they
 * are.
 */
function relativeAddress(address: string, from: string, base: string): string {
  const [, way, rest] = /^([^?#]*)(.*)$/s.exec(address)!;
  const within = way === base ? '/' : way!.slice(base.length);
  if (!way!.startsWith(base) || !within.startsWith('/') || within.startsWith('//')) return address;
  return `${path.posix.relative(path.posix.dirname(fileOf(from)), fileOf(within))}${rest}`;
}

/**
 * A page that works when opened from disk: every address is relative and names a file, since no server maps folders to
 * files. Without scripts, which browsers do not load as modules from disk, and without links to what needs them.
 */
async function loosePage(html: string, url: string, base: string): Promise<string> {
  const { html: loose } = await posthtml([
    (tree) => {
      tree.walk((node) => {
        const { attrs = {} } = node;
        if (node.tag === 'script' && attrs.type !== 'application/ld+json') return { tag: false, content: [] } as never;
        // A form's answer is found by a script too.
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

/** Eleventy plugin: pages that open from disk, if the build asks for them; it comes after all that changes a page. */
export function loosePages(config: UserConfig, { shared, base }: SiteRun): void {
  if (!shared?.loose) return;
  config.addTransform('loose', async function (content) {
    const url = String(this.page.url);
    return url.endsWith('/') || url.endsWith('.html') ? loosePage(content, url, base) : content;
  });
}
