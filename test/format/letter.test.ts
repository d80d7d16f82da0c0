import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openSummary } from '../../scripts/format/answer.ts';
import { peersText, questionText, sinceText, standSentences } from '../../scripts/format/letter.ts';

function stand(achieved: number, partly: number, notAchieved: number, unknown = 0, past = false) {
  return standSentences({ achieved, partly, notAchieved, unknown }, 'de gemeente A', 'norm 2.0', past, {}).join(' ');
}

test('the sentence on where an organisation stands is right for none, one, two and all', () => {
  assert.is(stand(0, 0, 0), 'Voor de gemeente A geldt geen enkel punt van norm 2.0.');
  assert.is(stand(1, 0, 0), 'Het enige punt van norm 2.0 dat hier geldt, is behaald.');
  assert.is(stand(2, 0, 0), 'Beide punten van norm 2.0 die hier gelden, zijn behaald.');
  assert.is(stand(7, 0, 0, 0, true), 'Alle 7 punten van norm 2.0 die hier golden, waren behaald.');
  assert.is(
    stand(19, 7, 2),
    'Van de 28 punten van norm 2.0 die hier gelden, zijn er 19 behaald; 7 zijn deels behaald en 2 niet.',
  );
  assert.is(
    stand(1, 1, 2),
    'Van de 4 punten van norm 2.0 die hier gelden, is er 1 behaald; 1 is deels behaald en 2 zijn niet behaald.',
  );
  assert.is(
    stand(0, 0, 3, 1),
    'Van de 4 punten van norm 2.0 die hier gelden, is er geen behaald; 3 zijn niet behaald. Van 1 punt weten wij het niet.',
  );
  assert.is(stand(0, 0, 0, 1), 'Van norm 2.0 geldt 1 punt voor de gemeente A. De uitkomst daarvan is niet bekend.');
});

test('sentences about a norm use its own words for results', () => {
  const told = standSentences({ achieved: 2, partly: 1, notAchieved: 0, unknown: 0 }, 'A', 'norm 2.0', false, {
    achieved: 'uitgevoerd',
  });
  assert.equal(told, ['Van norm 2.0 gelden hier 3 punten: 2 ‘uitgevoerd’ en 1 deels behaald.']);
});

function peers(more: number, equal: number, less: number, unclear = 0) {
  return peersText({ more, equal, less, unclear }, 'municipality');
}

test('the comparison of an organisation with others is right for none, one, two and all', () => {
  assert.is(peers(0, 0, 0), null);
  assert.is(peers(1, 0, 0), ', meer dan bij de andere gemeente, op de punten die ook daar gelden');
  assert.is(peers(0, 2, 0), ', evenveel als bij beide andere gemeenten, op de punten die ook daar gelden');
  assert.is(peers(0, 0, 5), ', minder dan bij alle 5 andere gemeenten, op de punten die ook daar gelden');
  assert.is(
    peers(4, 0, 1),
    ', meer dan bij 4 van de 5 andere gemeenten en minder dan bij 1, op de punten die ook daar gelden',
  );
  assert.is(
    peers(1, 0, 0, 2),
    ', meer dan bij 1 van de 3 andere gemeenten, op de punten die ook daar gelden. Bij 2 is dat niet te zeggen, want niet elk resultaat is bekend',
  );
  assert.is(
    peers(0, 0, 0, 1),
    '. Of dat meer of minder is dan bij de andere gemeente, is niet te zeggen: niet elk resultaat is bekend',
  );
});

test('the date since which a result is open says what is uncertain about it', () => {
  assert.is(sinceText('2025-06', 'achieved'), 'juni 2025');
  assert.is(sinceText('2025-06', 'other-measure'), 'juni 2025 of eerder');
});

test('a question says on how many ambitions it is based', () => {
  const of = { past: false, before: 'Nulmeting', kind: 'municipality' } as const;
  assert.is(questionText('no-date', 1, of)[0], 'Van 1 punt is niet bekend wanneer het klaar is');
  assert.is(questionText('backward', 2, of)[0], '2 punten gingen achteruit sinds de meting ‘Nulmeting’');
  assert.equal(questionText('not-assessed', 1, { ...of, past: true }), [
    '1 punt is niet beoordeeld',
    'Is dat later alsnog gebeurd?',
  ]);
  assert.is(
    questionText('not-applicable', 2, { ...of, past: true })[0],
    '2 punten golden hier niet, en bij andere gemeenten wel',
  );
});

test('the sentence on what is open at all organisations is right for none, one and all', () => {
  const counts = {
    norm: 'norm 2.0',
    complete: true,
    partly: 0,
    not: 0,
    organisations: 0,
    overdue: 0,
    undated: 0,
    unknown: 0,
    words: {},
  };
  assert.equal(openSummary(counts), ['Er staat niets open van norm 2.0.']);
  assert.equal(openSummary({ ...counts, not: 1, organisations: 1, overdue: 1 }), [
    'Van norm 2.0 staat 1 resultaat open, bij 1 organisatie: niet behaald.',
    'Daarvan is de verwachte datum voorbij.',
  ]);
  assert.is(
    openSummary({ ...counts, partly: 3, not: 2, organisations: 3 })[0],
    'Van norm 2.0 staan 5 resultaten open, bij 3 organisaties: 3 deels behaald en 2 niet behaald.',
  );
  const words = { 'partly-achieved': 'in opbouw' };
  assert.is(
    openSummary({ ...counts, partly: 3, not: 2, organisations: 3, words })[0],
    'Van norm 2.0 staan 5 resultaten open, bij 3 organisaties: 3 ‘in opbouw’ en 2 niet behaald.',
  );
  assert.equal(openSummary({ ...counts, partly: 2, organisations: 2, undated: 2, unknown: 1 }), [
    'Van norm 2.0 staan 2 resultaten open, bij 2 organisaties: beide deels behaald.',
    'Van beide is geen datum bekend.',
    'Van nog 1 resultaat weten wij de uitkomst niet.',
  ]);
});

test.run();
