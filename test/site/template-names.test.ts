import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { SiteContext } from '../../scripts/site/context.ts';
import { writeSite } from '../../scripts/site/make-site.ts';
import { PageCollection } from '../../scripts/site/page-collection.ts';
import type { PageItem } from '../../scripts/site/page-item.ts';
import { SITE_VIEWS } from '../../scripts/site/pages/all.ts';
import { pageRuns } from '../../scripts/site/run.ts';
import type { Shell } from '../../scripts/site/views/shell.ts';
import { scratch } from '../support/scratch.ts';
import { opened } from '../support/context.ts';

// `throwOnUndefined` finds a misspelt name that is printed, but not one in {% if %}, {% for %} or with ~.

/** The same value, wrapped to record each name that is read from it but that it does not have. */
function watched(value: unknown, where: string, missing: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, name) => {
      if (typeof name === 'string' && !(name in target) && !['then', 'toJSON', 'length'].includes(name))
        missing.add(`${where}.${name}`);
      const found = Reflect.get(target, name) as unknown;
      // Cached by identity, not by content.
      if (name === 'context') return found;
      return typeof found === 'function'
        ? found.bind(target)
        : watched(found, Array.isArray(target) ? `${where}[]` : `${where}.${String(name)}`, missing);
    },
  });
}

test('templates use only names that exist: in pages of a page type, in single pages of the site, and in the layout', async () => {
  const missing = new Set<string>();
  const { shell } = PageCollection.prototype;
  const views = { ...SITE_VIEWS };
  const own = SITE_VIEWS as Record<string, (site: SiteContext) => object | null>;
  PageCollection.prototype.shell = function (url) {
    return watched(shell.call(this, url), 'shell', missing) as Shell;
  };
  for (const [name, viewOf] of Object.entries(views))
    own[name] = (site) => watched(viewOf(site), `pages.${name}`, missing) as object | null;
  const { listing } = pageRuns(opened('data'), '/404.html', () => ({ get: () => '<svg></svg>' }));
  const items = new Map(
    [...listing.items].map(([type, pages]) => [
      type,
      pages.map((item) => watched(item, `pages.${type}`, missing) as PageItem),
    ]),
  );
  try {
    await writeSite({ ...listing, items, isMade: () => true }, scratch('namen'));
  } finally {
    PageCollection.prototype.shell = shell;
    Object.assign(own, views);
  }
  // Names that Eleventy's pagination reads from each item.
  assert.equal([...missing].filter((name) => !/eleventyPaginationGroupNumber$/.test(name)).sort(), []);
});

/** Names provided by Eleventy, Nunjucks, front matter, and templates that include another. */
const GLOBALS = [
  'collections',
  'item',
  'page',
  'pages',
  'site',
  'view',
  'links',
  'status',
  'shell',
  'embedded',
  'bare',
  'description',
  'within',
  'script',
  'head',
  'loop',
  'caller',
  'super',
  'pagination',
  'title',
  'content',
  'range',
  'none',
  'undefined',
];

interface TreeNode {
  findAll(type: unknown): { readonly value: unknown }[];
}

/** Eleventy's own Nunjucks. */
const { nodes, parser } = createRequire(import.meta.resolve('@11ty/eleventy'))('nunjucks') as {
  readonly nodes: Readonly<Record<string, unknown>>;
  readonly parser: { parse(text: string): TreeNode };
};

/** Names that a tag defines: those before the `in` of a loop, or before the `=` of a set. */
const DEFINES =
  /\{%-?\s*(?:(?:set|for|block)\s+([\w\s,]+?)(?:\s+in\b|\s*=|\s*-?%\})|(?:macro|from|import|call)\b([^%]*)%\})/g;

/** Names at the root of expressions that nothing in the template defines. */
function unknownNames(text: string, known: readonly string[]): string[] {
  const body = text.replace(/^---\n[^]*?\n---\n/, '');
  const defined = [...body.matchAll(DEFINES)].flatMap((match) => (match[1] ?? match[2])!.match(/[A-Za-z_]\w*/g) ?? []);
  const used = parser
    .parse(body)
    .findAll(nodes.Symbol)
    .map(({ value }) => String(value));
  return used.filter((name) => ![...known, ...defined].includes(name) && !new RegExp(`[.|]\\s*${name}\\b`).test(body));
}

test('templates use no name that nothing defines', () => {
  const files = fs
    .readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.njk'));
  assert.ok(files.length > 20);
  const data = fs
    .readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.11tydata.json'))
    .flatMap((name) => Object.keys(JSON.parse(fs.readFileSync(path.join('content', name), 'utf8')) as object));
  const wrong = files.flatMap((name) =>
    unknownNames(fs.readFileSync(path.join('content', name), 'utf8'), [...GLOBALS, ...data]).map(
      (unknown) => `${name}: ${unknown}`,
    ),
  );
  assert.equal([...new Set(wrong)], []);
});

test('a misspelt name in a condition, a loop or a concatenation is found', () => {
  for (const text of ['{% if tipo %}x{% endif %}', '{% for a in lijsten %}{{ a }}{% endfor %}', '{{ "a" ~ naam }}']) {
    assert.is(unknownNames(text, GLOBALS).length, 1, text);
  }
});

test.run();
