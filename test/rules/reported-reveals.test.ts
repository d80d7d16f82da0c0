import { test } from 'uvu';
import * as assert from 'uvu/assert';
import fc from 'fast-check';
import { add, compare, decimalsOf, fraction, type Fraction, subtract } from '../../scripts/model/fraction.ts';
import { computeNorm } from '../../scripts/compute/report.ts';
import { computeRound } from '../../scripts/compute/round.ts';
import { scopeKey } from '../../scripts/compute/figures.ts';
import { decimal, rounded } from '../../scripts/format/number.ts';
import type { Norm } from '../../scripts/model/norm.ts';
import type { Organisation } from '../../scripts/model/organisation.ts';
import type { Reported, Round, Status } from '../../scripts/model/round.ts';
import { buildReport } from '../../scripts/report.ts';
import { reportedReveals } from '../../scripts/rules/reported-reveals.ts';
import { norm, type NormSpec, round, treeOf } from '../support/norms.ts';
import { folderOf, problemLines } from '../support/tree.ts';

const organisations = { a: 'gemeente', b: 'gemeente', c: 'gemeente' };
const THEMES = [
  { id: 'beleid', titel: 'Beleid' },
  { id: 'mensen', titel: 'Mensen' },
];

type Percentages = Readonly<Record<string, number>>;

function entries(percentages: Percentages) {
  return {
    gerapporteerd: Object.entries(percentages).map(([bereik, percentage]) => ({
      bereik,
      percentage,
      toelichting: 'Zo staat het in de bron.',
    })),
  };
}

/** Ambitions p and q have theme beleid, r and s have mensen. */
function specOf(
  rows: Readonly<Record<string, string>>,
  percentages: Percentages,
  fields = {},
  roundFields = {},
): NormSpec {
  return norm(
    '1.0',
    Object.keys(rows),
    ['p', 'q', { id: 'r', thema: 'mensen' }, { id: 's', thema: 'mensen' }],
    { een: round('2025', 'p q r s', rows, { ...entries(percentages), ...roundFields }) },
    { themas: THEMES, ...fields },
  );
}

function warningsOf(spec: NormSpec): string[] {
  return problemLines(treeOf({ organisations, norms: [spec] })).filter((line) => line.includes('let op: uit dit'));
}

/** Entries with a warning, by index in the list. */
function warned(spec: NormSpec): number[] {
  const text = treeOf({ organisations, norms: [spec] })['proef/normen/1.0/metingen/een/meting.yaml']!;
  const lines = text.split('\n').flatMap((line, index) => (line.includes('"percentage"') ? [index + 1] : []));
  return warningsOf(spec).map((line) => lines.indexOf(Number(/yaml:(\d+):/.exec(line)![1])));
}

test('A figure that gives away the only hidden result of its set gets a warning at its percentage', () => {
  const spec = specOf({ a: 'b b n x' }, { totaal: 75 });
  assert.equal(warned(spec), [0]);
  assert.match(
    warningsOf(spec)[0]!,
    /uit dit percentage volgt een resultaat dat niet openbaar is \("a", thema "mensen"\); laat het weg/,
  );
});

test('A figure gives several results away at once if they must all be the same', () => {
  assert.equal(warned(specOf({ a: 'b n x x' }, { totaal: 75 })), [0]);
  assert.equal(warned(specOf({ a: 'b n x x' }, { totaal: 50 })), []);
});

test('A result that is only not assessed may be given away, but counts as hidden next to one that is not public', () => {
  assert.equal(warned(specOf({ a: 'b b n ?' }, { totaal: 75 })), []);
  assert.equal(warned(specOf({ a: 'b n ? x' }, { totaal: 25 })), [0]);
  assert.equal(warned(specOf({ a: 'b n ? x' }, { totaal: 50 })), []);
});

test('A figure that is rounded so much that both outcomes fit gives nothing away', () => {
  // One of 200 is hidden: 99.5 or 100. Both may be stated as 100, but only one of them as 99.5.
  const points = Array.from({ length: 200 }, (_, index) => `p${index}`);
  function hundred(percentage: number) {
    const row = points.map((_, index) => (index === 0 ? 'x' : 'b')).join(' ');
    return norm('1.0', ['a'], points, {
      een: round('2025', points.join(' '), { a: row }, entries({ totaal: percentage })),
    });
  }
  assert.equal(warned(hundred(100)), []);
  assert.equal(warned(hundred(99.5)), [0]);
});

