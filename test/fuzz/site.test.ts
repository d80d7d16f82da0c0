import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { load } from 'cheerio';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { locate, problemLine } from '../../scripts/model/position.ts';
import { makeSite } from '../../scripts/site/make-site.ts';
import { fuzz } from '../support/fuzz.ts';
import { HOSTILE_TEXTS, hostileLine, hostileMarkdown } from '../support/hostile.ts';
import { AUTUMN, NEW, OLD, sample } from '../support/sample.ts';
import { putFiles, scratch } from '../support/scratch.ts';
import type { Tree } from '../support/tree.ts';

/** The sample with every free text replaced; `line` and `markdown` supply the next text. */
function withTexts(line: () => string, markdown: () => string): Tree {
  function inline(text: string) {
    return text
      .replace(
        /\b(titel|naam|korte_naam|uitgever|reden|regio|nummer|registratienummer): ("[^"]*"|[^,}\n]+)/g,
        (_, key: string) => `${key}: ${JSON.stringify(line())}`,
      )
      .replace(/\b(toelichting|samenvatting): [^,}\n]+/g, (_, key: string) => `${key}: ${JSON.stringify(markdown())}`);
  }
  const tree = Object.fromEntries(Object.entries(sample).map(([name, text]) => [name, inline(text)]));
  tree['proef/rapport.yaml'] +=
    `verwante_normen:\n  - {naam: ${JSON.stringify(line())}, regio: ${JSON.stringify(line())}, toelichting: ${JSON.stringify(markdown())}}\n`;
  tree[`${OLD}/norm.yaml`] = tree[`${OLD}/norm.yaml`]!.replace(
    'titel: ',
    `toelichting: ${JSON.stringify(markdown())}, titel: `,
  ).replace(/^toelichting.*, titel/m, 'titel');
  tree[`${NEW}/norm.yaml`] = tree[`${NEW}/norm.yaml`]!.replace(
    'relatie: aangescherpt',
    `relatie: aangescherpt\n        vergelijkbaar: true\n        reden: ${JSON.stringify(line())}`,
  );
  tree[`${AUTUMN}/meting.yaml`] = tree[`${AUTUMN}/meting.yaml`]!.replace(
    'bron: brief',
    `bron: brief\n    toelichting: ${JSON.stringify(markdown())}`,
  );
  return tree;
}

/** Elements that may hold a program, and addresses that run one: none of them may come from a text. */
function dangersIn(html: string): string[] {
  const $ = load(html);
  const elements = $('*').toArray() as unknown as {
    readonly tagName: string;
    readonly attribs: Readonly<Record<string, string>>;
  }[];
  return elements.flatMap((element) => {
    const attributes = Object.entries(element.attribs);
    const ownScript =
      element.tagName === 'script' &&
      (element.attribs.type === 'application/ld+json' ||
        /^\/(?:[\w.-]+\/)*[\w.-]+\.m?js$/.test(element.attribs.src ?? ''));
    return [
      ...(element.tagName === 'script' && !ownScript ? ['script'] : []),
      ...(['object', 'embed', 'base', 'frame', 'textarea'].includes(element.tagName) ? [element.tagName] : []),
      ...attributes.filter(([name]) => /^on/.test(name)).map(([name]) => `${element.tagName} ${name}`),
      ...attributes
        .filter(
          ([name, value]) =>
            /^(?:href|src|action|formaction|data|xlink:href)$/.test(name) &&
            /^[\s\p{Cc}]*(?:javascript|vbscript|data):/iu.test(value),
        )
        .map(([name, value]) => `${name}=${value}`),
      ...attributes
        .filter(([name, value]) => name === 'src' && /^(?:https?:)?\/\//.test(value))
        .map(([name, value]) => `${name}=${value}`),
    ];
  });
}

const folder = scratch('fuzz-site');

async function build(tree: Tree): Promise<string> {
  const data = path.join(folder, 'data');
  fs.rmSync(data, { recursive: true, force: true });
  putFiles(data, tree);
  const output = path.join(folder, 'site');
  const { summary, problems } = await makeSite(data, output);
  assert.ok(summary !== null, locate(problems, []).map(problemLine).join('\n'));
  return output;
}

function assertHarmless(output: string): void {
  const names = filesBelow(output);
  const found = names
    .filter((name) => name.endsWith('.html'))
    .flatMap((name) =>
      dangersIn(fs.readFileSync(path.join(output, name), 'utf8')).map((danger) => `${name}: ${danger}`),
    );
  assert.equal(found, []);
  for (const name of names.filter((each) => each.endsWith('.json')))
    JSON.parse(fs.readFileSync(path.join(output, name), 'utf8'));
  for (const name of names.filter((each) => /\.(?:xml|svg)$/.test(each))) {
    assert.is(load(fs.readFileSync(path.join(output, name), 'utf8'), { xml: true })('script').length, 0, name);
  }
}

test('no text of an editor runs as code in the site built from it', async () => {
  const lines = fc.array(hostileLine, { minLength: 5, maxLength: 40 });
  const texts = fc.array(hostileMarkdown, { minLength: 5, maxLength: 20 });
  await fuzz('sites of hostile texts', fc.tuple(lines, texts), 3, async ([plain, marked]) => {
    let [nextLine, nextText] = [0, 0];
    assertHarmless(
      await build(
        withTexts(
          () => plain[nextLine++ % plain.length]!,
          () => marked[nextText++ % marked.length]!,
        ),
      ),
    );
  });
});

test('each hostile text is shown as written, or as Markdown without anything that could run', async () => {
  for (let start = 0; start < HOSTILE_TEXTS.length; start += 25) {
    const texts = HOSTILE_TEXTS.slice(start, start + 25).filter((text) => text.trim() !== '');
    let [nextLine, nextText] = [0, 0];
    const output = await build(
      withTexts(
        () => texts[nextLine++ % texts.length]!.replaceAll('\n', ' '),
        () => texts[nextText++ % texts.length]!,
      ),
    );
    assertHarmless(output);
    const home = load(fs.readFileSync(path.join(output, 'index.html'), 'utf8'));
    assert.not.match(home('body').text(), /\b49\b/, 'a template ran');
  }
});

test('texts of 100,000 characters are shown', async () => {
  function long(part: string) {
    return part.repeat(Math.ceil(100_000 / part.length)).slice(0, 100_000);
  }
  const parts = ['a', 'woord ', '[', '*_', '<b>', '![](', '`', '> ', '&lt;'];
  let next = 0;
  function hard() {
    return long(parts[next++ % parts.length]!);
  }
  let first = true;
  function title() {
    const text = first ? long('x') : 'Kort';
    first = false;
    return text;
  }
  const start = performance.now();
  assertHarmless(await build(withTexts(title, hard)));
  assert.ok(performance.now() - start < 60_000);
});

test.run();
