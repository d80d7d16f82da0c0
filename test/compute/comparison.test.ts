import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Comparison, ComparisonRow } from '../../scripts/compute/comparison.ts';
import { norm, reportedRound, round, shown, treeOf, type NormSpec, type ReportSpec } from '../support/norms.ts';
import { reportOf } from '../support/tree.ts';

const organisations = { a: 'gemeente', b: 'gemeente', c: 'gemeente', d: 'provincie', e: 'politie' };
function from(punt: string, relatie = 'gelijk') {
  return { herkomst: [{ punt, relatie }] };
}
const themas = [
  { id: 'beleid', titel: 'Beleid' },
  { id: 'mensen', titel: 'Mensen' },
];
const POINTS = 'p q r s';

/** Old p, q, r, s; new p, q equal, t equal to r in another theme, s sharpened, u new; v and w were dropped. */
const OLD = norm(
  '1.0',
  ['a', 'b', 'c'],
  ['p', 'q', 'r', 's', 'v', 'w'],
  {
    eerste: round('2020', 'p q r s v w', { a: 'b b b b b b', b: 'n n n n n n', c: 'n n n n n n' }),
    tweede: round('2021', 'p q r s v w', { a: 'b d n b b b', b: 'n v ? n n n', c: 'b b b b b b' }),
  },
  { telling: { deels_behaald: 0.5 } },
);
const NEW = norm(
  '2.0',
  ['d', 'b', 'a'],
  [
    { id: 'p', ...from('p') },
    { id: 'q', ...from('q') },
    { id: 't', thema: 'mensen', ...from('r') },
    { id: 's', ...from('s', 'aangescherpt') },
    { id: 'u', thema: 'mensen' },
  ],
  { najaar: round('2025', 'p q t s u', { a: 'd d b b b', b: 'b b b n n', d: 'b b b b b' }) },
  {
    opvolger_van: '1.0',
    vervallen: [
      { punt: 'v', reden: 'Weg.' },
      { punt: 'w', reden: 'Weg.' },
    ],
    themas,
    telling: { deels_behaald: 0.25 },
  },
);

function compare(norms: readonly NormSpec[], more: Partial<ReportSpec> = {}): Comparison {
  return reportOf(treeOf({ organisations, norms, ...more })).comparisons[0]!;
}
function cellsOf({ cells, percentageFrom, percentageTo, difference }: ComparisonRow) {
  return [cells, shown(percentageFrom), shown(percentageTo), shown(difference)];
}
function pointsOf({ added, dropped, notComparable }: ComparisonRow) {
  return [added, dropped, notComparable];
}
function leftOf({ leftOut }: ComparisonRow) {
  return leftOut && [leftOut.oneNorm, leftOut.notApplicable, leftOut.notKnown];
}

test('A comparison is over pairs and organisations in both norms of which both results are known', () => {
  // a: p b→d, q d→d, r n→t b; b: p n→b. Both sides with the newer norm's w of 0.25: 1.25 and 2.5 of 4.
  const { rows } = compare([OLD, NEW]);
  assert.equal(cellsOf(rows[0]!), [4, '31,25', '62,5', '31,25']);
  assert.equal(pointsOf(rows[0]!), [1, 2, 1]);
  // 3 pairs × 4 organisations: c and d in one norm (6); b q not applicable; b r not known.
  assert.equal(leftOf(rows[0]!), [6, 1, 1]);
});

test('A theme of the newer norm has its own pairs and points, and no dropped ones', () => {
  const { rows } = compare([OLD, NEW]);
  assert.equal(
    rows.map(({ scope }) => Object.values(scope).join(' ')),
    ['total', 'theme beleid', 'theme mensen', 'organisation a', 'organisation b', 'organisation c', 'organisation d'],
  );
  assert.equal(
    [cellsOf(rows[1]!), pointsOf(rows[1]!), leftOf(rows[1]!)],
    [
      [3, '41,6667', '50', '8,3333'],
      [0, null, 1],
      [4, 1, 0],
    ],
  );
  assert.equal(
    [cellsOf(rows[2]!), pointsOf(rows[2]!), leftOf(rows[2]!)],
    [
      [1, '0', '100', '100'],
      [1, null, 0],
      [2, 0, 1],
    ],
  );
});

test('An organisation has its own pairs, and no numbers of points', () => {
  const { rows } = compare([OLD, NEW]);
  assert.equal(
    [cellsOf(rows[3]!), pointsOf(rows[3]!), leftOf(rows[3]!)],
    [
      [3, '41,6667', '50', '8,3333'],
      [null, null, null],
      [0, 0, 0],
    ],
  );
  assert.equal(
    [cellsOf(rows[4]!), leftOf(rows[4]!)],
    [
      [1, '0', '100', '100'],
      [0, 1, 1],
    ],
  );
  assert.equal(
    [cellsOf(rows[5]!), leftOf(rows[5]!)],
    [
      [0, null, null, null],
      [3, 0, 0],
    ],
  );
});

test('Like for like: how the older norm counts has no part in it', () => {
  const plain = compare([OLD, NEW]).rows.map(cellsOf);
  for (const telling of [{}, { deels_behaald: 1 }, { deels_behaald: 0.5, totaal: 'gemiddelde-per-organisatie' }])
    assert.equal(compare([{ ...OLD, fields: { ...OLD.fields, telling } }, NEW]).rows.map(cellsOf), plain);
});

