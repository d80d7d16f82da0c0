import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RoundFigures } from '../../scripts/compute/round.ts';
import { scopeKey } from '../../scripts/compute/figures.ts';
import {
  figureOf,
  norm,
  type NormSpec,
  ofOrganisation,
  ofPoint,
  ofTheme,
  percentages,
  reportedRound,
  round,
  shown,
  TOTAL,
  treeOf,
} from '../support/norms.ts';
import { reportOf } from '../support/tree.ts';

const organisations = { a: 'gemeente', b: 'gemeente', c: 'provincie' };
function onlyRound(spec: NormSpec): RoundFigures {
  return reportOf(treeOf({ organisations, norms: [spec] })).norms[0]!.rounds[0]!;
}
const HALF = { telling: { deels_behaald: 0.5 } };
const MEAN = { telling: { deels_behaald: 0.5, totaal: 'gemiddelde-per-organisatie' } };

test('The worked example is as it was worked out by hand', () => {
  const figures = onlyRound(
    norm(
      '1.0',
      ['a', 'b'],
      ['plan', 'overleg'],
      { eerste: round('2025', 'plan overleg', { a: 'b d', b: 'n x' }) },
      HALF,
    ),
  );
  assert.equal(percentages(figures, TOTAL), [null, '37,5', '62,5', '75']);
  assert.equal(percentages(figures, ofTheme('beleid')), [null, '37,5', '62,5', '75']);
  assert.equal(percentages(figures, ofOrganisation('a')), ['75', '75', '75', '100']);
  assert.equal(percentages(figures, ofOrganisation('b')), [null, '0', '50', '50']);
  assert.equal(percentages(figures, ofPoint('plan')), ['50', '50', '50', '100']);
  assert.equal(percentages(figures, ofPoint('overleg')), [null, '25', '75', '50']);
});

test('Every status is counted apart', () => {
  const figures = onlyRound(
    norm('1.0', ['a'], ['p', 'q', 'r', 's', 't', 'u', 'w'], {
      eerste: round('2025', 'p q r s t u w', { a: 'b d n ? x v v' }),
    }),
  );
  assert.equal(figureOf(figures, TOTAL).counts, {
    achieved: 1,
    'partly-achieved': 1,
    'not-achieved': 1,
    'not-applicable': 2,
    'not-assessed': 1,
    'not-public': 1,
  });
});

test('Partly achieved counts for nothing unless its weight is stated', () => {
  const rounds = { eerste: round('2025', 'p q r', { a: 'b d n' }) };
  assert.is(percentages(onlyRound(norm('1.0', ['a'], ['p', 'q', 'r'], rounds)), TOTAL)[0], '33,3333');
  assert.is(
    percentages(onlyRound(norm('1.0', ['a'], ['p', 'q', 'r'], rounds, { telling: { deels_behaald: 0.33 } })), TOTAL)[0],
    '44,3333',
  );
  assert.is(
    percentages(onlyRound(norm('1.0', ['a'], ['p', 'q', 'r'], rounds, { telling: { deels_behaald: 1 } })), TOTAL)[0],
    '66,6667',
  );
});

test('A set to which nothing applies has no percentage, bounds or coverage', () => {
  const figures = onlyRound(norm('1.0', ['a'], ['p', 'q'], { eerste: round('2025', 'p q', { a: 'v v' }) }));
  assert.equal(percentages(figures, TOTAL), [null, null, null, null]);
});

test('A set of which nothing is known has bounds of 0 and 100', () => {
  const figures = onlyRound(norm('1.0', ['a'], ['p', 'q'], { eerste: round('2025', 'p q', { a: '? x' }) }));
  assert.equal(percentages(figures, TOTAL), [null, '0', '100', '0']);
});