test('Both ends of the rounding belong to it', () => {
  // 2 of 8 achieved and 1 hidden: 25 or 37.5. Stated as 25.0 it can only be 25; 37.5 rounds to 38 or, halves down, to
  // 37.
  const rows = { a: 'b b n n', b: 'n n n x' };
  for (const [percentage, gives] of [
    [25, [0]],
    [37, [0]],
    [38, [0]],
    [37.5, [0]],
    [37.4, []],
    [36, []],
  ] as const)
    assert.equal(warned(specOf(rows, { totaal: percentage })), gives, String(percentage));
});

test('Two figures together give away what neither does alone', () => {
  // 1 of beleid and 1 of mensen are hidden. The total reveals that one is achieved, and the theme which one.
  const spec = specOf({ a: 'b x n x' }, { totaal: 50, 'thema:beleid': 100 });
  assert.equal(warned(spec), [0, 1]);
  assert.equal(warned(specOf({ a: 'b x n x' }, { totaal: 50 })), []);
  // The theme alone reveals its own result; the other one needs both figures.
  assert.match(warningsOf(spec)[0]!, /uit dit percentage en dat van "thema:beleid" samen volgt .*"a", thema "mensen"/);
  assert.match(warningsOf(spec)[1]!, /uit dit percentage volgt .*"a", thema "beleid"/);
});

test('Three figures together give away what no two of them do, and a fourth gets no warning', () => {
  // Hidden: both of a under mensen, both of b under beleid, and one of b under mensen. One, one and one are achieved.
  const rows = { a: 'n n x x', b: 'x x n x' };
  const three = { 'thema:beleid': 25, 'organisatie:a': 25, totaal: 37.5 };
  const spec = specOf(rows, three);
  for (const left of Object.keys(three))
    assert.equal(warned(specOf(rows, Object.fromEntries(Object.entries(three).filter(([key]) => key !== left)))), []);
  assert.equal(warned(spec), [0, 1, 2]);
  assert.match(
    warningsOf(spec)[2]!,
    /en die van "thema:beleid" en "organisatie:a" samen volgt .*"b", thema "mensen".*laat een van die percentages weg/,
  );
  const more = { 'thema:beleid': 50, 'organisatie:a': 25, 'organisatie:c': 100, totaal: 58.3 };
  assert.equal(warned(specOf({ ...rows, c: 'b b b b' }, more)), [0, 1, 3]);
});

test('Figures that cannot all be true give nothing away, and do not hide what one of them gives away', () => {
  const rows = { a: 'b x n n' };
  assert.equal(warned(specOf(rows, { totaal: 99 })), []);
  assert.equal(warned(specOf(rows, { totaal: 50, 'thema:beleid': 50 })), [0, 1]);
});

test('The weight of a partly achieved point decides what fits', () => {
  const rows = { a: 'b b x x' };
  // Without weight, 75 means one achieved, but not which. With half it may also be two partly achieved.
  assert.equal(warned(specOf(rows, { totaal: 75 })), []);
  assert.equal(warned(specOf(rows, { totaal: 75 }, { telling: { deels_behaald: 0.5 } })), []);
  // With a third only two partly achieved give 66.5.
  assert.equal(warned(specOf(rows, { totaal: 66.5 }, { telling: { deels_behaald: 0.33 } })), [0]);
  // If partly achieved has no weight, it scores the same as not achieved.
  assert.equal(warned(specOf(rows, { totaal: 50 })), [0]);
});

test('A total that is a mean of organisations is compared with that mean', () => {
  const rows = { a: 'b v v v', b: 'b b n x' };
  const mean = { telling: { totaal: 'gemiddelde-per-organisatie' } };
  // a 100, b 50 or 75: the mean is 75 or 87.5. As a sum it would be 3 or 4 of 5.
  assert.equal(warned(specOf(rows, { totaal: 87.5 }, mean)), [0]);
  assert.equal(warned(specOf(rows, { totaal: 80 }, mean)), []);
  assert.equal(warned(specOf(rows, { totaal: 80 })), [0]);
});

test('A round in concept is checked too; an incomplete norm is not', () => {
  assert.equal(warned(specOf({ a: 'b b n x' }, { totaal: 75 }, {}, { concept: true })), [0]);
  assert.equal(warned(specOf({ a: 'b b n x' }, { totaal: 75 }, { volledig: false })), []);
});

