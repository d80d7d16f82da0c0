import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { computePeers } from '../../scripts/compute/peers.ts';
import { norm, round, shown, treeOf } from '../support/norms.ts';
import { reportOf } from '../support/tree.ts';

const organisations = { a: 'gemeente', b: 'gemeente', c: 'gemeente', d: 'provincie', e: 'gemeente' };
const HALF = { telling: { deels_behaald: 0.5 } };

/** For each other municipality: number of shared ambitions, own and other percentage or range, and how a compares. */
function peersOf(rows: Readonly<Record<string, string>>, fields = {}) {
  const spec = norm(
    '1.0',
    Object.keys(rows),
    ['p', 'q', 'r'],
    { een: round('2025', 'p q r', rows) },
    { ...HALF, ...fields },
  );
  const { data, norms } = reportOf(treeOf({ organisations, norms: [spec] }));
  const byId = new Map(data.organisations.map((each) => [each.id, each]));
  return computePeers(norms[0]!.norm, norms[0]!.rounds[0]!, byId, 'a').map(
    ({ organisation, points, own, other, standing }) => [
      organisation,
      points,
      ...[own, other].map(({ percentage, lower, upper }) => shown(percentage) ?? `${shown(lower)}-${shown(upper)}`),
      standing,
    ],
  );
}

test('an organisation is beside others of its kind only, on the points that apply to both', () => {
  // a: 1 + 0.5 + 0 of 3. b does not have r, so compared with b, a has 1.5 of 2; c has all three, 2.5 of 3.
  assert.equal(peersOf({ a: 'b d n', b: 'b n v', c: 'b b d', d: 'b b b' }), [
    ['b', 2, '75', '50', 'more'],
    ['c', 3, '50', '83,3333', 'less'],
  ]);
});

test('what is equal is equal, exactly', () => {
  // Two halves equal one whole: both have 1 of 3, though on different ambitions.
  assert.equal(peersOf({ a: 'd d n', b: 'n n b' }), [['b', 3, '33,3333', '33,3333', 'equal']]);
});

test('ranges decide only if they do not overlap', () => {
  // a: 1 of 3, or 2 if the unknown one is achieved.
  assert.equal(peersOf({ a: 'b x n', b: 'n n n', c: 'b b n', e: 'b b b' }), [
    ['b', 3, '33,3333-66,6667', '0', 'more'],
    ['c', 3, '33,3333-66,6667', '66,6667', 'unclear'],
    ['e', 3, '33,3333-66,6667', '100', 'less'],
  ]);
});

test('organisations without a shared point are left out, and nobody is compared in an incomplete norm', () => {
  assert.equal(peersOf({ a: 'b v v', b: 'v b b' }), []);
  assert.equal(peersOf({ a: 'b b b', b: 'n n n' }, { volledig: false }), []);
});

test.run();