test('A point is a cell only where it applies, and both take part on the first day of the round', () => {
  const points = [
    'p',
    { id: 'q', geldt_voor: ['provincie', 'b'] },
    { id: 'later', vanaf: '2025-12' },
    { id: 'eerder', tot: '2025-09' },
  ];
  const spec = norm(
    '1.0',
    ['a', { organisatie: 'b', vanaf: '2025-09-01' }, { organisatie: 'c', tot: '2025-09-01' }],
    points,
    { eerste: round('2025-23', 'p q later eerder', { a: 'b . . .', b: 'b n . .' }) },
  );
  const { cells } = onlyRound(spec);
  assert.equal(
    cells.map(({ organisation, ambition }) => `${organisation} ${ambition.id}`),
    ['a p', 'b p', 'b q'],
  );
});

test('Cells are in the order of participants and of points, not of files and rows', () => {
  const spec = norm('1.0', ['c', 'a'], ['z', 'p'], { eerste: round('2025', 'p z', { a: 'b n', c: 'n b' }) });
  assert.equal(
    onlyRound(spec).cells.map(({ organisation, ambition }) => `${organisation} ${ambition.id}`),
    ['c z', 'c p', 'a z', 'a p'],
  );
});

test('Sets are in the order of total, themes, organisations, themes by organisation, and points', () => {
  const spec = norm(
    '1.0',
    ['c', 'a'],
    [{ id: 'z', thema: 'twee' }, 'p'],
    { eerste: round('2025', 'z p', { a: 'b n', c: 'n b' }) },
    {
      themas: [
        { id: 'twee', titel: 'Twee' },
        { id: 'beleid', titel: 'Beleid' },
        { id: 'leeg', titel: 'Leeg' },
      ],
    },
  );
  assert.equal(
    onlyRound(spec).figures.map(({ scope }) => scopeKey(scope)),
    [
      'total',
      'theme:twee',
      'theme:beleid',
      'theme:leeg',
      'organisation:c',
      'organisation:a',
      'theme:twee:organisation:c',
      'theme:twee:organisation:a',
      'theme:beleid:organisation:c',
      'theme:beleid:organisation:a',
      'theme:leeg:organisation:c',
      'theme:leeg:organisation:a',
      'ambition:z',
      'ambition:p',
    ],
  );
});

test('A mean of organisations weighs each alike, those to which nothing applies left out', () => {
  // a: 1 of 4 is 25; b: 1 of 1 is 100; c: nothing applies. Mean 62.5, while the sum would be 2 of 5.
  const spec = norm(
    '1.0',
    ['a', 'b', 'c'],
    ['p', 'q', 'r', 's'],
    { eerste: round('2025', 'p q r s', { a: 'b n n n', b: 'b v v v', c: 'v v v v' }) },
    MEAN,
  );
  const figures = onlyRound(spec);
  assert.equal(percentages(figures, TOTAL), ['62,5', '62,5', '62,5', '100']);
  assert.equal(percentages(figures, ofTheme('beleid')), ['62,5', '62,5', '62,5', '100']);
  assert.equal(percentages(figures, ofOrganisation('c')), [null, null, null, null]);
  assert.equal(percentages(figures, ofPoint('p')), ['100', '100', '100', '100']);
});

test('There is no mean of organisations if one of them has no percentage, but it has bounds', () => {
  // a: 2.5 of 4 is 62.5; b: 1 of 2 known of 3: from 33.33 to 66.67. Mean of the bounds 47.9167 and 64.5833; coverage 6
  // of 7.
  const spec = norm(
    '1.0',
    ['a', 'b'],
    ['p', 'q', 'r', 's'],
    { eerste: round('2025', 'p q r s', { a: 'b b d n', b: 'b n ? v' }) },
    MEAN,
  );
  assert.equal(percentages(onlyRound(spec), TOTAL), [null, '47,9167', '64,5833', '85,7143']);
});

test('A mean of a theme is of the organisations to which that theme applies', () => {
  const themas = [
    { id: 'beleid', titel: 'Beleid' },
    { id: 'mensen', titel: 'Mensen' },
  ];
  const spec = norm(
    '1.0',
    ['a', 'b'],
    ['p', { id: 'q', thema: 'mensen', geldt_voor: ['b'] }],
    { eerste: round('2025', 'p q', { a: 'b .', b: 'n b' }) },
    { ...MEAN, themas },
  );
  const figures = onlyRound(spec);
  assert.equal(
    [ofTheme('beleid'), ofTheme('mensen'), TOTAL].map((scope) => percentages(figures, scope)[0]),
    ['50', '100', '75'],
  );
});

