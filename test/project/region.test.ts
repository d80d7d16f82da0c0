import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { installPackage, packedArchive, runInstalled } from '../support/installed-package.ts';
import { fillIn } from '../support/workbook.ts';
import { contentsOf, putFiles, scratch } from '../support/scratch.ts';
import type { Workflow } from '../support/workflow.ts';

const TOLD = [
  ['--regio', 'Verzonnen Kustland'],
  ['--titel', 'Verzonnen waterveiligheidsnorm'],
  ['--adres', 'https://waternorm.example/'],
  ['--uitgever', 'Redactie Waternorm'],
  ['--contact', 'redactie@waternorm.example'],
].flat();

const archive = packedArchive();
/** The folder that npm makes to run a command of a package that no project has installed. */
const tools = scratch('npx');
putFiles(tools, { 'package.json': JSON.stringify({ dependencies: { normrapport: `file:${archive}` } }) });
installPackage(tools, archive);

const region = path.join(scratch('regio'), 'de norm van hier');

function textOf(name: string): string {
  return fs.readFileSync(path.join(region, name), 'utf8');
}

function run(...args: readonly string[]): string {
  const { status, out, err } = runInstalled(region, args);
  assert.is(status, 0, `${args.join(' ')}\n${out}${err}`);
  return out;
}

test('init lists everything that it still needs to know, and writes nothing', () => {
  const { status, err } = runInstalled(tools, ['init', region, '--regio', 'Verzonnen Kustland']);
  assert.is(status, 2);
  assert.match(err, /^geef ook --titel en --adres en --uitgever en --contact\n/);
  assert.not(fs.existsSync(region));
});

test('init refuses an address that the site cannot have, at its line, and writes nothing', () => {
  const { status, err } = runInstalled(tools, ['init', region, ...TOLD, '--adres', 'ftp://waternorm.example']);
  assert.is(status, 1);
  assert.match(err, /^data\/site\.yaml:3:8: .*https/m);
  assert.not(fs.existsSync(region));
});

test('init makes a project that depends only on the package, from the archive that it includes', () => {
  const { status, err } = runInstalled(tools, ['init', region, ...TOLD]);
  assert.is(status, 0, err);
  const { dependencies, scripts } = JSON.parse(textOf('package.json')) as {
    dependencies: Record<string, string>;
    scripts: Record<string, string>;
  };
  assert.equal(Object.keys(dependencies), ['normrapport']);
  const [, place] = /^file:(pakket\/.+\.tgz)$/.exec(dependencies.normrapport!)!;
  assert.equal(fs.readFileSync(path.join(region, place!)), fs.readFileSync(archive));
  const { commands } = JSON.parse(
    fs.readFileSync(path.join(tools, 'node_modules/normrapport/program/bundle/names.json'), 'utf8'),
  ) as { commands: string[] };
  assert.equal(
    Object.values(scripts).filter((script) => !commands.includes(script.replace('normrapport ', ''))),
    [],
  );
});

test('the workflows of a region only run scripts in its package.json, and no tests of the program', () => {
  const folder = path.join(region, '.github/workflows');
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const run = fs
    .readdirSync(folder)
    .flatMap((name) =>
      Object.values((parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Workflow).jobs).flatMap(
        ({ steps = [] }) => steps.flatMap((step) => step.run ?? []),
      ),
    );
  const started = run.flatMap((script) =>
    [...script.matchAll(/npm run (?:--silent |-s )?([\w-]+)/g)].map(([, name]) => name!),
  );
  for (const name of ['validate', 'build', 'verify', 'changes', 'intake']) assert.ok(started.includes(name), name);
  assert.equal(
    started.filter((name) => !(name in scripts)),
    [],
  );
  assert.not(run.some((script) => /npm (?:run )?test/.test(script)));
});

test('the site of a region without a norm says so, and how to begin', () => {
  installPackage(region, archive);
  assert.match(run('validate'), /De gegevens kloppen/);
  run('build');
  const home = textOf('_site/index.html');
  assert.match(home, /Er is nog geen norm openbaar/);
  const [, section] = /href="\/redactie\/#([\w-]+)"/.exec(home)!;
  assert.ok(textOf('_site/redactie/index.html').includes(`id="${section}"`));
});

