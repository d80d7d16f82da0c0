import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  find,
  readSearchIndex,
  searchIndexText,
  spellings,
  type SearchEntry,
  type SearchKind,
} from '../../scripts/site/search-index.ts';

function entry(kind: SearchKind, title: string, more: Partial<SearchEntry> = {}): SearchEntry {
  return {
    href: `/${title}/`,
    title,
    names: '',
    kind,
    detail: '',
    description: '',
    text: '',
    fictional: false,
    ...more,
  };
}

const ENTRIES = [
  entry('manual', 'Handleiding', { text: 'Zo vult u de resultaten van Veenpolder in. Integriteit is een thema.' }),
  entry('page', 'Nieuws', { text: 'Veenpolder doet mee.' }),
  entry('term', 'Integriteit', { description: 'Eerlijk en zorgvuldig werken.' }),
  entry('document', 'Brief over Veenpolder', { names: '0034512' }),
  entry('theme', 'Integriteit', { detail: 'Norm 2.0' }),
  entry('ambition', '1.2 Veenpolder houdt toezicht op de integriteit'),
  entry('organisation', 'Gemeente Veenpolder', { names: 'Veenpolder (gemeente)' }),
  entry('organisation', 'Gemeente Sint-Anna-Dam'),
  entry('organisation', 'Waterschap Rijn en Écluse'),
  entry('organisation', 'Gemeente ’s-Ruigenhof'),
];

const index = readSearchIndex(searchIndexText(ENTRIES));

function titles(typed: string): string[] {
  return find([index], typed).found.map(({ title }) => title);
}

test('an organisation is found without its accents, by its beginning, and with one wrong letter', () => {
  for (const typed of ['ecluse', 'ÉCLUSE', 'ecl', 'rijn'])
    assert.is(titles(typed)[0], 'Waterschap Rijn en Écluse', typed);
  for (const typed of [
    'veenpolder',
    'Veenp',
    'veenpolde',
    'venpolder',
    'veenpoldder',
    'veenpodler',
    'gemeente veenpolder',
  ])
    assert.is(titles(typed)[0], 'Gemeente Veenpolder', typed);
});

test('a name is found however its parts are written: apart, together or with a hyphen', () => {
  for (const typed of ['Veen-Polder', 'veen polder', 'gemeente veen polder', 'veen polter'])
    assert.is(titles(typed)[0], 'Gemeente Veenpolder', typed);
  for (const typed of ['sint anna dam', 'sintannadam', 'Sint-Annadam', 'sint-anna'])
    assert.is(titles(typed)[0], 'Gemeente Sint-Anna-Dam', typed);
  for (const typed of ['water schap', 'waterschap']) assert.is(titles(typed)[0], 'Waterschap Rijn en Écluse', typed);
  for (const typed of ['’s-ruigenhof', "'s ruigenhof", 'ruigenhof'])
    assert.is(titles(typed)[0], 'Gemeente ’s-Ruigenhof', typed);
});

test('entries with the words in their name come first, by kind: organisation, ambition, theme, document, term; the manual is last', () => {
  assert.equal(titles('veenpolder'), [
    'Gemeente Veenpolder',
    '1.2 Veenpolder houdt toezicht op de integriteit',
    'Brief over Veenpolder',
    'Nieuws',
    'Handleiding',
  ]);
  assert.equal(
    find([index], 'integriteit').found.map(({ kind }) => kind),
    ['theme', 'term', 'ambition', 'manual'],
  );
});

test('a document is found by its registration number', () => {
  assert.is(titles('0034512')[0], 'Brief over Veenpolder');
});

test('a correctly spelt word finds no similar ones, and a misspelt one is said to be inexact', () => {
  const both = [entry('organisation', 'Gemeente Urk'), entry('organisation', 'Gemeente Erk')];
  const own = readSearchIndex(searchIndexText(both));
  assert.equal(
    find([own], 'Erk').found.map(({ title }) => title),
    ['Gemeente Erk'],
  );
  assert.is(find([index], 'veenpolder').exact, true);
  assert.is(find([index], 'venpolder').exact, false);
  assert.equal(find([index], 'xyzzy').found, []);
});

test('a search that begins in a made-up report finds that first, and the rest of the site too', () => {
  const made = readSearchIndex(
    searchIndexText([
      entry('ambition', 'Integriteit telt', { fictional: true }),
      entry('theme', 'Integriteit', { fictional: true }),
    ]),
  );
  assert.equal(
    find([index, made], 'integriteit').found.map(({ kind, fictional }) => `${kind}${fictional ? ' (verzonnen)' : ''}`),
    ['theme (verzonnen)', 'theme', 'term', 'ambition (verzonnen)', 'ambition', 'manual'],
  );
});

test('words are joined in every way that keeps their order, but not those of a whole sentence', () => {
  assert.equal(spellings(['a', 'b', 'c']), [['a', 'b', 'c'], ['ab', 'c'], ['a', 'bc'], ['abc']]);
  assert.is(spellings('een zin met meer dan vijf woorden'.split(' ')).length, 1);
});

test('the same entries give the same index to the byte', () => {
  assert.is(searchIndexText(ENTRIES), searchIndexText(ENTRIES.map((each) => ({ ...each }))));
});

test.run();