test('Where the newer norm takes the mean of organisations, both sides of the total and the themes are one', () => {
  const telling = { deels_behaald: 0.25, totaal: 'gemiddelde-per-organisatie' };
  const { rows } = compare([OLD, { ...NEW, fields: { ...NEW.fields, telling } }]);
  // a: 1.25 → 1.5 of 3; b: 0 → 1 of 1. Under beleid too; under mensen only a has a cell: 0 → 1. c and d have none.
  assert.equal(rows.slice(0, 5).map(cellsOf), [
    [4, '20,8333', '75', '54,1667'],
    [3, '31,25', '62,5', '31,25'],
    [1, '0', '100', '100'],
    [3, '41,6667', '50', '8,3333'],
    [1, '0', '100', '100'],
  ]);
});

test('Of several reasons to leave out, the first counts: one norm, not applicable, not known', () => {
  const old = norm('1.0', ['a', { organisatie: 'b', tot: '2020' }], POINTS.split(' '), {
    een: round('2021', POINTS, { a: 'v ? ? b' }),
  });
  const fresh = norm(
    '2.0',
    ['a', 'b', 'c'],
    ['p', 'q', 'r', 's'].map((id) => ({ id, ...from(id) })),
    { twee: round('2025', POINTS, { a: '? v x x', b: '? ? ? ?', c: '? ? ? ?' }) },
    { opvolger_van: '1.0' },
  );
  // a: p not applicable before not known; q not applicable; r, s not known. b: takes part in both, but had no cell. c:
  // one norm.
  assert.equal(compare([old, fresh]).rows.map(leftOf), [
    [4, 6, 2],
    [4, 6, 2],
    [0, 2, 2],
    [0, 4, 0],
    [4, 0, 0],
  ]);
});

test('The latest round with results of each norm is compared, not one of reported figures or in concept', () => {
  function withMore(spec: NormSpec, rounds: NormSpec['rounds']): NormSpec {
    return {
      ...spec,
      rounds: { ...spec.rounds, ...rounds },
    };
  }
  const { roundFrom, roundTo } = compare([
    withMore(OLD, { derde: reportedRound('2022', { totaal: 99 }) }),
    withMore(NEW, {
      later: round('2026', 'p q t s u', { a: 'b b b b b', b: 'b b b b b', d: 'b b b b b' }, { concept: true }),
    }),
  ]);
  assert.equal([roundFrom?.id, roundTo?.id], ['tweede', 'najaar']);
});

test('Without a round with results the columns that count cells stay empty, and points are counted', () => {
  for (const norms of [
    [{ ...OLD, rounds: {} }, NEW],
    [OLD, { ...NEW, rounds: { een: reportedRound('2025', { totaal: 50 }) } }],
  ]) {
    const { rows } = compare(norms);
    assert.equal(
      [cellsOf(rows[0]!), pointsOf(rows[0]!), leftOf(rows[0]!)],
      [[null, null, null, null], [1, 2, 1], null],
    );
    assert.equal(pointsOf(rows[2]!), [1, null, 0]);
  }
});

test('Where one of the norms is not complete there are cells, but no percentages and no numbers of points', () => {
  function partial(spec: NormSpec): NormSpec {
    return { ...spec, fields: { ...spec.fields, volledig: false } };
  }
  for (const norms of [
    [partial(OLD), NEW],
    [OLD, partial(NEW)],
  ]) {
    const { rows } = compare(norms);
    assert.equal(
      [cellsOf(rows[0]!), pointsOf(rows[0]!), leftOf(rows[0]!)],
      [
        [4, null, null, null],
        [null, null, null],
        [6, 1, 1],
      ],
    );
    assert.equal(pointsOf(rows[1]!), [null, null, null]);
  }
});

test('An origin in no comparable pair does not make a point comparable, also when there are two', () => {
  const merged = {
    id: 'm',
    herkomst: [
      { punt: 'p', relatie: 'overlapt' },
      { punt: 'q', relatie: 'versoepeld' },
    ],
  };
  const stated = {
    id: 's',
    herkomst: [{ punt: 's', relatie: 'gelijk', vergelijkbaar: false, reden: 'Anders gemeten.' }],
  };
  const forced = {
    id: 'r',
    herkomst: [{ punt: 'r', relatie: 'overlapt', vergelijkbaar: true, reden: 'Hetzelfde gemeten.' }],
  };
  const old = norm('1.0', ['a'], POINTS.split(' '), {});
  const { pairs, rows } = compare([old, norm('2.0', ['a'], [merged, stated, forced], {}, { opvolger_van: '1.0' })]);
  assert.equal(
    pairs.map((pair) => `${pair.from.id}-${pair.to.id}`),
    ['r-r'],
  );
  assert.equal(pointsOf(rows[0]!), [0, 0, 2]);
});

test('Each norm is compared with the one it replaces, which need not be the one before it', () => {
  const third = norm(
    '10.0',
    ['a'],
    ['x'],
    {},
    { opvolger_van: '1.0', vervallen: ['p', 'q', 'r', 's', 'v', 'w'].map((punt) => ({ punt, reden: 'Weg.' })) },
  );
  const { comparisons } = reportOf(treeOf({ organisations, norms: [OLD, third, NEW] }));
  assert.equal(
    comparisons.map((each) => `${each.from.version}-${each.to.version}`),
    ['1.0-2.0', '1.0-10.0'],
  );
});

test.run();
