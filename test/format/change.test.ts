import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { changeBasis, countingSentence, type OutOfChange } from '../../scripts/format/change.ts';
import { stepsText } from '../../scripts/format/sentence.ts';
import { type KnownOf, outcomesText } from '../../scripts/format/progress.ts';
import { fraction } from '../../scripts/model/fraction.ts';
import type { Counting, StatusWords } from '../../scripts/model/norm.ts';

test('A change begins with what got better, got worse and stayed the same, and leaves out directions without results', () => {
  assert.is(stepsText(49, 2, 119), '49 beter, 2 slechter, 119 gelijk gebleven');
  assert.is(stepsText(0, 0, 3), '3 gelijk gebleven');
  assert.is(stepsText(1, 0, 0), '1 beter');
  assert.is(stepsText(0, 0, 0), 'niet te vergelijken');
});

const NOTHING: OutOfChange = { joined: [], left: [], newPoints: 0, endedPoints: 0, notApplicable: 0, notKnown: 0 };

function without(points: number, out: Partial<OutOfChange>): string {
  return changeBasis(points, { ...NOTHING, ...out }).replace(/^.*, zonder /, '… zonder ');
}

test('A change says how many results it covers, in the right grammatical number', () => {
  assert.is(without(170, {}), 'van 170 resultaten die in beide metingen bekend zijn');
  assert.is(without(1, {}), 'van 1 resultaat dat in beide metingen bekend is');
  assert.is(without(0, { newPoints: 3 }), 'geen resultaten die in beide metingen bekend zijn');
});

test('A change says why other results are left out', () => {
  const water = { name: 'Waterschap Water', neuter: true };
  const [adam, bedam] = ['Adam', 'Bedam'].map((name) => ({ name: `Gemeente ${name}`, neuter: false }));
  assert.is(without(9, { newPoints: 1 }), '… zonder 1 nieuw punt');
  assert.is(
    without(9, { joined: [water], newPoints: 1 }),
    '… zonder waterschap Water, dat later meedeed, en 1 nieuw punt',
  );
  assert.is(
    without(9, { joined: [adam!, bedam!], left: [water], newPoints: 2, endedPoints: 1 }),
    '… zonder de gemeente Adam en de gemeente Bedam, die later meededen, waterschap Water, dat niet meer meedeed, ' +
      '2 nieuwe punten en 1 punt dat niet meer geldt',
  );
  assert.is(
    without(9, { joined: [adam!, bedam!, water, water], notApplicable: 1, notKnown: 2 }),
    '… zonder 4 organisaties, die later meededen, 1 resultaat dat in één van beide niet van toepassing was en ' +
      '2 resultaten die niet in beide bekend zijn',
  );
});

test('For two norms that count differently a sentence says how, and that both are counted as the newer', () => {
  function said(before: Counting, after: Counting, words: StatusWords = {}): string | null {
    return countingSentence(
      { version: '1.0', counting: before, statusWords: {} },
      { version: '2.0', counting: after, statusWords: words },
    );
  }
  const half = { partlyAchieved: fraction(1, 2), total: 'joint' } as const;
  const none = { partlyAchieved: fraction(0), total: 'joint' } as const;
  const mean = { partlyAchieved: fraction(1, 2), total: 'mean-per-organisation' } as const;
  assert.is(said(half, { ...half, partlyAchieved: fraction(2, 4) }), null);
  assert.is(
    said(none, half),
    'Norm 1.0 en norm 2.0 tellen verschillend. Hier zijn beide geteld zoals norm 2.0: een deels behaald punt telt voor de helft ' +
      '(in norm 1.0 telt het niet mee).',
  );
  assert.match(
    said(none, mean)!,
    /telt het niet mee\) en het totaal en de thema’s zijn het gemiddelde van de organisaties \(in norm 1.0 gaan zij over alle resultaten samen\)\.$/,
  );
  assert.match(
    said(none, half, { 'partly-achieved': 'in ontwikkeling' })!,
    /: een punt met ‘in ontwikkeling’ telt voor de helft \(in norm 1\.0 telt een deels behaald punt niet mee\)\.$/,
  );
  assert.match(said(mean, half)!, /samen \(in norm 1.0 zijn zij het gemiddelde van de organisaties\)\.$/);
});

function participants(kinds: readonly KnownOf['kind'][], known: number): KnownOf[] {
  return kinds.map((kind, index) => ({ name: `Gemeente ${index}`, kind, known: index < known }));
}

test('Partly known results are a number of outcomes, with the organisations if all of them have the same', () => {
  const six = Array<KnownOf['kind']>(6).fill('municipality');
  const seven = [...six, 'province'] as const;
  assert.is(outcomesText(3, participants(seven, 6), true), '3 uitkomsten, in alle zes gemeenten');
  assert.is(outcomesText(3, participants(seven, 7), true), '3 uitkomsten, bij alle zeven deelnemers');
  assert.is(outcomesText(1, participants(seven, 4), true), '1 uitkomst, in vier gemeenten');
  assert.is(
    outcomesText(3, participants(['police', 'public-prosecution', 'other'], 2), true),
    '3 uitkomsten, bij twee organisaties',
  );
  assert.is(
    outcomesText(2, participants(['municipality', 'municipality'], 2), true),
    '2 uitkomsten, in beide gemeenten',
  );
  assert.is(outcomesText(2, participants(seven, 1), true), '2 uitkomsten, bij de gemeente 0');
  assert.is(outcomesText(5, participants(seven, 6), false), '5 uitkomsten');
  assert.is(outcomesText(0, participants(seven, 0), true), 'geen uitkomsten');
});

test.run();
