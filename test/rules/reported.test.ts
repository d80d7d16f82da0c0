import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../support/marked.ts';
import { norm, round, treeOf } from '../support/norms.ts';
import { AUTUMN, NEW, OLD, sample } from '../support/sample.ts';
import { changed, problemLines, type Tree } from '../support/tree.ts';

const ROUND = `${AUTUMN}/meting.yaml`;
function edited(from: string, to: string): Change[] {
  return [[ROUND, from, to]];
}
function extra(entry: string): Change[] {
  return edited('    bron: brief\n', `    bron: brief\n  - ${entry}\n`);
}
const OLD_ROUND = `${OLD}/metingen/2022/meting.yaml`;
function oldRound(percentage: string): Tree {
  return changed(
    sample,
    OLD_ROUND,
    'niveau: punten',
    `niveau: punten\ngerapporteerd: [{bereik: totaal, percentage: ${percentage}}]`,
  );
}

// The sample's autumn round: 7 of 10 achieved. Theme "mensen": 3 of 4. Water: 1 of 3, which is 33.3… percent.
testMistakes([
  {
    title: 'A reported total that differs from the computed one is refused, and the message says both',
    changes: edited('70', '▸83'),
    says: ['70'],
  },
  {
    title: 'A reported figure of a theme is held against that theme',
    changes: extra('{bereik: "thema:mensen", percentage: ▸70}'),
    says: ['75'],
  },
  {
    title: 'A reported figure of an organisation is held against that organisation',
    changes: extra('{bereik: "organisatie:water", percentage: ▸34}'),
    says: ['33'],
  },
  {
    title: 'A reported figure of a theme that the norm does not have is refused',
    changes: extra('{bereik: ▸"thema:menschen", percentage: 75}'),
    says: ['bedoelde u "mensen"'],
  },
  {
    title: 'A reported figure of an organisation that is no participant is refused',
    changes: extra('{bereik: ▸"organisatie:watter", percentage: 75}'),
    says: ['bedoelde u "water"'],
  },
  {
    title: 'A reported figure of a round in concept is held against the computed one',
    changes: [...edited('70', '▸83'), ...edited('niveau:', 'concept: true\nniveau:')],
    says: ['70'],
  },
]);

test('A mistake on which no figure rests does not hide a figure that is wrong', () => {
  const wrong = changed(sample, ROUND, '70', '83');
  for (const [file, from, to] of [
    [`${NEW}/norm.yaml`, 'bron: besluit', 'bron: besluitt'],
    [ROUND, '    bron: brief', '    bron: brif'],
    [`${NEW}/norm.yaml`, '  - punt: nevenfuncties\n    reden: Staat in de wet.', '  []'],
    [`${AUTUMN}/resultaten/bedam.yaml`, 'bron: brief', 'bron: brif'],
  ] as const) {
    const lines = problemLines(changed(wrong, file, from, to));
    assert.is(lines.length, 2, lines.join('\n'));
    assert.ok(
      lines.some((line) => line.includes('gerapporteerd is 83%')),
      lines.join('\n'),
    );
  }
});

test('A reported figure that is as the computed one when rounded is allowed', () => {
  assert.equal(
    problemLines(
      changed(
        sample,
        ROUND,
        '    bron: brief\n',
        '    bron: brief\n  - {bereik: "organisatie:water", percentage: 33}\n',
      ),
    ),
    [],
  );
});

test('A reported figure with an explanation may differ', () => {
  assert.equal(
    problemLines(changed(sample, ROUND, 'percentage: 70', 'percentage: 83\n    toelichting: Anders geteld.')),
    [],
  );
});

