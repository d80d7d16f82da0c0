import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { legsOf, openSince, stopsOf } from '../../scripts/compute/trail.ts';
import { norm, round, treeOf } from '../support/norms.ts';
import { reportOf } from '../support/tree.ts';

const organisations = { a: 'gemeente', b: 'gemeente' };
const OLD = norm('1.0', ['a', 'b'], ['p', 'q', 'r'], {
  een: round('2021', 'p q r', { a: 'n b n', b: 'n n n' }),
  twee: round('2022', 'p q r', { a: 'd b n', b: 'b x n' }),
});
function from(punt: string, relatie: string) {
  return { herkomst: [{ punt, relatie, reden: 'Proef.' }] };
}
const NEW = norm(
  '2.0',
  ['a', 'b'],
  [
    { id: 'equal', ...from('p', 'gelijk') },
    { id: 'sharper', ...from('q', 'aangescherpt') },
    { id: 'same', ...from('r', 'gelijk') },
    { id: 'fresh' },
  ],
  {
    een: round('2025', 'equal sharper same fresh', { a: 'n n x b', b: 'n b v n' }),
    twee: round('2026', 'equal sharper same fresh', { a: 'd n n n', b: 'n n d d' }),
  },
  { opvolger_van: '1.0' },
);
const { norms } = reportOf(treeOf({ organisations, norms: [OLD, NEW] }));
const newer = norms[1]!;

function since(id: string, organisation: string) {
  const ambition = newer.norm.ambitions.find((each) => each.id === id)!;
  const found = openSince(norms, newer, ambition, organisation);
  return found && [found.norm.version, found.round.date, found.before];
}

test('a point is open since the first round of an unbroken row of rounds', () => {
  assert.equal(since('fresh', 'a'), ['2.0', '2026', 'achieved']);
  assert.equal(since('sharper', 'b'), ['2.0', '2026', 'achieved']);
  assert.equal(since('same', 'b'), ['2.0', '2026', 'not-applicable']);
});

test('it goes on into the older norm only where the point may be compared with one there', () => {
  assert.equal(since('equal', 'a'), ['1.0', '2021', 'first-round']);
  assert.equal(since('equal', 'b'), ['2.0', '2025', 'achieved']);
  assert.equal(since('sharper', 'a'), ['2.0', '2025', 'other-measure']);
  assert.equal(since('fresh', 'b'), ['2.0', '2025', 'new-point']);
});

test('a result that is not known ends the row: nothing is said of what it hides', () => {
  assert.equal(since('same', 'a'), ['2.0', '2026', 'unknown']);
});

test('what is achieved, or was never asked, is not open', () => {
  const old = norms[0]!;
  assert.is(openSince(norms, old, old.norm.ambitions[1]!, 'a'), null);
});

test('a point is followed to its origin, and an old one to what became of it, the oldest norm first', () => {
  function names(version: number, index: number) {
    const figures = norms[version]!;
    return legsOf(norms, figures, figures.norm.ambitions[index]!).map(({ figures: { norm: each }, strands }) =>
      [each.version, ...strands.map(({ ambition }) => ambition.id)].join(' '),
    );
  }
  assert.equal(names(1, 1), ['1.0 q', '2.0 sharper']);
  assert.equal(names(0, 1), ['1.0 q', '2.0 sharper']);
  assert.equal(names(1, 3), ['2.0 fresh']);
});

test('a line has a stop for each round with results per point', () => {
  assert.equal(
    stopsOf(newer, 'same', 'b').map(({ round: { date }, status }) => [date, status]),
    [
      ['2025', 'not-applicable'],
      ['2026', 'partly-achieved'],
    ],
  );
});

test.run();
