import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { asCommitted, reportSchemaFile, withIds } from '../../scripts/editing/schemas.ts';
import { writeReportSchemas } from '../../scripts/editing/write-schemas.ts';
import { LanguageServer } from '../support/language-server.ts';
import { scratch } from '../support/scratch.ts';

const folder = scratch('redacteur');
function git(...args: readonly string[]): string {
  return execFileSync(
    'git',
    ['-c', 'user.name=Redactie', '-c', 'user.email=redactie@voorbeeld.example', '-c', 'commit.gpgsign=false', ...args],
    { cwd: folder, stdio: 'pipe' },
  ).toString();
}
function at(name: string): string {
  return path.join(folder, name);
}
function uriOf(name: string): string {
  return pathToFileURL(at(name)).href;
}

// An editor's fresh clone: the files as git holds them, without the reports' schemas with ids.
for (const name of ['.gitattributes', '.gitignore', 'data'])
  fs.cpSync(name, at(name), { recursive: true, filter: (from) => !/data\/schema\/[^/]+\/[a-z]+\.json$/.test(from) });
git('init', '--quiet', '--initial-branch=main');
git('add', '--all');
git('commit', '--quiet', '--message', 'Begin');
fs.rmSync(at('data'), { recursive: true });
git('checkout', '--', '.');

const server = new LanguageServer();
await server.start(pathToFileURL(folder).href);
test.after(() => server.stop());

const RESULTS = 'data/voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml';
const OTHER = 'data/voorbeeld/normen/2.0/norm.yaml';
function messages(found: readonly { readonly message: string }[]): string[] {
  return found.map(({ message }) => message);
}
function schemaFiles(): string[] {
  return fs
    .readdirSync(at('data/schema'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => uriOf(`data/schema/${name}`));
}

test('in a fresh clone the committed schemas serve: explanation, statuses and red lines, for any point', async () => {
  assert.not(fs.existsSync(at('data/schema/voorbeeld/resultaten.json')));
  const text = fs.readFileSync(at(RESULTS), 'utf8');
  assert.equal(messages(await server.open(uriOf(RESULTS), text)), []);
  assert.match(await server.hover(uriOf(RESULTS), 1, 3), /Id van de organisatie/);
  const lines = text.split('\n');
  const wrong = await server.open(
    uriOf(RESULTS.replace('modelstad', 'oefenburg')),
    `${lines[0]}\norganisatie: fantasiestad\nresultaten:\n  geen-punt: behaald\n  boa-training: gehaald\n`,
  );
  assert.equal(
    wrong.map(({ range }) => range.start.line),
    [4],
  );
});

test('once the schemas with ids are written they serve, in an editor that is open already, and git sees no change', async () => {
  const points = `${fs.readFileSync(at(RESULTS), 'utf8').split('\n')[0]}\norganisatie: modelstad\nresultaten:\n  \n`;
  const uri = uriOf(RESULTS.replace('modelstad', 'demowaard'));
  await server.open(uri, points);
  assert.not((await server.complete(uri, 3, 2)).includes('boa-training'));

  assert.ok(writeReportSchemas(at('data')) > 0);
  assert.is(git('status', '--porcelain'), '');
  await server.written(uri, schemaFiles());
  const labels = await server.complete(uri, 3, 2);
  assert.ok(labels.includes('boa-training') && !labels.includes('panden-sluiten'), labels.join());

  const wrong = await server.open(
    uriOf(RESULTS.replace('modelstad', 'schetsoord')),
    points.replace('modelstad', 'fantasiestad').replace('  \n', '  geen-punt: behaald\n'),
  );
  assert.equal(wrong.map(({ range }) => range.start.line).sort(), [1, 3]);
  assert.equal(messages(await server.open(uriOf(OTHER), fs.readFileSync(at(OTHER), 'utf8'))), []);
});

test('git commits, compares, switches and stashes without the ids', () => {
  assert.ok(fs.existsSync(at('data/schema/voorbeeld/resultaten.json')));
  git('add', '--all');
  assert.is(git('diff', '--cached', '--name-only'), '');
  git('switch', '--quiet', '--create', 'taak');
  fs.appendFileSync(at(RESULTS), '# klaar\n');
  git('commit', '--quiet', '--all', '--message', 'Taak');
  assert.is(git('show', '--name-only', '--format=').trim(), RESULTS);
  git('switch', '--quiet', 'main');
  git('stash', '--include-untracked', '--quiet');
  assert.is(git('status', '--porcelain'), '');
  assert.is(git('show', 'HEAD:data/schema/voorbeeld/norm.schema.json'), reportSchemaFile('norm'));
});

test('writing the schemas again changes nothing, and repairs a damaged one', () => {
  writeReportSchemas(at('data'));
  assert.is(writeReportSchemas(at('data')), 0);
  fs.writeFileSync(at('data/schema/voorbeeld/norm.schema.json'), '{}\n');
  assert.is(writeReportSchemas(at('data')), 1);
  assert.is(
    asCommitted(fs.readFileSync(at('data/schema/voorbeeld/norm.schema.json'), 'utf8')),
    reportSchemaFile('norm'),
  );
});

test('the file that refers to the ids has the length that git gives it, or git would see a change', () => {
  const inClone = reportSchemaFile('organisaties').replace('$Id$', `$Id: ${'0'.repeat(40)} $`);
  assert.is(withIds(inClone, 'organisaties').length, inClone.length);
  assert.is(withIds(reportSchemaFile('norm'), 'norm').length, reportSchemaFile('norm').length + 43);
  assert.equal(JSON.parse(withIds(inClone, 'organisaties')).$ref, 'organisaties.json');
  assert.equal(JSON.parse(inClone).$ref, '../organisaties.schema.json');
});

test.run();
