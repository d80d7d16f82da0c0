import fs from 'node:fs';
import * as fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formatted } from '../../scripts/editing/format.ts';
import { parseYaml } from '../../scripts/io/yaml.ts';
import { sample } from '../support/sample.ts';

function format(path: string, text: string): string | null {
  return formatted({ path, text, ...parseYaml(text, path) });
}

test('every shipped data file is in the one style (else: npm run format)', () => {
  const names = fs.readdirSync('data', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  assert.equal(
    names.filter(
      (name) => format(name, fs.readFileSync(`data/${name}`, 'utf8')) !== fs.readFileSync(`data/${name}`, 'utf8'),
    ),
    [],
  );
});

test('keys, quotes, lists and long lines get one style; comments stay', () => {
  const text =
    "# Kop.\nniveau: punten # achter\nsoort: 'nulmeting'\n# boven datum\ndatum: '2025-03'\ntitel: \"Meting\"\nbron: [a-1, b]\n" +
    `toelichting: ${'woord '.repeat(30).trim()}\n`;
  assert.is(
    format('p/normen/1.0/metingen/m/meting.yaml', text),
    '# Kop.\ntitel: Meting\n# boven datum\ndatum: "2025-03"\nsoort: nulmeting\n' +
      `toelichting: >-\n  ${'woord '.repeat(18).trim()}\n  ${'woord '.repeat(12).trim()}\nbron:\n  - a-1\n  - b\nniveau: punten # achter\n`,
  );
});

test('a file that is not valid YAML, or that would lose something, is left alone', () => {
  assert.is(format('p/rapport.yaml', 'titel: [a\n'), null);
  assert.is(format('p/rapport.yaml', 'titel: a\ntitel: b\n'), null);
  assert.is(format('stijl.css', 'a{}'), 'a{}');
});

test('a file of any layout keeps its content and comments, and formatting it again changes nothing', () => {
  const files = Object.entries(sample);
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(
        fc.record({ at: fc.nat(60), comment: fc.stringMatching(/^[a-z é:"'{}[\]-]{0,30}$/), blank: fc.boolean() }),
        { maxLength: 5 },
      ),
      fc.boolean(),
      ([path, text], comments, windows) => {
        const lines = text.split('\n');
        for (const { at, comment, blank } of comments) {
          const line = at % lines.length;
          const indent = /^ */.exec(lines[line] ?? '')![0];
          lines.splice(line, 0, ...(blank ? [''] : []), `${indent}# ${comment}`.trimEnd());
        }
        const source = lines.join(windows ? '\r\n' : '\n');
        const result = format(path, source);
        if (result === null) return;
        assert.is(format(path, result), result);
        for (const { comment } of comments) assert.ok(result.includes(`# ${comment}`.trimEnd()), comment);
      },
    ),
    { numRuns: 150 },
  );
  const refused = files.filter(([path, text]) => format(path, text) === null);
  assert.equal(refused, []);
});

test.run();
