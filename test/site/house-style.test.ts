import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeSite } from '../../scripts/make-site.ts';
import { fixture } from '../support/fixtures.ts';
import { scratch, putFiles } from '../support/scratch.ts';

const STYLE = ':root { --accent: #123456; }\n';
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>\n';

/** Builds a small site with files beside its settings, which name them. */
async function built(files: Readonly<Record<string, string>>) {
  const folder = scratch('huisstijl');
  fs.cpSync(fixture('acceptance/voorbeeldsom/data'), path.join(folder, 'data'), { recursive: true });
  putFiles(path.join(folder, 'data'), files);
  fs.appendFileSync(path.join(folder, 'data/site.yaml'), 'huisstijl: eigen.css\nlogo: eigen.svg\n');
  const { problems } = await makeSite(path.join(folder, 'data'), path.join(folder, 'site'));
  return {
    problems: problems.map(({ file, message }) => `${path.basename(file)}: ${message}`),
    read: (name: string) => fs.readFileSync(path.join(folder, 'site', name), 'utf8'),
  };
}

test('a region brings one style sheet and one logo, and every page shows them', async () => {
  const { problems, read } = await built({ 'eigen.css': STYLE, 'eigen.svg': LOGO });
  assert.equal(problems, []);
  const html = read('index.html');
  const [, own] = [...html.matchAll(/<link rel="stylesheet" href="[^"]*\/(assets\/[^"]+)">/g)].map(
    (match) => match[1]!,
  );
  assert.is(read(own!), STYLE, 'after the one of the site');
  const logo = /<img src="[^"]*\/(assets\/logo\.[^"]+)" alt=""/.exec(html)?.[1];
  assert.is(read(logo!), LOGO);
});

const REFUSED: readonly (readonly [string, string, string])[] = [
  ['a style sheet that fetches another', 'eigen.css', '@import "https://elders.example/a.css";'],
  [
    'a style sheet with a picture from elsewhere',
    'eigen.css',
    'body { background: url(https://elders.example/a.png) }',
  ],
  ['a logo with a script', 'eigen.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a logo that reacts to the mouse', 'eigen.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  [
    'a logo that leads elsewhere',
    'eigen.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://elders.example/a.png"/></svg>',
  ],
];

for (const [title, name, content] of REFUSED) {
  test(`${title} is refused, at its place`, async () => {
    const { problems } = await built({ 'eigen.css': STYLE, 'eigen.svg': LOGO, [name]: content });
    assert.ok(problems.length > 0);
    assert.equal(
      problems.filter((problem) => !problem.startsWith(name)),
      [],
    );
  });
}

test('a style sheet with a picture inside it is allowed', async () => {
  const { problems } = await built({
    'eigen.css': 'body { background: url("data:image/png;base64,AA==") }',
    'eigen.svg': LOGO,
  });
  assert.equal(problems, []);
});

test.run();
