import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { comparedBasis, movementSentence, notKnownSentence, outcomesSentence } from '../../scripts/format/answer.ts';

test('the counts behind a percentage are right for none, one, both, more and all, with unknown results separately', () => {
  const told: readonly (readonly [counts: readonly [number, number, number, number], sentence: string | null])[] = [
    [[0, 0, 0, 0], null],
    [[1, 0, 0, 0], 'Er is één resultaat, en dat is behaald.'],
    [[0, 1, 0, 0], 'Er is één resultaat, en dat is deels behaald.'],
    [[0, 0, 0, 1], 'Er is één resultaat, en dat kennen wij niet.'],
    [[0, 0, 0, 3], 'Er zijn 3 resultaten, en wij kennen er geen van.'],
    [[0, 2, 0, 0], 'Beide resultaten zijn deels behaald.'],
    [[24, 0, 0, 0], 'Alle 24 resultaten zijn behaald.'],
    [[3, 0, 0, 2], 'Van de 5 resultaten zijn er 3 behaald. Van 2 weten wij het niet.'],
    [[1, 0, 0, 1], 'Van de 2 resultaten is er 1 behaald. Van 1 weten wij het niet.'],
    [[91, 50, 51, 7], 'Van de 199 resultaten zijn 91 behaald, 50 deels en 51 niet. Van 7 weten wij het niet.'],
    [[1, 0, 4, 0], 'Van de 5 resultaten is 1 behaald en 4 niet.'],
    [[0, 3, 4, 0], 'Van de 7 resultaten zijn 3 deels behaald en 4 niet.'],
  ];
  assert.equal(
    told.map(([[achieved, partly, notAchieved, unknown]]) =>
      outcomesSentence({ achieved, partly, notAchieved, unknown }, {}),
    ),
    told.map(([, sentence]) => sentence),
  );
});

test('the counts use the norm’s own words for results', () => {
  assert.is(
    outcomesSentence({ achieved: 9, partly: 5, notAchieved: 1, unknown: 2 }, { achieved: 'uitgevoerd' }),
    'Van de 17 resultaten zijn er 9 ‘uitgevoerd’, 5 ‘deels behaald’ en 1 ‘niet behaald’. Van 2 weten wij het niet.',
  );
});

test('the sentence on whether participants got better is right for none, one, both, some and all', () => {
  const told: readonly (readonly [counts: readonly [number, number, number], sentence: string | null])[] = [
    [[0, 0, 0], null],
    [[1, 0, 0], 'De enige deelnemer van de nulmeting ging vooruit.'],
    [[0, 0, 1], 'De enige deelnemer van de nulmeting bleef gelijk.'],
    [[0, 2, 0], 'Beide deelnemers van de nulmeting gingen achteruit.'],
    [[0, 0, 3], 'Alle 3 deelnemers van de nulmeting bleven gelijk.'],
    [[7, 0, 0], 'Alle 7 deelnemers van de nulmeting gingen vooruit.'],
    [[5, 1, 1], 'Van de 7 deelnemers van de nulmeting gingen er 5 vooruit en 1 achteruit; 1 bleef gelijk.'],
    [[1, 0, 2], 'Van de 3 deelnemers van de nulmeting ging er 1 vooruit; 2 bleven gelijk.'],
  ];
  assert.equal(
    told.map(([[better, worse, equal]]) => movementSentence({ better, worse, equal }, 'de nulmeting')),
    told.map(([, sentence]) => sentence),
  );
});

test('the number of results on which two norms are compared is in the right grammatical number', () => {
  assert.is(comparedBasis(1, 'norm 1.0'), 'Op het ene resultaat dat wij met norm 1.0 kunnen vergelijken');
  assert.is(comparedBasis(84, 'norm 1.0'), 'Op de 84 resultaten die wij met norm 1.0 kunnen vergelijken');
});

test('where nothing can be compared, a sentence says why', () => {
  assert.is(notKnownSentence([]), 'Dat weten wij nog niet.');
  assert.is(
    notKnownSentence([{ version: '1.0', rounds: 0 }]),
    'Dat weten wij niet: van norm 1.0 is nog geen meting openbaar.',
  );
  assert.is(
    notKnownSentence([
      { version: '1.0', rounds: 1 },
      { version: '2.0', rounds: 0 },
    ]),
    'Dat weten wij niet: van norm 1.0 is één meting openbaar en van norm 2.0 nog geen.',
  );
  assert.is(
    notKnownSentence([{ version: '1.0', rounds: 2 }]),
    'Dat kunnen wij niet uitrekenen. Daarvoor moet van twee metingen het resultaat per ambitiepunt openbaar zijn.',
  );
});

test.run();