test('Where there are bounds, a reported figure lies within them, rounded outward to as many decimals', () => {
  // Old norm: 1 achieved of 6, w = 0, 2 unknown: between 16.67 and 50.
  for (const inside of ['16', '16.6', '16.67', '16.6666', '30', '33.3', '50'])
    assert.equal(
      problemLines(oldRound(inside)).filter((line) => !line.includes('let op')),
      [],
      inside,
    );
  for (const [outside, bounds] of [
    ['15', '16% en 50%'],
    ['51', '16% en 50%'],
    ['50.1', '16,6% en 50%'],
    ['16.5', '16,6% en 50%'],
    ['16.665', '16,666% en 50%'],
    ['16.66665', '16,66666% en 50%'],
  ] as const) {
    const lines = problemLines(oldRound(outside));
    assert.is(lines.length, 1, outside);
    assert.ok(lines[0]!.includes(`tussen ${bounds}`), lines[0]);
  }
});

test('Both bounds are rounded outward, not to the nearest', () => {
  // The worked example: between 37.5 and 62.5.
  function stated(percentage: number) {
    const entry = { gerapporteerd: [{ bereik: 'totaal', percentage }] };
    const rounds = { een: round('2025', 'p q r s', { a: 'b d n x' }, entry) };
    const spec = norm('1.0', ['a'], ['p', 'q', 'r', 's'], rounds, { telling: { deels_behaald: 0.5 } });
    return problemLines(treeOf({ organisations: { a: 'gemeente' }, norms: [spec] })).filter(
      (line) => !line.includes('let op'),
    ).length;
  }
  assert.equal([37, 37.5, 50, 62.5, 63].map(stated), [0, 0, 0, 0, 0]);
  assert.equal([36, 37.4, 62.6, 64].map(stated), [1, 1, 1, 1]);
});

test('A reported figure in whole percents may be the nearest, or as this site shows it', () => {
  // 249 of 250 is 99.6: rounded to 100, but shown as 99.
  const points = Array.from({ length: 250 }, (_, index) => `p${index}`);
  function stated(percentage: number) {
    const row = points.map((_, index) => (index === 0 ? 'n' : 'b')).join(' ');
    const entry = { gerapporteerd: [{ bereik: 'totaal', percentage }] };
    const rounds = { een: round('2025', points.join(' '), { a: row }, entry) };
    return problemLines(treeOf({ organisations: { a: 'gemeente' }, norms: [norm('1.0', ['a'], points, rounds)] }));
  }
  assert.equal([99, 100, 99.6].flatMap(stated), []);
  assert.match(stated(98)[0]!, /volgt 99%/);
  assert.match(stated(99.5)[0]!, /volgt 99,6%/);
});

test('A reported figure with decimals is held against the computed one with as many', () => {
  function water(percentage: string) {
    return problemLines(
      changed(
        sample,
        ROUND,
        '    bron: brief\n',
        `    bron: brief\n  - {bereik: "organisatie:water", percentage: ${percentage}}\n`,
      ),
    );
  }
  assert.is(water('33.3').length, 0);
  assert.is(water('33.4').length, 1);
});

test('A reported figure of an incomplete norm is not compared with anything', () => {
  assert.equal(
    problemLines(changed(changed(sample, ROUND, '70', '83'), `${NEW}/norm.yaml`, 'volledig: true', 'volledig: false')),
    [],
  );
});

test('A figure that gives away the only result that is not public gets a warning at its percentage', () => {
  const tree = changed(sample, `${AUTUMN}/resultaten/water.yaml`, 'gesprek: niet behaald', 'gesprek: niet openbaar');
  assert.equal(
    problemLines(tree).map((line) => /^(\S+): let op: /.exec(line)?.[1]),
    [`${ROUND}:10:17`],
  );
});

test('A figure of a set with only public results gets no warning, even if another set has one that is not public', () => {
  const tree = changed(sample, `${AUTUMN}/resultaten/water.yaml`, 'gesprek: niet behaald', 'gesprek: niet openbaar');
  assert.equal(
    problemLines(
      changed(tree, ROUND, 'bereik: totaal\n    percentage: 70', 'bereik: thema:mensen\n    percentage: 75'),
    ),
    [],
  );
});

test.run();
