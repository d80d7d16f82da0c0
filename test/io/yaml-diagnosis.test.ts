import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { locator } from '../../scripts/model/position.ts';
import { parseYaml } from '../../scripts/io/yaml.ts';

const RESULTS = `organisatie: a
resultaten:
  plan: behaald
  overleg: deels behaald
  loket:
    status: niet behaald
    toelichting: Het komt er.
`;

const NORM = `versie: "1.0"
looptijd:
  van: "2021"
  tot: "2023"
bron:
  - besluit
deelnemers:
  - adam
  - bedam
telling:
  deels_behaald: 0.5
ambitiepunten:
  - id: plan
    titel: Er is een plan
    toelichting: >-
      Een tekst van
      twee regels.
    herkomst:
      - punt: plan
        relatie: gelijk
  - id: overleg
    titel: Er is overleg
`;

interface Case {
  readonly did: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  /** Line and column. */
  readonly at: string;
  readonly says: string;
}

function mistake(did: string, text: string, from: string, to: string, at: string, says: string): Case {
  return { did, text, from, to, at, says };
}

const CASES: readonly Case[] = [
  mistake('a colon without a space', RESULTS, 'plan: b', 'plan:b', '3:7', 'dubbele punt ontbreekt een spatie'),
  mistake(
    'a colon without a space in the first line',
    RESULTS,
    'organisatie: a',
    'organisatie:a',
    '1:12',
    'dubbele punt',
  ),
  mistake('a semicolon for a colon', RESULTS, 'plan: b', 'plan; b', '3:7', 'schrijf plan: behaald'),
  mistake('a semicolon after a key that has fields', RESULTS, 'loket:', 'loket;', '5:8', 'een puntkomma'),
  mistake('an equals sign for a colon', RESULTS, 'plan: b', 'plan = b', '3:8', 'een isgelijkteken'),
  mistake('an equals sign without spaces', RESULTS, 'plan: b', 'plan=b', '3:7', 'schrijf plan: behaald'),
  mistake('no colon', RESULTS, 'plan: b', 'plan b', '3:3', 'na "plan" ontbreekt een dubbele punt'),
  mistake('no colon after a key that has fields', RESULTS, 'resultaten:', 'resultaten', '2:1', 'schrijf resultaten:'),
  mistake('a hard space after a colon', RESULTS, 'plan: b', 'plan:\u00a0b', '3:8', 'een harde spatie (U+00A0)'),
  mistake('hard spaces before a key', RESULTS, '  overleg', '\u00a0\u00a0overleg', '4:1', 'een harde spatie'),
  mistake('one hard space before a key', RESULTS, '  overleg', ' \u00a0overleg', '4:2', 'een harde spatie'),
  mistake(
    'a sign without width in a key',
    RESULTS,
    'overleg:',
    'over\u200bleg:',
    '4:7',
    'een onzichtbaar teken (U+200B)',
  ),
  mistake('a row that is not indented, the first', RESULTS, '  plan', 'plan', '3:1', 'springt niet ver genoeg in'),
  mistake('a row that is not indented', RESULTS, '  overleg', 'overleg', '4:1', 'zet er 2 spaties voor'),
  mistake('a row that is indented too far', RESULTS, '  overleg', '    overleg', '4:5', 'te ver in'),
  mistake('a row that is indented one space less', RESULTS, '  overleg', ' overleg', '4:2', 'zet er 2 spaties voor'),
  mistake(
    'details under a status in one word',
    RESULTS,
    'plan: behaald\n',
    'plan: behaald\n    toelichting: Iets.\n',
    '4:5',
    'status in één woord',
  ),
  mistake(
    'two details under a status',
    RESULTS,
    'plan: behaald\n',
    'plan: behaald\n    bron: x\n    toelichting: Iets.\n',
    '4:5',
    'daaronder "status: behaald"',
  ),
  mistake(
    'an apostrophe between apostrophes',
    NORM,
    'titel: Er is een plan',
    "titel: 'Boa's trainen'",
    '14:16',
    'dubbele aanhalingstekens: "Boa\'s trainen"',
  ),
  mistake(
    'an apostrophe at the end of a text between apostrophes',
    NORM,
    'titel: Er is een plan',
    "titel: 'De auto's'",
    '14:20',
    '"De auto\'s"',
  ),
  mistake(
    'a quotation between quotes',
    NORM,
    'titel: Er is een plan',
    'titel: "Zeg "ja" tegen"',
    '14:17',
    'enkele aanhalingstekens',
  ),
  mistake(
    'an apostrophe between apostrophes in a group',
    RESULTS,
    'plan: behaald',
    "plan: {status: behaald, toelichting: 'De auto's'}",
    '3:48',
    '"De auto\'s"',
  ),
  mistake(
    'a quote that is not closed',
    NORM,
    'titel: Er is een plan',
    'titel: "Er is een plan',
    '14:12',
    'aanhalingsteken',
  ),
  mistake(
    'a version of which the quote is not closed',
    NORM,
    'versie: "1.0"',
    'versie: "1.0',
    '1:9',
    'aanhalingsteken',
  ),
  mistake(
    'a colon in a text',
    NORM,
    'titel: Er is een plan',
    'titel: Plan: er is er een',
    '14:16',
    'schrijf titel: "Plan: er is er een"',
  ),
  mistake(
    'a text that begins with a sign of YAML',
    NORM,
    'titel: Er is een plan',
    'titel: @plan',
    '14:12',
    'schrijf titel: "@plan"',
  ),
  mistake('a list that is not closed', NORM, '- adam', '- [adam', '8:5', 'niet afgesloten'),
  mistake('a dash without a space', NORM, '- bedam', '-bedam', '9:3', 'schrijf - bedam'),
  mistake('a word without a dash', NORM, '  - bedam', '  bedam', '9:3', 'schrijf - bedam'),
  mistake('a list of which the name is gone', NORM, 'deelnemers:\n', '', '', ''),
  mistake(
    'a list under a text, of which the name is gone',
    NORM,
    'bron:\n',
    '',
    '5:3',
    'boven deze lijst ontbreekt een regel',
  ),
  mistake('a group of which the name is gone', NORM, 'looptijd:\n', '', '2:3', 'waar zij onder hoort'),
  mistake(
    'a list after a number, of which the name is gone',
    NORM,
    'ambitiepunten:\n',
    '',
    '12:3',
    'boven deze lijst ontbreekt een regel',
  ),
  mistake('the first line of a record that is gone', NORM, '  - id: plan\n', '', '13:5', 'ontbreekt het streepje'),
  mistake(
    'a field that is indented one space more',
    NORM,
    '    titel: Er is een plan',
    '     titel: Er is een plan',
    '14:6',
    'zet er 4 spaties voor',
  ),
  mistake(
    'a record that is indented one space more',
    NORM,
    '  - id: overleg',
    '   - id: overleg',
    '21:4',
    'zet er 2 spaties voor',
  ),
  mistake(
    'a record that is indented one space less',
    NORM,
    '  - id: overleg',
    ' - id: overleg',
    '21:2',
    'zet er 2 spaties voor',
  ),
  mistake(
    'a line of a text that is not indented',
    NORM,
    '      twee regels.',
    '  twee regels.',
    '17:3',
    'zet er 6 spaties voor',
  ),
  mistake('a tab', RESULTS, '  plan', '\tplan', '3:1', 'tab'),
];