test('init overwrites nothing: it lists the files that already exist', () => {
  const before = contentsOf(path.join(region, 'data'));
  const { status, err } = runInstalled(tools, ['init', region, ...TOLD]);
  assert.is(status, 1);
  assert.match(err, /README\.md bestaat al\n/);
  assert.match(err, /Er is niets geschreven/);
  assert.equal(contentsOf(path.join(region, 'data')), before);
});

test('organisations, a list of ambitions and a round, each by one command, give a site with a figure', async () => {
  for (const [id, name, kind] of [
    ['duindorp', 'Gemeente Duindorp', 'gemeente'],
    ['zeedorp', 'Gemeente Zeedorp', 'gemeente'],
    ['waterschap-kust', 'Waterschap Kust', 'waterschap'],
  ] as const)
    run('new', 'organisatie', '--id', id, '--naam', name, '--soort', kind);
  run('form', '--punten');
  const points = [
    ['1.1', 'Dijken', 'Elke dijk is bekeken', '', ''],
    ['1.2', '', 'Er is een dijkwacht', 'Dag en nacht.', 'gemeente, waterschap'],
    ['2.1', 'Droge voeten', 'Iedereen kent de route naar hoog land', '', 'gemeente'],
  ];
  fillIn(
    path.join(region, 'punten.xlsx'),
    Object.fromEntries(
      points.flatMap((cells, row) => cells.map((text, column) => [`${'ABCDE'[column]!}${row + 2}`, text] as const)),
    ),
  );
  run('new', 'punten', 'punten.xlsx', '--norm', '1.0');
  run('new', 'publicatie', '--norm', '1.0');
  run('new', 'meting', '--norm', '1.0', '--id', '2027-nulmeting', '--datum', '2027');
  run('form', '--meting', '2027-nulmeting');
  for (const id of ['duindorp', 'zeedorp', 'waterschap-kust'])
    fillIn(path.join(region, `formulieren-2027-nulmeting/formulier-2027-nulmeting-${id}.xlsx`), {
      E10: 'behaald',
      E11: 'niet behaald',
      ...(id === 'waterschap-kust' ? {} : { E12: 'behaald' }),
    });
  run('import', 'formulieren-2027-nulmeting');
  run('new', 'publicatie', '--norm', '1.0', '--id', '2027-nulmeting');
  run('validate');
  run('build');
  // 5 of 8 results are achieved.
  assert.match(textOf('_site/index.html'), />62%|63%/);
  assert.match(textOf('_site/data/cijfers.csv'), /5;0;3;0;0/);
  assert.match(run('init', '--bijwerken'), /CODEOWNERS/);
  assert.match(textOf('.github/CODEOWNERS'), /resultaten\/zeedorp\.yaml @eigen-organisatie\/zeedorp/);
});

test('no byte of a site about another subject names the regions or the subject that this repository is about', () => {
  const files = contentsOf(path.join(region, '_site'));
  assert.ok(files.size > 100);
  const names = /flevoland|voorbeeldland|modelstad|ondermijn/i;
  const found = [...files].flatMap(([name, content]) =>
    names.test(name) || names.test(Buffer.from(content, 'base64').toString('latin1')) ? [name] : [],
  );
  assert.equal(found, []);
});

test('a term of the region stands in its glossary', () => {
  putFiles(region, {
    'data/begrippen.yaml':
      'begrippen:\n  - {id: dijkwacht, term: Dijkwacht, uitleg: Wie een dijk bekijkt., vormen: [dijkwacht]}\n',
  });
  run('validate');
  run('build');
  assert.match(textOf('_site/begrippen/index.html'), /<div id="dijkwacht">/);
});

test('a second report can be added to the site, and its page says that it has no norm yet', () => {
  run('new', 'rapport', '--id', 'eiland', '--titel', 'Eilandnorm', '--regio', 'Verzonnen Eiland');
  run('validate');
  run('build');
  assert.match(textOf('_site/eiland/index.html'), /Er is nog geen norm openbaar/);
});

test('a workflow of an older version is renewed; one that the region changed stays, with a message', () => {
  const [ours, theirs] = ['.github/workflows/controle.yml', '.github/workflows/voorbeeld.yml'];
  const fresh = textOf(ours);
  fs.rmSync(path.join(region, ours));
  fs.appendFileSync(path.join(region, theirs), '# van ons\n');
  const said = run('init', '--bijwerken');
  assert.is(textOf(ours), fresh);
  assert.match(textOf(theirs), /# van ons\n$/);
  assert.match(said, /gebleven: \.github\/workflows\/voorbeeld\.yml/);
});

test.run();
