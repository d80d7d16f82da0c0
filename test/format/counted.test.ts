import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { changeBasis } from '../../scripts/format/change.ts';
import { applicableSentence, outcomesText, stepsSentence, tallyText } from '../../scripts/format/progress.ts';
import { amount, publicResultsText, stepsText, unknownText } from '../../scripts/format/sentence.ts';
import { achievedBy } from '../../scripts/site/views/description.ts';

const count = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: 0, max: 300 }));

const ORGANISATIONS = ['municipality', 'province', 'water-authority'] as const;

/** All sentences with counts that several pages share, for given counts. */
function sentencesOf(n: readonly number[]): string[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = n;
  const participants = n.map((each, at) => ({
    name: `Gemeente ${'ABCDEF'[at]}`,
    kind: ORGANISATIONS[each % 3]!,
    known: each > 0,
  }));
  const movers = Array.from({ length: a % 6 }, (_, at) => ({ name: `Gemeente ${'ABCDEF'[at]}`, neuter: false }));
  return [
    amount(a, 'punt', 'punten'),
    unknownText(a + 1),
    publicResultsText(a),
    stepsText(a, b, c),
    stepsSentence(a, b, 'Nulmeting'),
    applicableSentence(a, 'de gemeente A', 'norm 1.0', b % 2 === 0),
    tallyText({ achieved: a, partly: b, notAchieved: c, notAssessed: d, notPublic: e }, {}) ?? '',
    outcomesText(a, participants, true),
    outcomesText(a, participants, false),
    changeBasis(a, {
      joined: movers,
      left: [],
      newPoints: b,
      endedPoints: c,
      notApplicable: d,
      notKnown: e,
    }),
    achievedBy('behaald', Math.min(a, b), Math.max(a, b, 1)),
  ];
}

/**
 * Symptoms of a mistake: a plural after 1 or a singular after more, "alle 1" or "alle 2", a literal 0, or a missing
 * word.
 */
const WRONG =
  /(?<![\d.,])1 (?:punten|resultaten|gemeenten|organisaties|deelnemers|metingen|uitkomsten|provincies|waterschappen|ambitiepunten|nieuwe punten)\b|\balle (?:1|2|één|twee)\b|(?<![\d.,])0 |undefined|  |\bzijn 1\b|\bis (?:[2-9]|\d\d+)\b|(?<![\d.,])(?:[2-9]|\d\d+) (?:punt|resultaat|organisatie|uitkomst|ambitiepunt)\b/;

test('a sentence with counts is in the right grammatical number for none, one, two, all and any other', () => {
  fc.assert(
    fc.property(fc.array(count, { minLength: 5, maxLength: 5 }), (counts) => {
      for (const sentence of sentencesOf(counts)) assert.not.ok(WRONG.test(sentence), sentence);
    }),
    { numRuns: 2000 },
  );
});

test.run();
