import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { keptByNpm } from '../../scripts/cli/arguments.ts';
import { Clone } from '../support/clone.ts';

const command = {
  name: 'npm run proef',
  options: {
    check: { description: 'verander niets' },
    base: { value: 'VERSIE', description: 'versie' },
    'korte-naam': { value: 'NAAM', description: 'naam' },
  },
};

/** Last line of the message: the command to type. */
function toType(given: readonly string[], environment: Readonly<Record<string, string>>, of = command): string {
  return keptByNpm(of, given, environment)?.split('\n').at(-1)?.trim() ?? '';
}

test('there is no message without options that npm kept', () => {
  assert.is(keptByNpm(command, ['--check'], {}), null);
  const npm = {
    npm_config_user_agent: 'npm/11',
    npm_config_yes: 'true',
    npm_config_cafile: '/a',
    npm_config_electron_mirror: 'https://voorbeeld.example',
    npm_config_ignore_scripts: 'true',
    npm_package_config_check: 'true',
    check: 'true',
  };
  assert.is(keptByNpm(command, [], npm), null);
});

test('an option that npm kept is reported, with the command to type', () => {
  assert.is(
    keptByNpm(command, [], { npm_config_check: 'true' }),
    'npm heeft --check voor zichzelf gehouden. Daarom is er niets gedaan.\nTyp de opdracht met twee streepjes tussen aanhalingstekens voor de opties:\n  npm run proef "--" --check',
  );
});

test('the command to type has the value of an option if it is certain', () => {
  assert.is(toType(['main'], { npm_config_base: 'true' }), 'npm run proef "--" --base main');
  assert.is(toType([], { npm_config_base: 'main' }), 'npm run proef "--" --base main');
  assert.is(
    toType(['x', 'main'], { npm_config_base: 'true', npm_config_korte_naam: 'true' }),
    'npm run proef "--" --base VERSIE --korte-naam NAAM',
  );
});

test('arguments without an option are kept', () => {
  const importing = {
    name: 'npm run import',
    options: {
      file: { value: 'BESTAND', description: 'b', positional: 'several' as const },
      data: { value: 'MAP', description: 'd' },
    },
  };
  assert.is(
    keptByNpm(importing, ['a.xlsx', 'elders'], { npm_config_data: 'true' })?.split('\n').at(-1),
    '  npm run import "--" a.xlsx elders --data MAP',
  );
});

test('the choice of a command comes before its options', () => {
  const making = { ...command, name: 'npm run new -- meting' };
  assert.is(toType([], { npm_config_check: 'true' }, making), 'npm run new "--" meting --check');
});

test('a misspelt option is noticed too, since npm has none like it', () => {
  assert.match(keptByNpm(command, [], { npm_config_chek: 'true' }) ?? '', /--chek voor zichzelf.*"--" --check$/s);
});

const clone = new Clone();

/** Runs the real npm. */
function npm(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: clone.folder, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

test('npm itself: options without "--" write nothing, and the suggested command works', () => {
  const file = 'data/voorbeeld/rapport.yaml';
  clone.write(file, `${clone.read(file)}\n\n`);
  const before = clone.read(file);
  const kept = npm('run', 'format', '--check');
  assert.is(kept.status, 2, kept.said);
  assert.match(kept.said, /npm heeft --check voor zichzelf gehouden\. Daarom is er niets gedaan\./);
  assert.is(clone.read(file), before);
  const [program, ...args] = /^ {2}(npm run format .*)$/m.exec(kept.said)![1]!.replaceAll('"', '').split(' ');
  assert.is(program, 'npm');
  const right = npm(...args);
  assert.is(right.status, 1, right.said);
  assert.match(right.said, /data\/voorbeeld\/rapport\.yaml:1:1: dit bestand staat niet in de vaste stijl/);
  assert.is(clone.read(file), before);
});

test('every command with options notices that npm kept one, and does nothing', () => {
  const names = fs
    .readdirSync('scripts/commands')
    .map((name) => name.replace('.ts', ''))
    // `new` has choices, each with its own options.
    .flatMap((name) => (name === 'new' ? ['new meting', 'new document'] : [name]));
  assert.ok(names.length > 15);
  for (const words of names) {
    const [name = '', ...choice] = words.split(' ');
    const option = /^ {2}--(?!help)([a-z-]+)/m.exec(clone.run(name, ...choice, '--help').out)?.[1];
    if (option === undefined) continue;
    const { status, stderr } = spawnSync(process.execPath, ['scripts/cli/start.js', name, ...choice], {
      cwd: clone.folder,
      env: { ...process.env, [`npm_config_${option.replaceAll('-', '_')}`]: 'true' },
      encoding: 'utf8',
    });
    assert.is(status, 2, `${words}: ${stderr}`);
    assert.match(stderr, new RegExp(`^npm heeft --${option} voor zichzelf gehouden`), words);
  }
});

test.run();
