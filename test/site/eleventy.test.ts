import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Clone } from '../support/clone.ts';
import { contentsOf } from '../support/scratch.ts';

const run = promisify(execFile);

/** A copy to which a web developer added things, in the ways of Eleventy's documentation. */
const project = new Clone();
const CONFIG = project.read('.eleventy.js');

project.write(
  '.eleventy.js',
  `import rss from '@11ty/eleventy-plugin-rss';\n${CONFIG.replace(
    '  return {',
    `  config.addFilter('achterstevoren', (text) => [...text].reverse().join(''));
  config.addShortcode('jaar', (year) => \`<b>\${year}</b>\`);
  config.addCollection('lang', (api) => api.getAll().filter(({ data }) => data.title?.length > 20));
  config.addPlugin(rss);
  return {`,
  )}`,
);
fs.mkdirSync(project.path('content/_data'));
project.write('content/_data/x.json', '{ "groet": "Dag" }');
project.write('content/pages/hallo.md', '---\ntitle: Hallo & welkom\n---\nDit is *tekst* van {{ site.publisher }}.\n');
project.write(
  'content/pages/proef.njk',
  `---
title: Proef
permalink: /een/proef/
nav: Proeven
footer: true
order: 1
---
{% macro vet(tekst) %}<b>{{ tekst }}</b>{% endmacro %}
{% set lijst %}{% for n in [1, 2] %}{{ n * 2 }};{% endfor %}{% endset %}
<p id="alles">{{ "a" | upper }} {{ vet("<x>") }} {{ lijst }} {{ "abc" | achterstevoren }} {% jaar 2026 %} {{ x.groet }} {{ collections.lang.length > 5 }} {{ page.date | dateToRfc3339 | length }}</p>
`,
);
project.write(
  'content/pages/berichten.njk',
  `---
pagination: {data: collections.nieuws, size: 1, alias: bericht, addAllPagesToCollections: true}
permalink: "/berichten/{{ pagination.pageNumber }}/"
eleventyComputed:
  title: "Bericht {{ pagination.pageNumber }}"
---
<p>{{ bericht.data.title }}</p>
`,
);

const [ours, theirs] = [project.path('_ours'), project.path('_theirs')];

/** The program that `npx @11ty/eleventy` runs. */
function byEleventy() {
  const args = ['node_modules/@11ty/eleventy/cmd.cjs', '--output=_theirs', '--quiet'];
  return run(process.execPath, args, { cwd: project.folder });
}

function pageAt(address: string) {
  return load(fs.readFileSync(path.join(ours, address, 'index.html'), 'utf8'));
}

test('all of Nunjucks, and filters, shortcodes, collections, plugins and data that someone adds, work in a page', () => {
  const { status, err } = project.run('build', '--output', '_ours');
  assert.is(status, 0, err);
  const $ = pageAt('een/proef');
  assert.is($('#alles').html(), 'A <b>&lt;x&gt;</b> 2;4; cba <b>2026</b> Dag true 20');
});

test('a text with only a title is a page: with the layout, in the sitemap and in search, not in the menu or at the foot', () => {
  const $ = pageAt('hallo');
  assert.is($('h1').text(), 'Hallo & welkom');
  const publisher = /^uitgever: (.*)$/m.exec(project.read('data/site.yaml'))![1]!;
  assert.is($('.prose').html()!.trim(), `<p>Dit is <em>tekst</em> van ${publisher}.</p>`);
  assert.is($('.breadcrumbs').text().trim().split('\n').at(-1), 'Hallo & welkom');
  const sitemap = fs.readFileSync(path.join(ours, 'sitemap.xml'), 'utf8');
  assert.match(sitemap, /\/hallo\/<\/loc>/);
  assert.is(pageAt('a-z')('a[href="/hallo/"]').length, 1);
  assert.is(fs.readFileSync(path.join(ours, 'zoeken/index.json'), 'utf8').split('"href":"/hallo/"').length, 2);
  assert.is($('.menu a[href="/hallo/"], footer a[href="/hallo/"]').length, 0);
});

test('a page that asks for it is in the menu and the footer of every page, at the address that it states', () => {
  for (const address of ['', 'hallo', 'norm/2.0']) {
    const $ = pageAt(address);
    assert.is($('.menu a[href="/een/proef/"]').text(), 'Proeven', address);
    assert.is($('footer a[href="/een/proef/"]').text(), 'Proef', address);
  }
});

test('pages that a template makes of a collection have the layout too', () => {
  assert.is(pageAt('berichten/1')('h1').text(), 'Bericht 1');
});

test('Eleventy’s own command writes the same site as ours, except for what says that our command made it', async () => {
  await byEleventy();
  const [one, other] = [contentsOf(ours), contentsOf(theirs)];
  assert.equal(
    [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name)),
    ['.normrapport'],
  );
});

test('Eleventy’s own command says what is wrong with the data, and where', async () => {
  const file = 'data/voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml';
  const text = project.read(file);
  project.write(file, text.replace('medewerkers-training: behaald', 'medewerkers-training: behaalt'));
  const said = await byEleventy().then(
    () => null,
    (error: { readonly code: number; readonly stderr: string }) => error,
  );
  project.write(file, text);
  assert.is(said?.code, 1);
  assert.match(said!.stderr, /modelstad\.yaml:\d+:\d+: .*bedoelde u "behaald"/);
  assert.not.match(said!.stderr, /node_modules/);
});

test.run();
