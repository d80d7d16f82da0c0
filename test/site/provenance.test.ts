import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { editAddress, repositoryAddress } from '../../scripts/site/views/source.ts';
import { realExample, realExampleData, REPOSITORY } from '../support/real-example.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const data = realExampleData();
const pages = pagesOf(await realExample());
function page(address: string) {
  return pages.find((each) => each.address === address)!;
}

const HEAD = `${REPOSITORY}/blob/HEAD/`;

/** Links into the repository on a page: their text, and the line of the file that they lead to. */
function origins(address: string) {
  return page(address)
    .$(`a[href^="${HEAD}"]`)
    .toArray()
    .map((element) => {
      const [file = '', line = ''] = (element.attribs.href ?? '').slice(HEAD.length).split('#L');
      return {
        text: page(address).$(element).text(),
        file,
        line: fs.readFileSync(path.join(data, '..', file), 'utf8').split('\n')[Number(line) - 1]!,
      };
    });
}

test('every link into the repository leads to an existing line, and states its file and number', () => {
  let count = 0;
  for (const { address } of pages) {
    for (const { text, file, line } of origins(address)) {
      count++;
      assert.match(file, /^data\/voorbeeld\/.*\.yaml$/, address);
      assert.ok(line !== undefined && line.trim() !== '' && !line.startsWith('#'), `${address}: ${file}`);
      assert.ok(text.includes(`${path.basename(file)}, regel `), text);
    }
  }
  assert.ok(count > 300, String(count));
});

test('every figure on its own leads to its place in the data, and one of an edition to the data that were frozen', () => {
  const without = pages.flatMap(({ address, $ }) =>
    $('div.figure')
      .toArray()
      .filter((element) => {
        // Figures of an edition do not come from what the repository holds today.
        const [, edition] = /^(\/editie\/[\d-]+\/)/.exec(address) ?? [];
        const origin = edition ? `a[href$="${edition}rapport.json"]` : `a[href^="${HEAD}"]`;
        return $(element).find(origin).length === 0;
      })
      .map((element) => `${address}: ${element.attribs['data-cijfer'] ?? element.attribs.id}`),
  );
  assert.equal(without, []);
});

test('a result leads to its own row, a reported figure to its percentage, and a correction to itself', () => {
  const own = origins('/organisatie/modelstad/');
  assert.ok(
    own.some(
      ({ file, line }) =>
        file.endsWith('2026-tussenmeting/resultaten/modelstad.yaml') && line.trim() === 'screening-functies:',
    ),
  );
  const round = origins('/norm/2.0/meting/2025-nulmeting/');
  assert.ok(
    round.some(({ line }) => /^\s+oud: 48|^\s+- datum: "2025-09-16"/.test(line)),
    JSON.stringify(round.map(({ line }) => line)),
  );
  const figures = page('/norm/1.0/meting/2023-eindmeting/');
  assert.ok(figures.$('#bronnen').length === 1 && figures.$('#gegevens').length === 1);
});

test('a round links to all its files, and an ambition to its own record and to each result', () => {
  const files = origins('/norm/2.0/meting/2026-tussenmeting/').map(({ file }) => path.basename(file));
  for (const name of ['meting.yaml', 'modelstad.yaml', 'waterschap-voorbeeldwater.yaml'])
    assert.ok(files.includes(name), name);
  const point = origins('/norm/2.0/punt/lokaal-overleg/');
  assert.ok(point.some(({ file, line }) => file.endsWith('2.0/norm.yaml') && line.includes('lokaal-overleg')));
  assert.ok(point.filter(({ line }) => /^\s+lokaal-overleg:/.test(line)).length >= 6);
});

test('none of this applies to a concept round', () => {
  assert.not(pages.some(({ html }) => html.includes('2026-najaar')));
});

test('each page of a report opens in the editor at its subject', () => {
  const edits = pages.flatMap(({ address, $ }) => {
    const href = $('a:contains("Pas dit aan")').attr('href');
    return href === undefined ? [] : [[address, href] as const];
  });
  const lines = new Map(
    edits.map(([address, href]) => {
      const [file = '', line = ''] = href.slice(`${REPOSITORY}/edit/main/`.length).split('#L');
      return [
        address,
        [
          file,
          fs
            .readFileSync(path.join(data, '..', file), 'utf8')
            .split('\n')
            [Number(line) - 1]!.trim(),
        ],
      ];
    }),
  );
  const shown = [
    ['/', 'rapport.yaml', 'titel: '],
    ['/norm/2.0/', 'normen/2.0/norm.yaml', 'versie: "2.0"'],
    ['/norm/2.0/punt/lokaal-overleg/', 'normen/2.0/norm.yaml', '- id: lokaal-overleg'],
    ['/norm/2.0/thema/handhaving/', 'normen/2.0/norm.yaml', '- id: handhaving'],
    ['/norm/2.0/meting/2026-tussenmeting/', 'normen/2.0/metingen/2026-tussenmeting/meting.yaml', 'titel: '],
    ['/organisatie/modelstad/', 'organisaties.yaml', '- id: modelstad'],
    ['/documenten/mededeling-2026-06/', 'documenten.yaml', '- id: mededeling-2026-06'],
    ['/vergelijking/1.0-2.0/', 'normen/2.0/norm.yaml', 'versie: "2.0"'],
  ] as const;
  for (const [address, file, line] of shown) {
    const [inFile, text] = lines.get(address) ?? ['', `no link on ${address}`];
    assert.is(inFile, `data/voorbeeld/${file}`, text);
    assert.ok(text!.startsWith(line), `${address}: ${text}`);
  }
  assert.is(
    editAddress('https://codeberg.org/a/b/src/branch/main/data/x.yaml#L7'),
    'https://codeberg.org/a/b/_edit/main/data/x.yaml#L7',
  );
  assert.is(
    editAddress('https://gitlab.com/a/-/blob/HEAD/x/blob/y#L7'),
    'https://gitlab.com/a/-/edit/main/x/blob/y#L7',
  );
});

test('if the settings name no repository, no page links to one', async () => {
  assert.not(
    pagesOf(await builtSite()).some(
      ({ html }) =>
        html.includes('In de gegevens:') ||
        html.includes('Waar staat dit in de gegevens?') ||
        html.includes('Pas dit aan</a>'),
    ),
  );
});

test('the address of a line follows the service that hosts the repository', () => {
  const origin = { file: 'data/a b/norm.yaml', line: 7 };
  function address(repository: string) {
    return repositoryAddress(repository, origin);
  }
  assert.is(address('https://github.com/a/b'), 'https://github.com/a/b/blob/HEAD/data/a%20b/norm.yaml#L7');
  assert.is(address('https://github.com/a/b.git/'), 'https://github.com/a/b/blob/HEAD/data/a%20b/norm.yaml#L7');
  assert.is(address('https://gitlab.com/a/b/c'), 'https://gitlab.com/a/b/c/-/blob/HEAD/data/a%20b/norm.yaml#L7');
  assert.is(
    address('https://codeberg.org/a/b/src/branch/main'),
    'https://codeberg.org/a/b/src/branch/main/data/a%20b/norm.yaml#L7',
  );
  assert.is(address('https://github.com/a/b/tree/main'), 'https://github.com/a/b/blob/main/data/a%20b/norm.yaml#L7');
});

test.run();
