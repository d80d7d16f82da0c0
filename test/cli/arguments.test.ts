import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Command, helpOf, readArguments } from '../../scripts/cli/arguments.ts';
import { UsageError } from '../../scripts/model/problem.ts';

const command: Command<'data' | 'stil'> = {
  name: 'npm run proef',
  description: 'Doet een proef.',
  options: {
    data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    stil: { description: 'zegt niets' },
  },
  examples: ['npm run proef -- --data elders'],
};
function misuse(given: string[], words: RegExp): void {
  assert.throws(
    () => readArguments(command, given),
    (error: unknown) => error instanceof UsageError && words.test(error.message),
  );
}

test('Options have the given value, or else their default', () => {
  assert.equal(readArguments(command, [])?.options.data, 'data');
  assert.equal(readArguments(command, ['--data', 'elders'])?.options.data, 'elders');
  assert.equal(readArguments(command, ['--data=elders'])?.options.data, 'elders');
});

test('Help is asked for in a word or a letter, also beside other options', () => {
  for (const given of [['--help'], ['-h'], ['--data', 'elders', '--help']])
    assert.is(readArguments(command, given), null);
});

test('An unknown option is misuse, and named', () => {
  misuse(['--dat', 'x'], /onbekende optie --dat/);
  misuse(['-x'], /onbekende optie -x/);
});

test('A word that belongs to no option is misuse, and named', () => misuse(['elders'], /onverwacht argument elders/));

test('An option without its value is misuse', () => {
  misuse(['--data'], /--data.*een waarde/);
  misuse(['--data', '--stil'], /--data.*een waarde/);
});

test('A value for an option that takes none is misuse', () => misuse(['--stil=ja'], /--stil.*geen waarde/));

test('The help names the command, every option, its default and an example', () => {
  const help = helpOf(command);
  for (const words of [
    'Doet een proef.',
    'Gebruik: npm run proef -- [opties]',
    '--data MAP',
    '(standaard: data)',
    '--stil',
    '--help',
    'npm run proef -- --data elders',
  ]) {
    assert.ok(help.includes(words), words);
  }
});

const withWord: Command<'bestand' | 'data'> = {
  name: 'npm run lees',
  description: 'Leest.',
  options: {
    bestand: { value: 'BESTAND', description: 'het formulier', positional: true },
    data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
  },
};

test('A required word has no option name; without it, or with one too many, the command says so', () => {
  assert.equal(readArguments(withWord, ['a.xlsx', '--data', 'elders'])?.options, { bestand: 'a.xlsx', data: 'elders' });
  for (const [given, words] of [
    [[], /noem BESTAND: het formulier/],
    [['a.xlsx', 'b.xlsx'], /onverwacht argument b\.xlsx/],
  ] as const)
    assert.throws(
      () => readArguments(withWord, given),
      (error: unknown) => error instanceof UsageError && words.test(error.message),
    );
});

test('The help aligns its explanations', () => {
  assert.equal(helpOf(withWord).split('\n').slice(2), [
    'Gebruik: npm run lees -- BESTAND [opties]',
    '',
    '  BESTAND     het formulier',
    '  --data MAP  map met gegevens (standaard: data)',
    '  --help      deze uitleg',
  ]);
});

test.run();
