import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { Clone } from '../support/clone.ts';
import { fillIn } from '../support/workbook.ts';

/** The hash of every file of a site built in a clone. */
function builtIn(clone: Clone): string {
  const { status, err } = clone.run('build');
  assert.is(status, 0, err);
  return clone.read('_site/data/manifest.json');
}

/** Asserts that a clone has nothing to format and no changes. */
function isUntouched(clone: Clone): void {
  const format = clone.run('format', '--check');
  assert.match(format.out, /^Alle \d+ bestanden staan in de vaste stijl\.\n$/, format.err);
  assert.is(format.status, 0);
  assert.match(clone.run('changes', '--base', 'HEAD').out, /^De gegevens zijn gelijk\.$/m);
}

const unix = new Clone();
const site = builtIn(unix);

test('a clone of git on Windows has the line ends of Unix, nothing to format, no changes, and the same site', () => {
  const windows = unix.clonedWith('core.autocrlf=true', 'core.eol=crlf');
  const eol = windows.git('ls-files', '--eol').split('\n');
  assert.equal(
    eol.filter((line) => /w\/(?:crlf|mixed)/.test(line)),
    [],
  );
  assert.is(windows.git('status', '--porcelain'), '');
  isUntouched(windows);
  assert.is(builtIn(windows), site);
});

test('data saved by an editor on Windows stays the same: nothing to format, no changes, the same site', () => {
  const windows = unix.clonedWith();
  const names = filesBelow(windows.path('data')).filter((name) => name.endsWith('.yaml'));
  assert.ok(names.length > 40);
  for (const name of names) {
    const file = path.join('data', name);
    windows.write(file, `\uFEFF${windows.read(file).replaceAll('\n', '\r\n')}`);
  }
  isUntouched(windows);
  assert.is(builtIn(windows), site);
});

test('paths with backslashes work as arguments, and the same is read, compared and written', () => {
  const windows = unix.clonedWith();
  function run(name: string, ...args: readonly string[]): string {
    const { status, out, err } = windows.runOnBackslashes(name, ...args);
    const failures = err.split('\n').filter((line) => !/: let op: |^\d+ waarschuwing/.test(line));
    assert.equal([status, failures.join('\n')], [0, ''], `${name} ${args.join(' ')}`);
    return out;
  }
  assert.match(run('format', '--check', '--data', '.\\data\\'), /^Alle \d+ bestanden staan in de vaste stijl/);
  assert.match(run('validate', '--data', 'data\\'), /De gegevens kloppen/);
  const round = ['--rapport', 'voorbeeld', '--meting', '2026-tussenmeting'];
  run('form', ...round, '--organisatie', 'modelstad', '--output', 'formulieren\\modelstad.xlsx');
  run('form', ...round, '--organisatie', 'voorbeelddam', '--output', '.\\formulieren\\voorbeelddam.xlsx');
  fillIn(windows.path('formulieren/modelstad.xlsx'), { F11: 'Klaar.' });
  assert.equal(run('import', 'formulieren\\').split('\n').slice(0, 2), [
    'geschreven: data/voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml',
    '1 punt van "modelstad" in de meting "2026-tussenmeting" aangepast.',
  ]);
  assert.match(run('changes', '--base', 'HEAD', '--data', '.\\data'), /toelichting: nu “Klaar\.”/);
  windows.write('data/voorbeeld/rapport.yaml', `${windows.read('data/voorbeeld/rapport.yaml')}x: y\n`);
  assert.match(
    windows.runOnBackslashes('validate', '--data', '.\\data').err,
    /^data\/voorbeeld\/rapport\.yaml:\d+:1: /m,
  );
  assert.equal(
    windows
      .git('status', '--porcelain')
      .split('\n')
      .filter((line) => line.includes('\\')),
    [],
  );
});

/** Names that are equal where case is ignored, as on Windows and macOS. */
function alike(names: readonly string[]): string[] {
  const known = new Map(names.map((name) => [name.toLowerCase(), name]));
  return names.filter((name) => known.get(name.toLowerCase()) !== name);
}

test('no two files of the project or of a built site differ in case alone', () => {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n');
  assert.equal(alike(['docs/A.md', 'docs/a.md']), ['docs/A.md']);
  assert.equal(alike(tracked), []);
  const built = filesBelow(unix.path('_site'));
  assert.ok(built.length > 500);
  assert.equal(alike(built), []);
});

/** Names that Windows reserves for devices, and names with characters that it does not allow. */
const NOT_ON_WINDOWS = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:\/|$)|[<>:"|?*\\]|[. ](?:\/|$)/i;

test('no file of the project or of a built site has a name that Windows does not allow', () => {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter((name) => fs.existsSync(name));
  assert.ok(NOT_ON_WINDOWS.test('data/aux.yaml') && NOT_ON_WINDOWS.test('a:b'));
  assert.equal(
    [...tracked, ...filesBelow(unix.path('_site'))].filter((name) => NOT_ON_WINDOWS.test(name)),
    [],
  );
});

test.run();
