import { test } from 'uvu';
import * as assert from 'uvu/assert';
import fc from 'fast-check';
import { parseYaml } from '../../scripts/io/yaml.ts';
import { locator } from '../../scripts/model/position.ts';
import type { SourceNode } from '../../scripts/model/tree.ts';

function place(text: string, offset: number): string {
  const { line, column } = locator([{ path: 'f', file: 'f', text, tree: null, problems: [] }])({ file: 'f', offset });
  return `${line}:${column}`;
}

/** Where a text is refused, and why. */
function refusals(text: string): string[] {
  return parseYaml(text, 'f').problems.map((problem) => `${place(text, problem.place.offset)} ${problem.message}`);
}

/** Value and place at a path of keys and indices. */
function at(text: string, ...path: (string | number)[]): [unknown, string] {
  const { tree, problems } = parseYaml(text, 'f');
  assert.equal(problems, []);
  let node: SourceNode = tree!;
  for (const step of path) {
    const next: SourceNode | undefined =
      node.kind === 'mapping'
        ? node.entries.find(({ key }) => key === step)?.value
        : node.kind === 'sequence'
          ? node.items[Number(step)]
          : undefined;
    if (!next) throw new Error(`nothing at ${step}`);
    node = next;
  }
  return [node.kind === 'scalar' ? node.value : node.kind, place(text, node.start)];
}

/** Asserts that there is one refusal, at this place, with this message. */
function isRefused(text: string, where: string, says: RegExp): void {
  const found = refusals(text);
  assert.is(found.length, 1, found.join('\n'));
  assert.is(found[0]!.split(' ')[0], where, found[0]);
  assert.match(found[0]!, says);
}

test('A value begins where it is written, quotes and block indicators included', () => {
  const text =
    'a: plain text\nb: "double"\nc: \'single\'\nd: |\n  block\n  text\ne: >-\n  folded\nf: [x, "y"]\ng: {h: z}\n';
  assert.equal(at(text, 'a'), ['plain text', '1:4']);
  assert.equal(at(text, 'b'), ['double', '2:4']);
  assert.equal(at(text, 'c'), ['single', '3:4']);
  assert.equal(at(text, 'd'), ['block\ntext\n', '4:4']);
  assert.equal(at(text, 'e'), ['folded', '7:4']);
  assert.equal(at(text, 'f'), ['sequence', '9:4']);
  assert.equal(at(text, 'f', 1), ['y', '9:8']);
  assert.equal(at(text, 'g'), ['mapping', '10:4']);
  assert.equal(at(text, 'g', 'h'), ['z', '10:8']);
});

test('A block with an indentation indicator, a comment or empty lines begins at its block indicator', () => {
  for (const head of ['|-', '>+', '|2-', '| # toelichting', '|\n'])
    assert.equal(at(`a:\n  - b: ${head}\n\n       tekst\n`, 'a', 0, 'b')[1], '2:8', head);
});

test('A value on the next line begins there', () => {
  assert.equal(at('a:\n  text\n', 'a'), ['text', '2:3']);
  assert.equal(at('a:\n  - b\n', 'a'), ['sequence', '2:3']);
  assert.equal(at('a:\n  b: c\n', 'a'), ['mapping', '2:3']);
});

test('A missing value is placed after its key, not on a later line', () => {
  for (const text of ['a:\nb: c\n', 'a: # later\nb: c\n', '"a":\nb: c\n', 'a:\n\n\nb: c\n'])
    assert.is(at(text, 'a')[1].split(':')[0], '1', text);
  assert.equal(at('x: {a: , b: c}\n', 'x', 'a'), [null, '1:7']);
  assert.equal(at('- \n- a\n', 0)[1].split(':')[0], '1');
});

test('A column after an emoji counts UTF-16 units, as editors do', () => {
  assert.equal(at('{a: "🙂", b: c}\n', 'b'), ['c', '1:14']);
});

test('Lines may end in CR LF', () => {
  assert.equal(at('a: b\r\nc: |\r\n  d\r\n  e\r\nf: g\r\n', 'f'), ['g', '5:4']);
  assert.equal(at('a: b\r\nc: |\r\n  d\r\n  e\r\nf: g\r\n', 'c'), ['d\ne\n', '2:4']);
});

test('Plain values are read as YAML 1.2 core does: no dates, no yes and no, octal with 0o', () => {
  const values = [
    '2025-11-03',
    'yes',
    'nee',
    'true',
    'False',
    '~',
    'null',
    '',
    '12',
    '-0.5',
    '1e3',
    '0o17',
    '0x1F',
    '0034',
    '1_000',
    '12:30',
    '"12"',
    "'true'",
  ].map((value) => at(`a: ${value}\n`, 'a')[0]);
  assert.equal(values, [
    '2025-11-03',
    'yes',
    'nee',
    true,
    false,
    null,
    null,
    null,
    12,
    -0.5,
    1000,
    15,
    31,
    34,
    '1_000',
    '12:30',
    '12',
    'true',
  ]);
});

