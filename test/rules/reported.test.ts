import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../support/marked.ts';
import { AUTUMN, NEW, OLD, sample } from '../support/sample.ts';
import { changed, problemLines, type Tree } from '../support/tree.ts';

const ROUND = `${AUTUMN}/meting.yaml`;
function round(from: string, to: string): Change[] {
  return [[ROUND, from, to]];
}
function extra(entry: string): Change[] {
  return round('    bron: brief\n', `    bron: brief\n  - ${entry}\n`);
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

// The sample's autumn: 7 of 10 achieved. Its theme "mensen": 3 of 4. Water: 1 of 3, which is 33.3… percent.
testMistakes([
  {
    title: 'A reported total that differs from the computed one is refused, and the message says both',
    changes: round('70', '▸83'),
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
    changes: [...round('70', '▸83'), ...round('niveau:', 'concept: true\nniveau:')],
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

test('A reported figure that is as the computed one is shown is allowed', () => {
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

test('Where there are bounds, a reported figure lies within them, as they are shown', () => {
  // Old norm: 1 achieved of 6, w = 0, 2 not known: between 16.67 and 50.
  for (const inside of ['16.7', '17', '30', '50']) assert.equal(problemLines(oldRound(inside)), [], inside);
  for (const outside of ['15', '51', '50.1']) {
    const lines = problemLines(oldRound(outside));
    assert.is(lines.length, 1, outside);
    assert.match(lines[0]!, /tussen 16% en 50%/);
  }
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

test('A reported figure of a norm that is not complete is held against nothing', () => {
  assert.equal(
    problemLines(changed(changed(sample, ROUND, '70', '83'), `${NEW}/norm.yaml`, 'volledig: true', 'volledig: false')),
    [],
  );
});

test('A figure from which the one result that is not public follows is warned of at the percentage', () => {
  const tree = changed(sample, `${AUTUMN}/resultaten/water.yaml`, 'gesprek: niet behaald', 'gesprek: niet openbaar');
  assert.equal(
    problemLines(tree).map((line) => /^(\S+): let op: /.exec(line)?.[1]),
    [`${ROUND}:10:17`],
  );
});

test('Nothing follows from a figure where two results are not public, or another is not assessed', () => {
  const one = changed(sample, `${AUTUMN}/resultaten/water.yaml`, 'gesprek: niet behaald', 'gesprek: niet openbaar');
  assert.equal(
    problemLines(changed(one, `${AUTUMN}/resultaten/water.yaml`, 'loket: niet behaald', 'loket: niet openbaar')),
    [],
  );
  assert.equal(
    problemLines(changed(one, `${AUTUMN}/resultaten/water.yaml`, 'loket: niet behaald', 'loket: niet beoordeeld')),
    [],
  );
});

test('A figure of a set with all results public warns of nothing, though another set has one that is not', () => {
  const tree = changed(sample, `${AUTUMN}/resultaten/water.yaml`, 'gesprek: niet behaald', 'gesprek: niet openbaar');
  assert.equal(
    problemLines(
      changed(tree, ROUND, 'bereik: totaal\n    percentage: 70', 'bereik: thema:mensen\n    percentage: 75'),
    ),
    [],
  );
});

test.run();
