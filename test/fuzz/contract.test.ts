import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildReport } from '../../scripts/report.ts';
import { fuzz } from '../support/fuzz.ts';
import { reports } from '../support/generated.ts';
import { HOSTILE_TEXTS, hostileText } from '../support/hostile.ts';
import { treeOf } from '../support/norms.ts';
import { assertOutcome } from '../support/outcome.ts';
import { sample } from '../support/sample.ts';
import { folderOf } from '../support/tree.ts';

const paths = Object.keys(sample);

type Mutation = (tree: Record<string, string>) => void;

function inFile(change: (text: string) => string) {
  return fc.constantFrom(...paths).map((path): Mutation => (tree) => {
    tree[path] = change(tree[path] ?? '');
  });
}

const spot = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const SNIPPETS = [
  ...HOSTILE_TEXTS,
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\t',
  '"',
  "'",
  '|\n',
  '>-\n',
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '!!js/function ',
  '!!binary ',
  '<<: ',
  '? ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '#',
  'null',
  '~',
  'true',
  '1e999',
  '-0',
  '.nan',
  '0x1F',
  '0o17',
  '2025-13-45',
  '9'.repeat(400),
  '\u0000',
  '\u202e',
  '\u2066',
  '\u001b[2J',
  '\ufeff',
  '\u2028',
  '__proto__: {a: b}\n',
  'constructor: x\n',
];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(spot, fc.oneof(fc.constantFrom(...SNIPPETS), hostileText)).chain(([where, what]) =>
    inFile((text) => {
      const at = Math.floor(where * text.length);
      return text.slice(0, at) + what + text.slice(at);
    }),
  ),
  fc
    .tuple(spot, spot)
    .chain(([a, b]) =>
      inFile(
        (text) =>
          text.slice(0, Math.floor(Math.min(a, b) * text.length)) +
          text.slice(Math.floor(Math.max(a, b) * text.length)),
      ),
    ),
  // Replaces a value by one of any other type.
  fc
    .tuple(
      spot,
      fc.oneof(
        fc.constantFrom(...SNIPPETS),
        fc.json(),
        hostileText.map((text) => JSON.stringify(text)),
      ),
    )
    .chain(([where, what]) =>
      inFile((text) => {
        const lines = text.split('\n');
        const at = Math.floor(where * lines.length);
        lines[at] = (lines[at] ?? '').replace(/:.*/, () => `: ${what}`);
        return lines.join('\n');
      }),
    ),
  fc.tuple(spot, spot).chain(([from, to]) =>
    inFile((text) => {
      const lines = text.split('\n');
      lines.splice(Math.floor(to * lines.length), 0, lines[Math.floor(from * lines.length)] ?? '');
      return lines.join('\n');
    }),
  ),
  fc.constantFrom(...paths).map((path): Mutation => (tree) => {
    delete tree[path];
  }),
  fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...paths)).map(([a, b]): Mutation => (tree) => {
    tree[a] = tree[b] ?? '';
  }),
  fc
    .tuple(
      fc.constantFrom(...paths),
      fc.oneof(
        hostileText,
        fc.constantFrom(
          '../x.yaml',
          'proef/normen/9.9/norm.yaml',
          'proef/x/y/z',
          '::error::x',
          'proef/normen/2.0/metingen/najaar/resultaten/water2.yaml',
          'a\u202e.yaml',
        ),
      ),
    )
    .map(([from, name]): Mutation => (tree) => {
      tree[name] = tree[from] ?? '';
    }),
);

test('valid data always gives a report', async () => {
  await fuzz('valid data', reports(), 60, (spec) => {
    const { report, problems } = buildReport(folderOf(treeOf(spec)));
    assert.equal(
      problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      [],
    );
    assert.ok(report);
  });
});

test('data with mutations never crashes the program: there is a report, or there are problems', async () => {
  await fuzz('mutated data', fc.array(mutation, { minLength: 1, maxLength: 6 }), 250, (mutations) => {
    const tree = { ...sample };
    for (const mutate of mutations) mutate(tree);
    assertOutcome(folderOf(tree));
  });
});

test('any text at all as a file gives a report or problems', async () => {
  const soup = fc
    .array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
    .map((parts) => parts.join(''));
  await fuzz('files of any text', fc.tuple(fc.constantFrom(...paths), soup), 150, ([path, text]) => {
    assertOutcome(folderOf({ ...sample, [path]: text }));
  });
});

const MEBIBYTE = 1024 * 1024;

function filled(part: (index: number) => string, start = ''): string {
  const parts = [start];
  for (let index = 0, size = start.length; size < MEBIBYTE; index++) {
    const next = part(index);
    size += next.length;
    parts.push(next);
  }
  return parts.join('').slice(0, MEBIBYTE);
}

const HUGE: readonly (readonly [string, string, string])[] = [
  ['keys', 'site.yaml', filled((index) => `k${index}: 1\n`)],
  ['the same key', 'proef/documenten.yaml', filled(() => 'a: b\n')],
  ['brackets', 'proef/rapport.yaml', filled(() => '[')],
  [
    'documents',
    'proef/documenten.yaml',
    filled((index) => `  - {id: d${index}, openbaar: false}\n`, 'documenten:\n').replace(/\n[^\n]*$/, '\n'),
  ],
  [
    'wrong organisations',
    'proef/organisaties.yaml',
    filled((index) => `  - {id: A${index}, x: y}\n`, 'organisaties:\n').replace(/\n[^\n]*$/, '\n'),
  ],
  [
    'participants',
    'proef/normen/2.0/norm.yaml',
    sample['proef/normen/2.0/norm.yaml']!.replace('deelnemers:\n', () =>
      filled((index) => `  - d${index}\n`, 'deelnemers:\n')
        .slice(0, MEBIBYTE - 4000)
        .replace(/\n[^\n]*$/, '\n'),
    ),
  ],
  [
    'rows',
    'proef/normen/2.0/metingen/najaar/resultaten/adam.yaml',
    filled((index) => `  p-${index}: behaalt\n`, 'organisatie: adam\nresultaten:\n').replace(/\n[^\n]*$/, '\n'),
  ],
];

for (const [what, path, text] of HUGE) {
  test(`a file of 1 MiB of ${what} results in problems`, () => {
    const start = performance.now();
    const { problems } = buildReport(folderOf({ ...sample, [path]: text }));
    if (process.env.FUZZ_MINUTES) console.log(`1 MiB of ${what}: ${Math.round(performance.now() - start)} ms`);
    assert.ok(problems.length > 0);
  });
}

test.run();
