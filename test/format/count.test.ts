import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { achievedText, amount, publicResultsText, unknownText } from '../../scripts/format/sentence.ts';
import { roundTitle } from '../../scripts/format/progress.ts';
import { answerPieces, comparedStepsSentence, movedSentence } from '../../scripts/format/comparison.ts';
import { leftOutTexts } from '../../scripts/format/change.ts';

test('none, one and more of a thing are in the right grammatical number', () => {
  assert.equal(
    [0, 1, 2, 21].map((count) => amount(count, 'punt', 'punten')),
    ['geen punten', '1 punt', '2 punten', '21 punten'],
  );
  assert.equal([0, 1, 18].map(publicResultsText), [
    'geen openbaar bekende resultaten',
    '1 openbaar bekend resultaat',
    '18 openbaar bekende resultaten',
  ]);
});

test('the counts behind a percentage mention partly achieved results, if there are any', () => {
  assert.is(achievedText(20, 0, 24, {}), '20 van de 24 behaald');
  assert.is(achievedText(0, 0, 1, {}), '0 van de 1 behaald');
  assert.is(achievedText(18, 4, 24, {}), '18 behaald en 4 deels behaald, van de 24');
  assert.is(achievedText(0, 1, 24, {}), '0 behaald en 1 deels behaald, van de 24');
  const own = { achieved: 'uitgevoerd', 'partly-achieved': 'in ontwikkeling' };
  assert.is(achievedText(20, 0, 24, own), '20 van de 24 ‘uitgevoerd’');
  assert.is(achievedText(18, 4, 24, own), '18 ‘uitgevoerd’ en 4 ‘in ontwikkeling’, van de 24');
  assert.is(unknownText(3), 'van 3 is het resultaat niet bekend');
});

test('the title of a round in a feed has its figure, if there is one', () => {
  assert.is(roundTitle('Nulmeting', 'norm 2.0', 'tussen 51% en 55%'), 'Nulmeting van norm 2.0: tussen 51% en 55%');
  assert.is(roundTitle('Nulmeting', 'norm 2.0', null), 'Nulmeting van norm 2.0');
});

test('each reason why a comparison leaves something out has its own count, and reasons that do not apply are not mentioned', () => {
  const none = { added: 0, dropped: 0, notComparable: 0, oneNorm: 0, notApplicable: 0, notKnown: 0 };
  assert.equal(leftOutTexts(none), []);
  assert.equal(leftOutTexts({ ...none, added: null, dropped: null, notComparable: null }), []);
  assert.equal(leftOutTexts({ added: 1, dropped: 2, notComparable: 3, oneNorm: 4, notApplicable: 5, notKnown: 6 }), [
    '1 nieuw punt',
    '2 vervallen punten',
    '3 niet vergelijkbare punten',
    '4 resultaten: de organisatie doet maar aan één van de normen mee',
    '5 resultaten: niet van toepassing',
    '6 resultaten: niet in beide normen bekend',
  ]);
  assert.equal(leftOutTexts({ added: 2, dropped: 1, notComparable: 1, oneNorm: 1, notApplicable: 0, notKnown: 0 }), [
    '2 nieuwe punten',
    '1 vervallen punt',
    '1 niet vergelijkbaar punt',
    '1 resultaat: de organisatie doet maar aan één van de normen mee',
  ]);
});

test('the sentence on whether it got better is right for more, less, nothing and next to nothing', () => {
  function answer(numerator: bigint, denominator = 1n) {
    return answerPieces({ numerator, denominator }, '2023-06', '2026-21')
      .map((piece) => (typeof piece === 'string' ? piece : piece.figure))
      .join('');
  }
  assert.is(
    answer(4n),
    'Op wat te vergelijken is, ging het beter: van from in juni 2023 naar to in het voorjaar van 2026.',
  );
  assert.match(answer(-4n), /ging het slechter: van from/);
  assert.match(answer(0n), /bleef het gelijk: from in juni 2023 en to in/);
  assert.match(answer(1n, 4n), /bleef het vrijwel gelijk: from/);
});

test('the sentence on what became of results and organisations is right for none, one, both and all', () => {
  function steps(forward: number, backward: number, equal: number) {
    return comparedStepsSentence({ points: forward + backward + equal, forward, backward, equal });
  }
  assert.is(steps(0, 0, 0), 'Er zijn geen resultaten die in beide normen bekend en te vergelijken zijn.');
  assert.is(steps(1, 0, 0), 'Het gaat om 1 resultaat dat in beide normen te vergelijken is: 1 beter.');
  assert.is(
    steps(2, 1, 9),
    'Het gaat om 12 resultaten die in beide normen te vergelijken zijn: 2 beter, 1 slechter, 9 gelijk gebleven.',
  );
  assert.is(
    movedSentence(0, 0, 0),
    'Geen enkele organisatie heeft in beide normen resultaten die te vergelijken zijn.',
  );
  assert.is(movedSentence(1, 0, 0), 'De enige organisatie die te vergelijken is, ging vooruit.');
  assert.is(movedSentence(0, 2, 0), 'Beide organisaties die te vergelijken zijn, gingen achteruit.');
  assert.is(movedSentence(7, 0, 0), 'Alle 7 organisaties die te vergelijken zijn, gingen vooruit.');
  assert.is(movedSentence(0, 0, 3), 'Alle 3 organisaties die te vergelijken zijn, bleven gelijk.');
  assert.is(
    movedSentence(3, 1, 3),
    'Van de 7 organisaties die te vergelijken zijn, gingen er 3 vooruit en 1 achteruit; 3 bleven gelijk.',
  );
  assert.is(
    movedSentence(0, 1, 1),
    'Van de 2 organisaties die te vergelijken zijn, ging er 1 achteruit; 1 bleef gelijk.',
  );
});

test.run();
