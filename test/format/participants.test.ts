import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accessibilityMeaning, accessibilityStatusText, readersText } from '../../scripts/format/terms.ts';
import { participantsSentence } from '../../scripts/format/comparison.ts';

function sentence(before: number, after: number, stayed: number) {
  return participantsSentence({ from: '1.0', to: '2.0', before, after, stayed });
}

test('the participants of two norms take one or two sentences, in the right grammatical number', () => {
  assert.is(
    sentence(7, 10, 7),
    'Aan norm 1.0 deden 7 organisaties mee, aan norm 2.0 doen er 10 mee. Daarvan deden er 7 ook aan de vorige norm mee.',
  );
  assert.is(
    sentence(1, 1, 1),
    'Aan norm 1.0 deed 1 organisatie mee, aan norm 2.0 doet er 1 mee. Die deed ook aan de vorige norm mee.',
  );
  assert.is(
    sentence(3, 2, 0),
    'Aan norm 1.0 deden 3 organisaties mee, aan norm 2.0 doen er 2 mee. Geen daarvan deed ook aan de vorige norm mee.',
  );
  assert.is(
    sentence(4, 4, 1),
    'Aan norm 1.0 deden 4 organisaties mee, aan norm 2.0 doen er 4 mee. Daarvan deed er 1 ook aan de vorige norm mee.',
  );
  assert.is(sentence(2, 0, 0), 'Aan norm 1.0 deden 2 organisaties mee. Van norm 2.0 zijn geen deelnemers bekend.');
});

test('without data the accessibility statement claims nothing', () => {
  assert.is(accessibilityStatusText('E'), 'E – geen toegankelijkheidsverklaring');
  assert.match(accessibilityMeaning('E'), /nog geen onderzoek/);
});

test('the page of an organisation names its readers, by the kind of organisation', () => {
  assert.is(readersText('municipality'), 'Voor raadsleden en inwoners');
  assert.is(readersText('province'), 'Voor Statenleden en inwoners');
});

test.run();