test('There is no mean of organisations without any cell', () => {
  const spec = norm('1.0', ['a'], ['p'], { eerste: round('2025', 'p', { a: 'v' }) }, MEAN);
  assert.equal(percentages(onlyRound(spec), TOTAL), [null, null, null, null]);
});

test('A norm that is not complete has counts, and percentages only of a point', () => {
  const spec = norm(
    '1.0',
    ['a', 'b'],
    ['p', 'q'],
    { eerste: round('2025', 'p q', { a: 'b .', b: 'd ?' }) },
    { ...HALF, volledig: false },
  );
  const figures = onlyRound(spec);
  for (const scope of [TOTAL, ofTheme('beleid'), ofOrganisation('a')])
    assert.equal(percentages(figures, scope), [null, null, null, null]);
  assert.is(figureOf(figures, TOTAL).counts?.achieved, 1);
  assert.equal(percentages(figures, ofPoint('p')), ['75', '75', '75', '100']);
});

test('In a norm that is not complete a point has percentages only where no participant to which it applies lacks a row', () => {
  const points = ['p', 'q', { id: 'r', geldt_voor: ['a'] }, 's', { id: 't', geldt_voor: ['c'] }];
  const spec = norm(
    '1.0',
    ['a', { organisatie: 'b', tot: '2026' }, { organisatie: 'c', vanaf: '2026' }],
    points,
    { eerste: round('2025', 'p q r s', { a: 'b n b v', b: '? . . n' }) },
    { volledig: false },
  );
  const figures = onlyRound(spec);
  // p: c does not take part yet. q: b has no row. r: only for a. s: a row that is not applicable is not missing.
  assert.equal(percentages(figures, ofPoint('p')), [null, '50', '100', '50']);
  assert.equal(percentages(figures, ofPoint('q')), [null, null, null, null]);
  assert.equal(figureOf(figures, ofPoint('q')).counts?.['not-achieved'], 1);
  assert.equal(percentages(figures, ofPoint('r')), ['100', '100', '100', '100']);
  assert.equal(percentages(figures, ofPoint('s')), ['0', '0', '0', '100']);
  assert.equal(percentages(figures, ofPoint('t')), [null, null, null, null]);
});

test('A point without a theme counts for the total and its organisation only', () => {
  const spec = norm(
    '1.0',
    ['a'],
    [{ id: 'p', thema: undefined }],
    { eerste: round('2025', 'p', { a: 'b' }) },
    { volledig: false },
  );
  const figures = onlyRound(spec);
  assert.equal(
    [TOTAL, ofTheme('beleid'), ofOrganisation('a')].map((scope) => figureOf(figures, scope).counts?.achieved),
    [1, 0, 1],
  );
});

test('A round of which only reported figures are public has just those, in the order of the norm', () => {
  const { figures, cells } = onlyRound(
    norm('1.0', ['a', 'b'], ['p'], {
      eerste: reportedRound('2025', { 'organisatie:b': 12.5, 'thema:beleid': 66.6, totaal: 70 }),
    }),
  );
  assert.equal(cells, []);
  assert.equal(
    figures.map(({ scope, counts, lower, reported }) => [scopeKey(scope), counts, lower, shown(reported!.percentage)]),
    [
      ['total', null, null, '70'],
      ['theme:beleid', null, null, '66,6'],
      ['organisation:b', null, null, '12,5'],
    ],
  );
});

test('A reported figure stands beside the computed one and does not change it', () => {
  const reported = { gerapporteerd: [{ bereik: 'totaal', percentage: 83, toelichting: 'Anders.' }] };
  const figures = onlyRound(norm('1.0', ['a'], ['p', 'q'], { eerste: round('2025', 'p q', { a: 'b n' }, reported) }));
  assert.is(percentages(figures, TOTAL)[0], '50');
  assert.is(shown(figureOf(figures, TOTAL).reported!.percentage), '83');
  assert.is(figureOf(figures, ofTheme('beleid')).reported, null);
});

test.run();
