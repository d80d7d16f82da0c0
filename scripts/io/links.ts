import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from './manifest.ts';

/** Character references in attributes. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

function decoded(attribute: string): string {
  return attribute.replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => ENTITIES[entity]!);
}

/** Every external address that the pages link to, with the pages that do; both sorted. `own` is the site's address. */
export function externalLinks(site: string, own: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const file of filesBelow(site).filter((name) => name.endsWith('.html'))) {
    const html = fs.readFileSync(path.join(site, file), 'utf8');
    for (const [, attribute = ''] of html.matchAll(/<a\b[^>]*\bhref="(https?:\/\/[^"]+)"/g)) {
      const address = decoded(attribute);
      if (address === own || address.startsWith(`${own}/`)) continue;
      const pages = found.get(address) ?? new Set();
      found.set(address, pages.add(`/${file.replace(/(^|\/)index\.html$/, '$1')}`));
    }
  }
  return new Map(
    [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([address, pages]) => [address, [...pages].sort()]),
  );
}
