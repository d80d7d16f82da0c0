import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { norm, reportedRound, round, shown, treeOf, type NormSpec } from '../support/norms.ts';
import { reportOf } from '../support/tree.ts';

function from(spec: readonly NormSpec[]) {
  return reportOf(treeOf({ organisations: { a: 'gemeente' }, norms: spec }));
}
function full(versie: string, fields = {}) {
  return norm(versie, ['a'], ['p'], { een: round('2025', 'p', { a: 'b' }) }, fields);
}
function headline(spec: readonly NormSpec[]) {
  const found = from(spec).headline;
  return (
    found && [
      found.norm.norm.version,
      found.round.round.id,
      shown(found.figures.lower),
      found.figures.reported && shown(found.figures.reported.percentage),
    ]
  );
}

test('The headline is that of the newest norm, by number and not by text', () => {
  assert.equal(headline([full('1.9'), full('1.10'), full('1.2')]), ['1.10', 'een', '100', null]);
  assert.equal(headline([full('2.0'), full('10.0'), full('9.1')]), ['10.0', 'een', '100', null]);
});

test('Norms are in the order of the numbers in their versions: 1.10 comes after 1.9, and before 2.0', () => {
  const { norms, headline } = from(
    ['2.0', '1.10', '1.9', '10.0', '1.2'].map((versie) => full(versie, { status: 'afgerond' })),
  );
  assert.equal(
    norms.map(({ norm: { version } }) => version),
    ['1.2', '1.9', '1.10', '2.0', '10.0'],
  );
  assert.is(headline?.norm.norm.version, '10.0');
});

test('The newest of two norms of which only the second number differs is 1.10, not 1.9', () => {
  assert.is(headline([full('1.10'), full('1.9')])?.[0], '1.10');
});

test('A norm without a round is passed over for the headline', () => {
  assert.equal(headline([full('1.0'), norm('2.0', ['a'], ['p'], {})])?.[0], '1.0');
});

test('A norm in concept is passed over for the headline', () => {
  assert.equal(headline([full('1.0'), full('2.0', { status: 'concept' })])?.[0], '1.0');
});

test('A norm that is not complete is passed over for the headline, unless its total is reported', () => {
  assert.equal(headline([full('1.0'), full('2.0', { volledig: false })])?.[0], '1.0');
  const reported = norm(
    '2.0',
    ['a'],
    ['p'],
    { een: round('2025', 'p', { a: 'b' }, { gerapporteerd: [{ bereik: 'totaal', percentage: 66.6 }] }) },
    { volledig: false },
  );
  assert.equal(headline([full('1.0'), reported]), ['2.0', 'een', null, '66,6']);
});

test('A headline may be of bounds, or of a round of which only a total is reported', () => {
  assert.equal(headline([norm('1.0', ['a'], ['p', 'q'], { een: round('2025', 'p q', { a: 'b x' }) })]), [
    '1.0',
    'een',
    '50',
    null,
  ]);
  assert.equal(headline([norm('1.0', ['a'], ['p'], { een: reportedRound('2025', { totaal: 70 }) })]), [
    '1.0',
    'een',
    null,
    '70',
  ]);
});

test('The headline is of the latest round that has a figure, and says which later round has none', () => {
  const rounds = {
    eerst: round('2023', 'p', { a: 'n' }),
    oud: round('2024', 'p', { a: 'b' }),
    leeg: round('2025', 'p', { a: 'v' }),
    nieuw: reportedRound('2026', { 'thema:beleid': 70 }),
  };
  const spec = [full('1.0'), norm('2.0', ['a'], ['p'], rounds)];
  assert.equal(headline(spec), ['2.0', 'oud', '100', null]);
  assert.is(from(spec).headline?.laterRound?.round.id, 'nieuw');
  assert.is(from([full('1.0')]).headline?.laterRound, null);
});

test('A norm of which no round has a figure is passed over for the headline', () => {
  const rounds = { leeg: round('2025', 'p', { a: 'v' }), nieuw: reportedRound('2026', { 'thema:beleid': 70 }) };
  assert.equal(headline([full('1.0'), norm('2.0', ['a'], ['p'], rounds)])?.[0], '1.0');
});

test('A round in concept is not the latest', () => {
  const rounds = { oud: round('2024', 'p', { a: 'b' }), nieuw: round('2025', 'p', { a: 'n' }, { concept: true }) };
  assert.equal(headline([norm('1.0', ['a'], ['p'], rounds)]), ['1.0', 'oud', '100', null]);
});

test('Without any figure there is no headline', () => {
  assert.is(headline([norm('1.0', ['a'], ['p'], { een: round('2025', 'p', { a: 'v' }) })]), null);
});

test('A norm or round in concept is not in the report', () => {
  const rounds = { oud: round('2024', 'p', { a: 'b' }), nieuw: round('2025', 'p', { a: 'n' }, { concept: true }) };
  const report = from([norm('1.0', ['a'], ['p'], rounds), full('2.0', { status: 'concept' })]);
  assert.equal(
    report.norms.map((each) => [each.norm.version, each.rounds.map(({ round: { id } }) => id)]),
    [['1.0', ['oud']]],
  );
  assert.equal(
    report.data.norms.map(({ version, rounds: kept }) => [version, kept.length]),
    [['1.0', 1]],
  );
});

test('What refers to a norm in concept is not in the report', () => {
  const old = norm(
    '1.0',
    ['a'],
    ['geheim', 'weg'],
    { een: round('2024', 'geheim weg', { a: 'b b' }) },
    { status: 'concept' },
  );
  const fresh = norm(
    '2.0',
    ['a'],
    [{ id: 'p', herkomst: [{ punt: 'geheim', relatie: 'gelijk' }] }],
    { een: round('2025', 'p', { a: 'b' }) },
    { opvolger_van: '1.0', vervallen: [{ punt: 'weg', reden: 'Weg.' }] },
  );
  const report = from([old, fresh]);
  assert.equal(report.comparisons, []);
  const [kept] = report.data.norms;
  assert.equal([kept!.predecessor, kept!.dropped, kept!.ambitions[0]!.origins], [null, [], []]);
  assert.ok(report.norms[0]!.norm === kept);
});

test('An organisation that takes part in no published norm is not in the report, unless a point applies to it by name', () => {
  const { data } = reportOf(
    treeOf({
      organisations: { a: 'gemeente', straks: 'gemeente', nergens: 'gemeente', genoemd: 'gemeente' },
      norms: [
        norm('1.0', ['a'], ['p', { id: 'q', geldt_voor: ['a', 'genoemd'] }], {
          een: round('2025', 'p q', { a: 'b b' }),
        }),
        norm('2.0', ['a', 'straks'], ['p'], {}, { status: 'concept' }),
      ],
    }),
  );
  assert.equal(
    data.organisations.map(({ id }) => id),
    ['a', 'genoemd'],
  );
});

test('Rounds are in order of their dates, whatever their names and forms', () => {
  const one = { a: 'b' };
  const rounds = { a: round('2025-23', 'p', one), b: round('2025', 'p', one), c: round('2025-08-31', 'p', one) };
  assert.equal(
    from([norm('1.0', ['a'], ['p'], rounds)]).norms[0]!.rounds.map(({ round: { id } }) => id),
    ['b', 'c', 'a'],
  );
});

test.run();
