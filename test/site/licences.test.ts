import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { CHART_LIBRARIES } from '../../scripts/site/assets.ts';
import { LICENCE_TEXTS, shippedParts } from '../../scripts/site/pages/licences.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const site = await builtSite();
const parts = shippedParts();
const listed = new Set(parts.flatMap(({ packages }) => packages.map(({ name }) => name)));

/** The package that a file in some `node_modules` belongs to. */
function packageAt(file: string): string | undefined {
  return [...file.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1];
}

/** Packages from which a bundler takes code for the chart libraries, and those that their makers list as included. */
async function inChartLibraries(): Promise<Set<string>> {
  const { metafile } = await build({
    stdin: {
      contents: CHART_LIBRARIES.map((name, index) => `export * as n${index} from '${name}';`).join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  const maps = CHART_LIBRARIES.map((name) => `node_modules/${name}/build/${name}.min.js.map`)
    .filter((file) => fs.existsSync(file))
    .flatMap((file) => (JSON.parse(fs.readFileSync(file, 'utf8')) as { sources: string[] }).sources);
  const files = [...Object.keys(Object.values(metafile.outputs)[0]!.inputs), ...maps];
  return new Set(files.flatMap((file) => packageAt(file) ?? []));
}

test('every package whose code is in the chart libraries is listed', async () => {
  const found = await inChartLibraries();
  assert.ok(found.size > 50);
  assert.equal(
    [...found].filter((name) => !listed.has(name)),
    [],
  );
});

test('every script of the site is our own, or belongs to a part whose licences are listed', () => {
  const own = new Set(filesBelow('content/assets').map((name) => path.basename(name).replace(/\.m?js$/, '')));
  const others = filesBelow(site)
    .filter((name) => /\.m?js$/.test(name))
    .filter((name) => !parts.some(({ files }) => name.startsWith(files)))
    .filter((name) => !own.has(path.basename(name).replace(/(?:\.[0-9a-f]{10})?\.m?js$/, '')));
  assert.equal(others, []);
  for (const { title, packages } of parts) assert.ok(packages.length > 0, title);
});

test('the page names every package with its version, and leads to their licences in full', () => {
  const { $ } = pagesOf(site).find(({ address }) => address === '/licenties/')!;
  const items = $('main li')
    .toArray()
    .map((item) => $(item).text());
  assert.equal(
    items,
    parts.flatMap(({ packages }) => packages.map(({ name, version, licence }) => `${name} ${version} (${licence})`)),
  );
  assert.is($(`main a[href="/${LICENCE_TEXTS}"]`).length, 1);
  const about = pagesOf(site).find(({ address }) => address === '/over/')!;
  assert.is(about.$('main a[href="/licenties/"]').length, 1);
});

test('the licence text of each package is there in full, under its name', () => {
  const texts = fs
    .readFileSync(path.join(site, LICENCE_TEXTS), 'utf8')
    .split(/^=+$/m)
    .map((part) => part.trim());
  for (const { name, version, folder } of parts.flatMap(({ packages }) => packages)) {
    const part = texts.find((text) => text.split('\n\n')[0]!.split('\n').includes(`${name} ${version}`));
    assert.ok(part, name);
    for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((each) => path.join(folder, each)))
      if (fs.statSync(file, { throwIfNoEntry: false })?.isFile())
        assert.ok(part.includes(fs.readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').trim()), file);
    assert.ok(part.length > 300, `${name}: ${part}`);
  }
});

test.run();
