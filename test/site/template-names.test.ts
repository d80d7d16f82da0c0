import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadReport } from '../../scripts/load.ts';
import { Page } from '../../scripts/site/page.ts';
import { listPages } from '../../scripts/site/pages.ts';
import { writePages } from '../../scripts/site/write.ts';
import { scratch } from '../support/scratch.ts';
import { contextOf } from '../support/context.ts';

// `throwOnUndefined` finds a misspelt name that is printed, but not one in {% if %}, {% for %} or behind ~.

/** The same value, which notes each name that is asked of it and that it does not have. */
function watched(value: unknown, where: string, missing: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, name, receiver) => {
      if (typeof name === 'string' && !(name in target) && !['then', 'toJSON', 'length'].includes(name))
        missing.add(`${where}.${name}`);
      const found = Reflect.get(target, name, receiver) as unknown;
      return typeof found === 'function'
        ? found.bind(target)
        : watched(found, Array.isArray(target) ? `${where}[]` : `${where}.${String(name)}`, missing);
    },
  });
}

test('templates ask nothing of a view that it does not have', async () => {
  const missing = new Set<string>();
  const { report } = loadReport('data');
  const originals = (['view', 'shell'] as const).map(
    (name) => [name, Object.getOwnPropertyDescriptor(Page.prototype, name)!] as const,
  );
  for (const [name, descriptor] of originals) {
    Object.defineProperty(Page.prototype, name, {
      ...descriptor,
      get(this: Page) {
        return watched(descriptor.get!.call(this), `${this.kind}.${name}`, missing);
      },
    });
  }
  try {
    const pages = listPages(contextOf(report!));
    await writePages(pages, {
      output: scratch('namen'),
      only: pages.all,
      picturesOf: () => ({ get: () => '<svg></svg>' }),
    });
  } finally {
    for (const [name, descriptor] of originals) Object.defineProperty(Page.prototype, name, descriptor);
  }
  assert.equal([...missing].sort(), []);
});

/** What Eleventy, Nunjucks, the registry of pages and who includes a part hand on. */
const GLOBALS = [
  'view',
  'links',
  'entry',
  'pages',
  'site',
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

/** The Nunjucks of Eleventy itself. */
const { nodes, parser } = createRequire(import.meta.resolve('@11ty/eleventy'))('nunjucks') as {
  readonly nodes: Readonly<Record<string, unknown>>;
  readonly parser: { parse(text: string): TreeNode };
};

/** What comes into being in a tag: up to the `in` of a loop, or the `=` of a set. */
const DEFINES =
  /\{%-?\s*(?:(?:set|for|block)\s+([\w\s,]+?)(?:\s+in\b|\s*=|\s*-?%\})|(?:macro|from|import|call)\b([^%]*)%\})/g;

/** Names at the root of expressions in a template that nothing in it defines. */
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
