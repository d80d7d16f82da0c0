import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  accessibilityMeaning,
  accessibilityStatusText,
  kindText,
  normStatusText,
  organisationNoun,
  readersText,
  relationText,
  roundKindText,
  statusPhrase,
  statusText,
} from '../../scripts/format/terms.ts';
import { correctedText, publishedSentence } from '../../scripts/format/change.ts';
import { documentKindText } from '../../scripts/format/document.ts';
import { fraction } from '../../scripts/model/fraction.ts';

test('each status has its own word and symbol, since colour alone says nothing', () => {
  const all = ['achieved', 'partly-achieved', 'not-achieved', 'not-applicable', 'not-assessed', 'not-public'] as const;
  assert.equal(
    all.map((status) => Object.values(statusText(status, {})).join(' ').replace('\uFE0E', '')),
    ['✓ behaald', '◐ deels behaald', '✕ niet behaald', '– niet van toepassing', '? niet beoordeeld', '◼ niet openbaar'],
  );
});

test('a norm has words of its own for achieved, partly achieved and not achieved; symbols and other statuses stay', () => {
  const words = { achieved: 'uitgevoerd', 'not-achieved': 'ontbreekt' };
  assert.equal(statusText('achieved', words), { symbol: '✓', text: 'uitgevoerd' });
  assert.is(statusPhrase('not-achieved', words), '‘ontbreekt’');
  assert.is(statusPhrase('partly-achieved', words), 'deels behaald');
  assert.is(statusPhrase('not-public', words), 'niet openbaar');
});

test('kinds of norms, rounds, ambitions, documents and organisations have the words of the contract', () => {
  assert.equal((['concept', 'signed', 'in-force', 'completed'] as const).map(normStatusText), [
    'concept',
    'ondertekend',
    'van kracht',
    'afgerond',
  ]);
  assert.equal((['baseline', 'interim', 'final'] as const).map(roundKindText), [
    'nulmeting',
    'tussenmeting',
    'eindmeting',
  ]);
  assert.equal((['equal', 'equivalent', 'sharpened', 'relaxed', 'overlaps'] as const).map(relationText), [
    'gelijk gebleven',
    'anders gezegd, maar gelijkwaardig',
    'aangescherpt',
    'versoepeld',
    'overlapt voor een deel',
  ]);
  assert.equal(
    (['announcement', 'press-release', 'news-item', 'council-letter', 'norm', 'evaluation', 'other'] as const).map(
      documentKindText,
    ),
    ['mededeling', 'persbericht', 'nieuwsbericht', 'raadsbrief', 'norm', 'evaluatie', 'ander document'],
  );
});

const KINDS = ['municipality', 'province', 'water-authority', 'police', 'public-prosecution', 'other'] as const;

test('each kind of organisation has its article and its own readers', () => {
  assert.equal(KINDS.map(kindText), [
    'de gemeenten',
    'de provincie',
    'het waterschap',
    'de politie',
    'het Openbaar Ministerie',
    'de overige organisaties',
  ]);
  assert.equal(KINDS.map(readersText), [
    'Voor raadsleden en inwoners',
    'Voor Statenleden en inwoners',
    'Voor leden van het algemeen bestuur en inwoners',
    'Voor volksvertegenwoordigers en inwoners',
    'Voor volksvertegenwoordigers en inwoners',
    'Voor volksvertegenwoordigers en inwoners',
  ]);
});

test('the name of an organisation within a sentence is written as people say it', () => {
  assert.equal(
    [
      'Gemeente Urk',
      'Provincie Flevoland',
      'Waterschap Zuiderzeeland',
      'Politie',
      'Politie Midden-Nederland',
      'Openbaar Ministerie',
      'RIEC Midden-Nederland',
    ].map(organisationNoun),
    [
      'de gemeente Urk',
      'de provincie Flevoland',
      'waterschap Zuiderzeeland',
      'de politie',
      'de politie Midden-Nederland',
      'het Openbaar Ministerie',
      'RIEC Midden-Nederland',
    ],
  );
});

test('a correction goes from what it was to what it became', () => {
  assert.is(
    correctedText(
      { kind: 'result', ambition: 'a', organisation: 'b', from: 'not-achieved', to: 'partly-achieved' },
      {},
    ),
    'van niet behaald naar deels behaald',
  );
  assert.is(
    correctedText(
      { kind: 'result', ambition: 'a', organisation: 'b', from: 'achieved', to: 'not-public' },
      { achieved: 'uitgevoerd' },
    ),
    'van ‘uitgevoerd’ naar niet openbaar',
  );
  assert.is(
    correctedText({ kind: 'reported', scope: { kind: 'total' }, from: fraction(48), to: fraction(99, 2) }, {}),
    'van 48% naar 49,5%',
  );
});

test('the publication of a round is mentioned, and what came after it', () => {
  assert.is(
    publishedSentence('2025-09-01', 0),
    'Deze meting is gepubliceerd op 1 september 2025. Daarna is er niets gecorrigeerd.',
  );
  assert.is(
    publishedSentence('2025-09', 1),
    'Deze meting is gepubliceerd in september 2025. Daarna is dit gecorrigeerd:',
  );
});

test('each accessibility status claims what was found, and nothing else', () => {
  const statuses = ['A', 'B', 'C', 'D', 'E'] as const;
  assert.equal(statuses.map(accessibilityStatusText), [
    'A – voldoet volledig',
    'B – voldoet gedeeltelijk',
    'C – eerste maatregelen genomen',
    'D – voldoet niet',
    'E – geen toegankelijkheidsverklaring',
  ]);
  assert.equal(statuses.map(accessibilityMeaning), [
    'Uit onderzoek blijkt dat de site aan alle eisen voldoet.',
    'Uit onderzoek blijkt dat de site aan een deel van de eisen voldoet.',
    'Het onderzoek is nog niet af. De eerste maatregelen zijn genomen.',
    'De site is nog niet onderzocht, of voldoet niet.',
    'Er is nog geen onderzoek door een deskundige. Wij weten dus niet of de site aan alle eisen voldoet.',
  ]);
});

test.run();
