import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  applicableSentence,
  headlineSentence,
  stepsSentence,
  tallyText,
  type OutcomeTally,
} from '../../scripts/format/progress.ts';

const NONE: OutcomeTally = { achieved: 0, partly: 0, notAchieved: 0, notAssessed: 0, notPublic: 0 };

test('the number of each result lists only results that occur, with one, both and all in words', () => {
  const tallies: readonly (readonly [Partial<OutcomeTally>, string | null])[] = [
    [{}, null],
    [{ achieved: 1 }, 'het enige punt is behaald'],
    [{ notPublic: 1 }, 'het enige punt is niet openbaar'],
    [{ notAssessed: 2 }, 'beide niet beoordeeld'],
    [{ achieved: 24 }, 'alle 24 behaald'],
    [{ achieved: 1, partly: 1 }, '1 behaald en 1 deels behaald'],
    [{ achieved: 18, partly: 4, notAchieved: 2 }, '18 behaald, 4 deels behaald en 2 niet behaald'],
    [{ notAchieved: 1, notAssessed: 2, notPublic: 3 }, '1 niet behaald, 2 niet beoordeeld en 3 niet openbaar'],
  ];
  assert.equal(
    tallies.map(([tally]) => tallyText({ ...NONE, ...tally }, {})),
    tallies.map(([, text]) => text),
  );
  const own = { achieved: 'uitgevoerd', 'partly-achieved': 'in ontwikkeling', 'not-achieved': 'ontbreekt' };
  assert.is(tallyText({ ...NONE, notAchieved: 1 }, own), 'het enige punt staat op ‘ontbreekt’');
  assert.is(
    tallyText({ achieved: 18, partly: 4, notAchieved: 2, notAssessed: 1, notPublic: 0 }, own),
    '18 ‘uitgevoerd’, 4 ‘in ontwikkeling’, 2 ‘ontbreekt’ en 1 niet beoordeeld',
  );
});

test('the number of ambitions that apply is right for none, one and more, for a current norm and a completed one', () => {
  function sentence(count: number, past = false): string {
    return applicableSentence(count, 'de gemeente Urk', 'norm 1.0', past);
  }
  assert.is(sentence(0), 'Voor de gemeente Urk geldt geen enkel ambitiepunt van norm 1.0.');
  assert.is(sentence(1), 'Voor de gemeente Urk geldt 1 ambitiepunt van norm 1.0.');
  assert.is(sentence(8), 'Voor de gemeente Urk gelden 8 ambitiepunten van norm 1.0.');
  assert.is(sentence(0, true), 'Voor de gemeente Urk gold geen enkel ambitiepunt van norm 1.0.');
  assert.is(sentence(1, true), 'Voor de gemeente Urk gold 1 ambitiepunt van norm 1.0.');
  assert.is(sentence(8, true), 'Voor de gemeente Urk golden 8 ambitiepunten van norm 1.0.');
});

test('the sentence on what changed since a round agrees with its first subject, and leaves out steps that nobody made', () => {
  function steps(forward: number, backward: number): string {
    return stepsSentence(forward, backward, 'Nulmeting').replace('Sinds de meting ‘Nulmeting’ ', '');
  }
  assert.is(steps(0, 0), 'is er geen punt vooruit of achteruit gegaan.');
  assert.is(steps(1, 0), 'ging 1 punt vooruit.');
  assert.is(steps(0, 1), 'ging 1 punt achteruit.');
  assert.is(steps(3, 1), 'gingen 3 punten vooruit en 1 punt achteruit.');
  assert.is(steps(1, 3), 'ging 1 punt vooruit en 3 punten achteruit.');
  assert.is(steps(0, 2), 'gingen 2 punten achteruit.');
});

test('a headline explains a range, and says where there is no figure', () => {
  assert.is(headlineSentence('norm 2.0', 'computed', '83%', '2025', {}), 'Van norm 2.0 is 83% behaald.');
  assert.is(
    headlineSentence('norm 2.0', 'bounds', 'tussen 79% en 88%', '2025', {}),
    'Van norm 2.0 is tussen 79% en 88% behaald. Niet elk resultaat is bekend.',
  );
  assert.is(
    headlineSentence('norm 2.0', 'reported', '82,5%', '2026-06-03', {}),
    'Volgens de bron was op 3 juni 2026 82,5% van de ambitiepunten van norm 2.0 behaald.',
  );
  const own = { achieved: 'uitgevoerd' };
  assert.is(headlineSentence('norm 2.0', 'computed', '83%', '2025', own), 'Van norm 2.0 staat 83% op ‘uitgevoerd’.');
  assert.is(
    headlineSentence('norm 2.0', 'reported', '83%', '2025', own),
    'Volgens de bron stond in 2025 83% van de ambitiepunten van norm 2.0 op ‘uitgevoerd’.',
  );
  assert.is(headlineSentence('norm 2.0', 'none', 'geen cijfer', '2025', {}), 'Van norm 2.0 is er geen cijfer.');
});

test.run();