test('Quoted keys are keys', () => {
  assert.equal(at('"a b": c\n\'d\': e\n', 'd'), ['e', '2:6']);
  assert.equal(at('"a b": c\n', 'a b'), ['c', '1:8']);
});

test('An anchor is refused at its place', () => isRefused('a: &b c\nd: e\n', '1:4', /anker/));
test('An alias is refused at its place', () => isRefused('a: *b\n', '1:4', /alias|\*/));
test('An anchor with an alias is refused', () => isRefused('a: &b [x]\nc: *b\n', '1:4', /anker/));
test('A tag is refused at its place', () => isRefused('a: b\nc: !!str 1\n', '2:4', /tag/));
test('A tag of one’s own is refused', () => isRefused('a: !date 2025\n', '1:4', /tag/));
test('A merge key is refused at its place', () => isRefused('a:\n  <<: {b: c}\n', '2:3', /<</));
test('A second document is refused where it begins', () =>
  isRefused('# eerste\n---\na: b\n---\nc: d\n', '4:1', /tweede deel/));
test('A second document is refused also after an end of document', () =>
  isRefused('a: b\n...\n---\nc: d\n', '2:1', /tweede deel/));
test('A directive is refused', () => isRefused('%YAML 1.1\n---\na: b\n', '1:1', /%/));
test('A tab in the indentation is refused on its line', () => {
  const [found] = refusals('a:\n\tb: c\n');
  assert.match(found!, /^2:\d+ .*tab/);
});
test('A key that is a list is refused', () => isRefused('? [a, b]\n: c\n', '1:3', /links van de dubbele punt/));
test('A quote that is not closed is refused, and the message speaks of a quote', () =>
  assert.match(refusals('a: "b\nc: d\n')[0]!, /aanhalingsteken/));
test('A list that is not closed is refused, and the message speaks of a list', () =>
  assert.match(refusals('a: [b\n')[0]!, /afgesloten/));
test('A control character is refused', () => assert.is(refusals('a: b\u0000c\n').length, 1));

test('Of a repeated key the first value counts, and the later ones are kept separately', () => {
  const text = 'a: 1\nb: 2\na: 3\n"a": 4\nc: {d: 1, d: 2}\n';
  assert.equal(refusals(text), []);
  const { tree } = parseYaml(text, 'f');
  assert.ok(tree?.kind === 'mapping');
  assert.equal(
    tree.repeated?.map(({ key, keyStart }) => [key, place(text, keyStart)]),
    [
      ['a', '3:1'],
      ['a', '4:1'],
    ],
  );
  assert.equal(
    tree.entries.map(({ key, value }) => [key, value.kind === 'scalar' && value.value]),
    [
      ['a', 1],
      ['b', 2],
      ['c', false],
    ],
  );
});

test('The key __proto__ changes no object and is refused', () => {
  isRefused('a: b\n__proto__: {polluted: true}\n', '2:1', /__proto__/);
  assert.is(({} as { polluted?: boolean }).polluted, undefined);
});

test('A value within 19 lists is 20 deep and allowed, and one within 20 is not', () => {
  function nested(lists: number) {
    return `${'['.repeat(lists)}a${']'.repeat(lists)}\n`;
  }
  assert.match(refusals(nested(20))[0]!, /20/);
  assert.equal(refusals(nested(19)), []);
});

test('Endless nesting is refused, and does not crash the program', () => {
  assert.is(refusals('['.repeat(100_000)).length, 1);
  assert.is(refusals(Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')).length, 1);
});

test('An empty text is empty data, and not a mistake in YAML', () => {
  for (const text of ['', '\n', '# alleen een opmerking\n', '---\n']) {
    const { tree, problems } = parseYaml(text, 'f');
    assert.equal(problems, []);
    assert.is(tree?.kind === 'scalar' && tree.value, null);
  }
});

test('Any text is parsed or refused with one sentence of Dutch, and no error is thrown', () => {
  const yamlish = fc
    .array(
      fc.constantFrom(
        'a',
        ':',
        ' ',
        '\n',
        '- ',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        '|',
        '>',
        '&',
        '*',
        '!',
        '#',
        '%',
        '---\n',
        '\t',
        '? ',
        ',',
        '🙂',
        '\\',
        '<<',
        '0',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(yamlish, fc.string(), fc.string({ unit: 'binary' })), (text) => {
      const { tree, problems } = parseYaml(text, 'f');
      assert.ok(tree !== null || problems.length === 1);
      for (const {
        place: { offset },
        message,
      } of problems) {
        assert.ok(offset >= 0 && offset <= text.length);
        assert.not.match(message, /[\r\n]/);
      }
    }),
    { numRuns: 1000 },
  );
});

test('Any value that is written as JSON is read back', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.stringMatching(/^[a-z]{1,5}$/),
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
      ),
      (value) => {
        const { tree, problems } = parseYaml(JSON.stringify(value), 'f');
        assert.equal(problems, []);
        assert.ok(tree?.kind === 'mapping');
        assert.equal(
          Object.fromEntries(
            tree.entries.map((entry) => [entry.key, entry.value.kind === 'scalar' ? entry.value.value : null]),
          ),
          { ...value },
        );
      },
    ),
  );
});

test.run();