test('A norm without themes is checked by organisation', () => {
  const spec = norm(
    '1.0',
    ['a', 'b'],
    ['p', 'q'].map((id) => ({ id, thema: undefined })),
    { een: round('2025', 'p q', { a: 'b x', b: 'n x' }, entries({ 'organisatie:a': 100 })) },
    { themas: [] },
  );
  const report = buildReport(folderOf(treeOf({ organisations, norms: [spec] }))).contract.reports[0]!.data;
  const found = reportedReveals(computeNorm(report.norms[0]!, byId(report.organisations)));
  assert.is(found.length, 1);
  assert.match(found[0]!.message, /\("a"\)/);
});

test('Hundreds of hidden results are checked in a moment, or skipped', () => {
  const points = Array.from({ length: 60 }, (_, index) => ({ id: `p${index}`, thema: THEMES[index % 2]!.id }));
  const ids = Array.from({ length: 30 }, (_, index) => `o${index}`);
  const row = points.map((_, index) => (index % 3 === 0 ? 'x' : 'b')).join(' ');
  const spec = norm(
    '1.0',
    ids,
    points,
    {
      een: round(
        '2025',
        points.map(({ id }) => id).join(' '),
        Object.fromEntries(ids.map((id) => [id, row])),
        entries({
          totaal: 83.3,
          'thema:beleid': 80,
          'thema:mensen': 81,
          ...Object.fromEntries(ids.map((id, index) => [`organisatie:${id}`, 70 + index])),
        }),
      ),
    },
    { themas: THEMES, telling: { deels_behaald: 0.25, totaal: 'gemiddelde-per-organisatie' } },
  );
  const kinds = Object.fromEntries(ids.map((id) => [id, 'gemeente']));
  const data = buildReport(folderOf(treeOf({ organisations: kinds, norms: [spec] }))).contract.reports[0]!.data;
  const figures = computeNorm(data.norms[0]!, byId(data.organisations));
  const before = performance.now();
  reportedReveals(figures);
  assert.ok(performance.now() - before < 10_000, `${performance.now() - before} ms`);
});

function byId(list: readonly Organisation[]): ReadonlyMap<string, Organisation> {
  return new Map(list.map((each) => [each.id, each]));
}

const OUTCOMES: readonly Status[] = ['achieved', 'partly-achieved', 'not-achieved'];

function isHidden(status: Status): boolean {
  return status === 'not-public' || status === 'not-assessed';
}

/**
 * The round with all its hidden results filled in, once for every combination. Deliberately simple, so that it can be
 * trusted.
 */
function* fillings(round: Round): Generator<{ readonly round: Round; readonly outcomes: readonly Status[] }> {
  const count = round.results.flatMap(({ results }) => results.filter(({ status }) => isHidden(status))).length;
  for (let number = 0; number < 3 ** count; number++) {
    const outcomes = Array.from({ length: count }, (_, index) => OUTCOMES[Math.floor(number / 3 ** index) % 3]!);
    let next = 0;
    yield {
      outcomes,
      round: {
        ...round,
        results: round.results.map((file) => ({
          ...file,
          results: file.results.map((result) =>
            isHidden(result.status) ? { ...result, status: outcomes[next++]! } : result,
          ),
        })),
      },
    };
  }
}

function fits(percentage: Fraction | null, { percentage: stated }: Reported): boolean {
  const half = fraction(1n, 2n * 10n ** BigInt(decimalsOf(stated)));
  return (
    percentage !== null &&
    compare(subtract(stated, half), percentage) <= 0 &&
    compare(percentage, add(stated, half)) <= 0
  );
}

function contribution(status: Status, { counting }: Norm): string {
  return decimal(
    status === 'achieved' ? fraction(1) : status === 'partly-achieved' ? counting.partlyAchieved : fraction(0),
  );
}

