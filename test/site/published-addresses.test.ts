import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { problemLine } from '../../scripts/model/position.ts';
import { buildReport } from '../../scripts/report.ts';
import { nginxConfig } from '../../scripts/site/headers/nginx.ts';
import { addressProblems, redirectFiles, redirectsIn, withAddresses } from '../../scripts/site/published-addresses.ts';
import { sample } from '../support/sample.ts';
import { changed, folderOf, type Tree } from '../support/tree.ts';

function problemsOf(tree: Tree): string[] {
  const folder = folderOf(tree);
  return addressProblems(folder, buildReport(folder).report!).map(problemLine);
}

const list = withAddresses('/oud/\n', buildReport(folderOf(sample)).report!);
const published: Tree = { ...sample, 'adressen.txt': list };

test('published addresses stay in the list, along with all present ones', () => {
  const lines = list.split('\n');
  for (const address of ['/oud/', '/', '/norm/2.0/punt/plan/', '/organisatie/adam/', '/data/resultaten.csv'])
    assert.ok(lines.includes(address), address);
  assert.equal(
    lines,
    [...new Set(lines)].toSorted((a, b) => (b === '' ? -1 : a === '' ? 1 : a < b ? -1 : 1)),
  );
});

test('an address that would vanish is reported at its line, with a solution that makes the data valid', () => {
  const [problem, ...others] = problemsOf(published);
  assert.equal(others, []);
  assert.match(
    problem!,
    /^adressen\.txt:\d+:1: "\/oud\/" is gepubliceerd en bestaat straks niet meer; zet in doorverwijzingen\.yaml .*: "\/oud\/: \/nieuw\/adres\/"$/,
  );
  assert.equal(problemsOf({ ...published, 'doorverwijzingen.yaml': '/oud/: /norm/2.0/\n' }), []);
});

test('removing a document requires a redirect, renaming it does not', () => {
  const whole: Tree = { ...published, 'doorverwijzingen.yaml': '/oud/: /norm/2.0/\n' };
  assert.equal(problemsOf(changed(whole, 'proef/organisaties.yaml', 'Gemeente Adam', 'Gemeente Groot-Adam')), []);
  const secret = changed(
    whole,
    'proef/documenten.yaml',
    '    openbaar: true\n    titel: Brief\n    soort: raadsbrief\n    uitgever: Proefprovincie\n',
    '    openbaar: false\n',
  );
  assert.equal(
    problemsOf(secret).map((line) => /"[^"]+"/.exec(line)![0]),
    ['"/documenten/brief/"'],
  );
});

test('a chart or table that has nothing to show any more leads by itself to the page above it, but not in an edition', () => {
  const gone = ['/grafiek/norm-0-9/', '/norm/0.9/sorteren/'];
  const rest = ['/editie/2020-01-01/grafiek/norm-0-9/', '/organisatie/open/', '/oud/'];
  const folder = folderOf({ ...sample, 'adressen.txt': `${list}${[...gone, ...rest].join('\n')}\n` });
  const { report } = buildReport(folder);
  assert.equal(
    addressProblems(folder, report!).map((problem) => /"([^"]+)"/.exec(problemLine(problem))![1]!),
    ['/oud/', ...rest],
  );
  assert.equal(
    redirectsIn(folder, report!).map(({ from, to }) => [from, to]),
    [
      ['/grafiek/norm-0-9/', '/'],

      ['/norm/0.9/sorteren/', '/'],
    ],
  );
});

test('a redirect leads from a former address to an existing one, within the site', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['/oud/: /nergens/\n', /yaml:1:8: "\/nergens\/" bestaat niet; noem een adres/],
    ['/oud/: /norm/2.0/\n/norm/1.0/: /norm/2.0/\n', /yaml:2:1: "\/norm\/1\.0\/" bestaat nog.*haal deze regel weg/],
    ['/oud/: /norm/2.0/\n/../buiten/: /norm/2.0/\n', /yaml:2:1: "\/\.\.\/buiten\/" is geen adres van deze site/],
    ['/oud/: https://elders.example/\n', /bestaat niet/],
  ];
  for (const [text, says] of cases)
    assert.match(problemsOf({ ...published, 'doorverwijzingen.yaml': text }).join('\n'), says);
});

test('a redirect becomes a page without a script, and a rule of each server', () => {
  const moved = folderOf({ ...sample, 'doorverwijzingen.yaml': '/oud/: /norm/2.0/#punten\n/data/oud.csv: /data/\n' });
  const redirects = redirectsIn(moved, buildReport(moved).report!);
  const files = new Map(
    redirectFiles(redirects, 'https://proef.example/pad').map(({ path, content }) => [path, content]),
  );
  assert.equal([...files.keys()], ['oud/index.html', '_redirects']);
  assert.match(
    String(files.get('oud/index.html')),
    /<meta http-equiv="refresh" content="0; url=\/pad\/norm\/2\.0\/#punten">/,
  );
  assert.is(files.get('_redirects'), '/pad/oud/ /pad/norm/2.0/#punten 301\n/pad/data/oud.csv /pad/data/ 301\n');
  const config = nginxConfig(
    { address: 'https://proef.example/pad' },
    { root: '/srv', listen: { kind: 'http', port: 80 }, brotli: false, redirects },
  );
  assert.match(config, /location = "\/pad\/oud\/" \{ return 301 "\/pad\/norm\/2\.0\/#punten"; \}/);
});

test.run();