function found({ text, from, to }: Case): string[] {
  if (!text.includes(from)) throw new Error(`nothing to change: ${from}`);
  const changed = text.replace(from, () => to);
  const place = locator([{ path: 'f', file: 'f', text: changed, tree: null, problems: [] }]);
  return parseYaml(changed, 'f').problems.map(({ place: at, message }) => {
    const { line, column } = place(at);
    return `${line}:${column} ${message}`;
  });
}

test('The text that these cases damage can be read unchanged', () => {
  assert.equal([parseYaml(RESULTS, 'f').problems, parseYaml(NORM, 'f').problems], [[], []]);
});

for (const each of CASES.filter(({ at }) => at !== '')) {
  test(`The line with the mistake is reported: ${each.did}`, () => {
    const [first, ...others] = found(each);
    assert.equal(others, []);
    assert.is(first?.split(' ')[0], each.at, first);
    assert.ok(first!.includes(each.says), first);
  });
}

test('A list without a key after another list is not a mistake in YAML', () => {
  assert.equal(found(CASES.find(({ did }) => did === 'a list of which the name is gone')!), []);
});

test('An unresolved merge conflict is reported at its first line, whatever is in it', () => {
  for (const text of [
    '<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> andere\n',
    'b: |\n  tekst\n<<<<<<< HEAD\n  meer\n=======\n  anders\n>>>>>>> andere\n',
  ]) {
    const { problems, tree } = parseYaml(text, 'f');
    assert.is(tree, null);
    assert.equal(
      problems.map(({ place, message }) => [place.offset, message.includes('conflict')]),
      [[text.indexOf('<'), true]],
    );
  }
});

test('A line of equals signs in a text is not a merge conflict', () => {
  assert.equal(parseYaml('a: |\n  Kop\n  =======\n  tekst\n', 'f').problems, []);
});

test('With a no-break space in place of a space, the rest of the file is read as intended', () => {
  const { tree } = parseYaml(RESULTS.replace('  overleg', ' \u00a0overleg'), 'f');
  const rows = tree?.kind === 'mapping' ? tree.entries[1]!.value : null;
  assert.equal(rows?.kind === 'mapping' && rows.entries.map(({ key }) => key), ['plan', 'overleg', 'loket']);
});

test('Of two mistakes in one file the first is reported', () => {
  const text = RESULTS.replace('plan: b', 'plan:b').replace('status: n', 'status:n');
  const { problems } = parseYaml(text, 'f');
  assert.equal(
    problems.map(({ place }) => place.offset),
    [text.indexOf(':behaald')],
  );
});

test('Diagnosis of a large file that is not YAML stops soon', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `punt-${index}:behaald`).join('\n');
  const began = performance.now();
  assert.is(parseYaml(`${lines}\nx: y\n`, 'f').problems.length, 1);
  assert.ok(performance.now() - began < 10_000, `${performance.now() - began} ms`);
});

test.run();