/** Entries of minimal sets that reveal a result which is not public. */
function naively(norm: Norm, round: Round, organisations: ReadonlyMap<string, Organisation>): string[] {
  const ways = [...fillings(round)].map(({ round: filled, outcomes }) => {
    const { byScope } = computeRound(norm, filled, organisations);
    return {
      outcomes,
      fits: round.reported.map((entry) => fits(byScope.get(scopeKey(entry.scope))!.percentage, entry)),
    };
  });
  const hidden = round.results.flatMap(({ results }) => results.filter(({ status }) => isHidden(status)));
  const secrets = hidden.flatMap(({ status }, index) => (status === 'not-public' ? [index] : []));
  const indexes = round.reported.map((_, index) => index);
  const sets = [1, 2, 3].flatMap((size) =>
    indexes
      .flatMap((a) => indexes.flatMap((b) => indexes.map((c) => [a, b, c].slice(0, size))))
      .filter((set) => set.every((each, at) => at === 0 || set[at - 1]! < each))
      .filter((set, at, all) => all.findIndex((other) => other.join() === set.join()) === at),
  );
  const warnings = new Set<number>();
  for (const secret of secrets) {
    const giving = sets.filter((set) => {
      const fitting = ways.filter((way) => set.every((index) => way.fits[index]));
      return new Set(fitting.map(({ outcomes }) => contribution(outcomes[secret]!, norm))).size === 1;
    });
    for (const set of giving)
      if (!giving.some((other) => other.length < set.length && other.every((each) => set.includes(each))))
        for (const index of set) warnings.add(index);
  }
  return [...warnings].sort().map((index) => scopeKey(round.reported[index]!.scope));
}

const cases = fc
  .record({
    letters: fc.array(fc.constantFrom('b', 'b', 'd', 'n', 'v', 'x', 'x', '?'), { minLength: 12, maxLength: 12 }),
    participants: fc.integer({ min: 1, max: 3 }),
    weight: fc.constantFrom(0, 0.25, 0.33, 0.5, 1),
    total: fc.constantFrom('gezamenlijk', 'gemiddelde-per-organisatie'),
    scopes: fc.shuffledSubarray(
      ['totaal', 'thema:beleid', 'thema:mensen', 'organisatie:a', 'organisatie:b', 'organisatie:c'],
      { minLength: 1, maxLength: 5 },
    ),
    way: fc.nat(),
    digits: fc.constantFrom(0, 0, 1, 2),
    off: fc.constantFrom(0, 0, 0, 0, 1),
  })
  .filter(({ letters, participants }) => {
    const hidden = letters.slice(0, participants * 4).filter((letter) => letter === 'x' || letter === '?').length;
    return hidden > 0 && hidden <= 6;
  });

test('The same figures get a warning as when every outcome of the hidden results is tried', () => {
  let giving = 0;
  let together = 0;
  fc.assert(
    fc.property(cases, ({ letters, participants, weight, total, scopes, way, digits, off }) => {
      const ids = ['a', 'b', 'c'].slice(0, participants);
      const rows = Object.fromEntries(ids.map((id, index) => [id, letters.slice(index * 4, index * 4 + 4).join(' ')]));
      const own = scopes.filter((scope) => !scope.startsWith('organisatie:') || ids.includes(scope.split(':')[1]!));
      const telling = { deels_behaald: weight, totaal: total };
      const spec = specOf(rows, Object.fromEntries(own.map((scope) => [scope, 0])), { telling });
      const { data } = buildReport(folderOf(treeOf({ organisations, norms: [spec] }))).contract.reports[0]!;
      const members = byId(data.organisations);
      const [plain] = data.norms;
      // What a source that counts like the norm would state, for one combination of hidden results.
      const ways = [...fillings(plain!.rounds[0]!)];
      const { byScope } = computeRound(plain!, ways[way % ways.length]!.round, members);
      const stated: Round = {
        ...plain!.rounds[0]!,
        reported: plain!.rounds[0]!.reported.map((entry) => ({
          ...entry,
          percentage: add(
            rounded(byScope.get(scopeKey(entry.scope))!.percentage ?? fraction(50), digits),
            fraction(off),
          ),
        })),
      };
      const complete: Norm = { ...plain!, rounds: [stated] };
      const expected = naively(complete, stated, members);
      const found = reportedReveals(computeNorm(complete, members)).map(({ place }) => place);
      assert.equal(
        stated.reported
          .filter(({ at }) => found.some(({ offset }) => offset === at.value('percentage').offset))
          .map(({ scope }) => scopeKey(scope))
          .sort(),
        expected.sort(),
      );
      if (expected.length > 0) giving++;
      if (expected.length > 1) together++;
    }),
    { numRuns: 400, endOnFailure: true },
  );
  assert.ok(giving > 100 && together > 40, `${giving} gave something away, ${together} with several figures`);
});

test.run();
