import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RoundChange } from '../../scripts/compute/change.ts';
import { norm, reportedRound, round, shown, treeOf, type NormSpec, type RoundSpec } from '../support/norms.ts';
import { reportOf } from '../support/tree.ts';

const HALF = { telling: { deels_behaald: 0.5 } };
const POINTS = 'p q r s';
function changesOf(spec: NormSpec): readonly RoundChange[] {
  return reportOf(treeOf({ organisations: { a: 'gemeente', b: 'gemeente', c: 'gemeente' }, norms: [spec] })).norms[0]!
    .changes;
}
function between(rounds: Record<string, RoundSpec>, fields = {}, participants: unknown[] = ['a', 'b']) {
  return changesOf(norm('1.0', participants, POINTS.split(' '), rounds, { ...HALF, ...fields }));
}
function steps(change: RoundChange, index = 0) {
  const { points, forward, backward, equal, percentageFrom, percentageTo, difference } = change.scopes[index]!;
  return [points, forward, backward, equal, shown(percentageFrom), shown(percentageTo), shown(difference)];
}

test('A change counts what went forward, backward and stayed, over what is known in both rounds', () => {
  // Known in both: a p n→b, a q d→d, a r b→d, b p n→n. Score 1.5 → 2 of 4, unlike the rounds' own scores.
  const [change] = between({
    een: round('2024', POINTS, { a: 'n d b ?', b: 'n x v b' }),
    twee: round('2025', POINTS, { a: 'b d d b', b: 'n b b v' }),
  });
  assert.equal(steps(change!), [4, 1, 1, 2, '37,5', '50', '12,5']);
  assert.equal(steps(change!, 2), [3, 1, 1, 1, '50', '66,6667', '16,6667']);
  assert.equal(steps(change!, 3), [1, 0, 0, 1, '0', '0', '0']);
});

test('A change has rows for the total, each theme and each organisation, also where nothing can be compared', () => {
  const [change] = between(
    {
      een: round('2024', POINTS, { a: 'n n n n', b: '? ? ? ?' }),
      twee: round('2025', POINTS, { a: 'b b b b', b: 'b b b b' }),
    },
    {
      themas: [
        { id: 'beleid', titel: 'Beleid' },
        { id: 'leeg', titel: 'Leeg' },
      ],
    },
  );
  assert.equal(
    change!.scopes.map(({ scope }) => Object.values(scope).join(' ')),
    ['total', 'theme beleid', 'theme leeg', 'organisation a', 'organisation b'],
  );
  assert.equal(steps(change!, 2), [0, 0, 0, 0, null, null, null]);
  assert.equal(steps(change!, 4), [0, 0, 0, 0, null, null, null]);
});

test('A point that was no cell before is not in the change', () => {
  const [change] = between(
    { een: round('2024', POINTS, { a: 'n n n n' }), twee: round('2025', POINTS, { a: 'b n n n', b: 'b b b b' }) },
    {},
    ['a', { organisatie: 'b', vanaf: '2025' }],
  );
  assert.equal(steps(change!).slice(0, 4), [4, 1, 0, 3]);
});

test('Where the total is a mean of organisations, so are the percentages of the total and the themes of a change', () => {
  const change = between(
    {
      een: round('2024', POINTS, { a: 'b n n n', b: 'n x x x', c: 'x x x x' }),
      twee: round('2025', POINTS, { a: 'b n n n', b: 'b b b b', c: 'b b b b' }),
    },
    { telling: { totaal: 'gemiddelde-per-organisatie' } },
    ['a', 'b', 'c'],
  )[0]!;
  // a: 1 of 4, twice; b: 0 and 1 of the one that is known in both; c has none of those.
  assert.equal(steps(change), [5, 1, 0, 4, '12,5', '62,5', '50']);
  assert.equal(steps(change, 1), [5, 1, 0, 4, '12,5', '62,5', '50']);
  assert.equal(steps(change, 2), [4, 0, 0, 4, '25', '25', '0']);
  assert.equal(steps(change, 4), [0, 0, 0, 0, null, null, null]);
});

test('What is left out of a change counts under the first reason: who joined or left, new and ended points, then results', () => {
  const points = ['p', 'q', 'r', { id: 'nieuw', vanaf: '2025' }, { id: 'oud', tot: '2025' }];
  const [change] = changesOf(
    norm(
      '1.0',
      ['a', { organisatie: 'b', vanaf: '2025' }, { organisatie: 'c', tot: '2025' }],
      points,
      {
        een: round('2024', 'p q r oud', { a: 'n v ? b', c: 'b b b b' }),
        twee: round('2025', 'p q r nieuw', { a: 'b b x b', b: 'b b b b' }),
      },
      HALF,
    ),
  );
  const out = { joined: ['b'], left: ['c'], newPoints: 1, endedPoints: 1, notApplicable: 1, notKnown: 1 };
  assert.equal(change!.scopes[0]!.leftOut, out);
  assert.equal(change!.scopes[2]!.leftOut, { ...out, joined: [], left: [] });
  assert.equal(change!.scopes[0]!.points, 1);
});

test('A result that is applicable in neither round does not count as left out', () => {
  const [change] = between(
    { een: round('2024', POINTS, { a: 'b b b v' }), twee: round('2025', POINTS, { a: 'b b b v' }) },
    {},
    ['a'],
  );
  assert.is(change!.scopes[0]!.leftOut.notApplicable, 0);
});

test('A round is compared with the latest earlier one that has results, skipping one with only reported figures', () => {
  const all = { a: 'b b b b', b: 'b b b b' };
  const changes = between({
    c: round('2023', POINTS, all),
    b: reportedRound('2024', { totaal: 70 }),
    a: round('2025', POINTS, all),
    d: round('2025-22', POINTS, all),
  });
  assert.equal(
    changes.map(({ from, to }) => `${from.id}-${to.id}`),
    ['c-a', 'a-d'],
  );
});

test('A round in concept is in no change', () => {
  const all = { a: 'b b b b', b: 'b b b b' };
  const changes = between({
    c: round('2023', POINTS, all),
    b: round('2024', POINTS, all, { concept: true }),
    a: round('2025', POINTS, all),
  });
  assert.equal(
    changes.map(({ from, to }) => `${from.id}-${to.id}`),
    ['c-a'],
  );
});

test('In a norm that is not complete a change has counts and no percentages', () => {
  const [change] = between(
    { een: round('2024', POINTS, { a: 'n b . .' }), twee: round('2025', POINTS, { a: 'b b b .' }) },
    { volledig: false },
  );
  assert.equal(steps(change!), [2, 1, 0, 1, null, null, null]);
});

test('A fall is a negative difference', () => {
  const [change] = between({
    een: round('2024', POINTS, { a: 'b b b ?', b: '? ? ? ?' }),
    twee: round('2025', POINTS, { a: 'n b b b', b: '? ? ? ?' }),
  });
  assert.equal(steps(change!), [3, 0, 1, 2, '100', '66,6667', '-33,3333']);
});

test.run();
