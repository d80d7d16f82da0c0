import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeSite } from '../../scripts/site/make-site.ts';
import { fixture } from '../support/fixtures.ts';
import { putFiles, scratch } from '../support/scratch.ts';

const STYLE = ':root { --accent: #123456; }\n';
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>\n';
const FONT = fs.readFileSync(fixture('house-styles/letter-als-bestand/proefletter.woff2'));

/** Builds a small site with extra files next to its settings, which name the style sheet and the logo. */
async function built(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = scratch('huisstijl');
  fs.cpSync(fixture('acceptance/voorbeeldsom/data'), path.join(folder, 'data'), { recursive: true });
  putFiles(path.join(folder, 'data'), { 'eigen.css': STYLE, 'eigen.svg': LOGO, ...files });
  fs.appendFileSync(path.join(folder, 'data/site.yaml'), 'huisstijl: eigen.css\nlogo: eigen.svg\n');
  const site = path.join(folder, 'site');
  const { problems } = await makeSite(path.join(folder, 'data'), site);
  return {
    problems: problems.map(({ file, line, column, message }) => `${path.basename(file)}:${line}:${column}: ${message}`),
    isThere: fs.existsSync(site),
    read: (name: string) => fs.readFileSync(path.join(site, name)),
  };
}

test('a region brings one style sheet and one logo, and every page shows them', async () => {
  const { problems, read } = await built({});
  assert.equal(problems, []);
  const html = read('index.html').toString();
  const [, own] = [...html.matchAll(/<link rel="stylesheet" href="[^"]*\/(assets\/[^"]+)">/g)].map(
    (match) => match[1]!,
  );
  assert.is(read(own!).toString(), STYLE, 'after the one of the site');
  const logo = /<img src="[^"]*\/(assets\/logo\.[^"]+)" alt=""/.exec(html)?.[1];
  assert.is(read(logo!).toString(), LOGO);
});

test('pictures and fonts of a style sheet become files of the site, which it names by their content', async () => {
  const { problems, read } = await built({
    'eigen.css': `@font-face { font-family: A; src: url( 'letter.woff2' ) format("woff2") }
@font-face { font-family: B; src: url(data:font/woff2;base64,${FONT.toString('base64')}) }
body { background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E") }
`,
    'letter.woff2': FONT,
  });
  assert.equal(problems, []);
  const [, own] = [
    ...read('index.html')
      .toString()
      .matchAll(/<link rel="stylesheet" href="[^"]*\/(assets\/[^"]+)">/g),
  ].map((match) => match[1]!);
  const css = read(own!).toString();
  const names = [...css.matchAll(/url\("(huisstijl\/[\w.-]+)"\)/g)].map((match) => match[1]!);
  assert.is(
    css.replace(/\.[0-9a-f]{10}\./g, '.….'),
    `@font-face { font-family: A; src: url("huisstijl/letter.….woff2") format("woff2") }
@font-face { font-family: B; src: url("huisstijl/letter.….woff2") }
body { background: url("huisstijl/beeld.….svg") }
`,
  );
  assert.is(names[0], names[1], 'the same bytes are one file');
  assert.equal(read(`assets/${names[0]!}`), FONT);
  assert.is(read(`assets/${names[2]!}`).toString(), "<svg xmlns='http://www.w3.org/2000/svg'/>");
});

test('a refused style sheet or logo stops the build, and all its mistakes are reported', async () => {
  const { problems, isThere } = await built({
    'eigen.css': 'body { background: url(https://elders.example/a.png) }\n@import "https://elders.example/a.css";\n',
    'eigen.svg': '<svg xmlns="http://www.w3.org/2000/svg">\n<script>alert(1)</script></svg>',
  });
  assert.equal(problems, [
    'eigen.css:1:20: de site haalt niets op van elders, dus "https://elders.example/a.png" kan niet; zet het bestand naast site.yaml en noem het zo: url("foto.png")',
    'eigen.css:2:1: "@import" kan hier niet; zet wat erin staat in dit bestand zelf',
    'eigen.svg:2:1: "<script>" kan hier niet; haal het weg',
  ]);
  assert.not(isThere);
});

test.run();
