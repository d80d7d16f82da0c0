import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { installPackage, packedArchive, runInstalled } from '../support/installed-package.ts';
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
/** What npm makes when it runs a command of a package that no project has installed. */
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

test('init says all that it still has to know, and writes nothing', () => {
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

test('init makes a project that depends on the package alone, from the archive that it takes along', () => {
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

test('the workflows of a region run what its package.json has, and no test of the program', () => {
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

test('a region without a norm has a site that says so, and how to begin', () => {
  installPackage(region, archive);
  assert.match(run('validate'), /De gegevens kloppen/);
  run('build');
  const home = textOf('_site/index.html');
  assert.match(home, /Er is nog geen norm openbaar/);
  assert.match(home, /href="\/redactie\/"/);
});

test('init overwrites nothing: it lists what is in the way', () => {
  const before = contentsOf(path.join(region, 'data'));
  const { status, err } = runInstalled(tools, ['init', region, ...TOLD]);
  assert.is(status, 1);
  assert.match(err, /README\.md bestaat al\n/);
  assert.match(err, /Er is niets geschreven/);
  assert.equal(contentsOf(path.join(region, 'data')), before);
});

test('a workflow that an older version wrote is renewed; one that the region changed stays, and that is said', () => {
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
