import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { STATUS_WORDS } from '../../scripts/contract/files/results.ts';
import { literalsIn } from '../support/literals.ts';
import { EXAMPLES, messagesOf, treeOf } from './all.ts';
import type { Example } from './example.ts';

const GOLDEN = 'docs/meldingen.md';

/** Where messages are made, besides files of `scripts/contract` and `scripts/rules`. */
const MAKERS = [
  ...['scripts/contract', 'scripts/rules'].flatMap((folder) => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)),
  'scripts/io/read.ts', 'scripts/io/yaml.ts', 'scripts/io/yaml-message.ts', 'scripts/model/suggestion.ts',
].filter((file) => file.endsWith('.ts'));

/** Words of the contract itself. */
const WORDS: ReadonlySet<string> = new Set([...STATUS_WORDS, 'van kracht']);

/** What stands in code and is part of a message: of more than one word, and without the capital of an explanation. */
const isMessage = (text: string): boolean =>
  /\p{L}[^‹]* /u.test(text) && !/^(?:\p{Lu}|‹› (?:Datum|Markdown)|(?:true|false): )/u.test(text) && !WORDS.has(text);

/** Messages that no example can call up, and why. */
const UNREACHED: ReadonlyMap<string, string> = new Map([
  ['dit bestand is niet meer te vinden', 'it takes a file that goes away between two moments of reading'],
  ['hier is het bestand niet te lezen; vergelijk', 'it is for what the parser has no sentence for; no text is known that calls it up'],
]);

const said = new Map([...EXAMPLES.values()].flat().map((example) => [example, messagesOf(example)]));
const lines = [...said.values()].flat();
const sentence = (line: string): string => line.replace(/^.*?:\d+:\d+: /, '');

/** The lines of the file to which a message points, as far as that is there. */
const shown = (example: Example, [, file = '', line = '1']: readonly string[]): string => {
  const text = treeOf(example)[file]?.split('\n')[Number(line) - 1] ?? '';
  return text.trim() === '' || example.onDisk ? '' : `\`\`\`yaml\n${text.length > 110 ? `${text.slice(0, 109)}…` : text}\n\`\`\`\n`;
};

const MOST = 2;

const page = (): string => `# Meldingen

Dit zegt \`npm run validate\` als er iets niet klopt: eerst het bestand, de regel en de kolom, dan wat er is en wat u doet. Erboven staat de
regel waar het om gaat. Dezelfde melding staat bij de regel in een pull request. Deze bladzijde wordt gemaakt van de proeven op het programma.

Bij elke melding staat of de editor er meteen een rode streep onder zet. Doet hij dat niet, dan staat erbij waarom.
${[...EXAMPLES].map(([about, examples]) => `
## ${about}
${examples.map((example) => {
    const messages = said.get(example)!;
    const first = messages.filter((line) => example.changes.length === 0 || example.changes.some(([path]) => line.startsWith(`${path}:`)));
    const picked = (first.length > 0 ? first : messages).slice(0, MOST);
    return `
### ${example.did}

${shown(example, /^(.*?):(\d+):/.exec(picked[0] ?? '') ?? [])}${picked.map((line) => `> ${line.replace(/[<>*_]/g, '\\$&')}`).join('\n>\n')}

In de editor: ${example.red === true ? 'een rode streep.' : `geen rode streep; ${example.red}.`}
`;
  }).join('')}`).join('')}`;

test('what every wrong example says is as it was read (else: GOLDEN=write, and read it aloud)', () => {
  if (process.env.GOLDEN === 'write') fs.writeFileSync(GOLDEN, page());
  assert.fixture(page(), fs.readFileSync(GOLDEN, 'utf8'));
});

test('every message that the program can make of data has an example', () => {
  const without = MAKERS.flatMap((file) => literalsIn(fs.readFileSync(file, 'utf8')).filter(({ parts }) => isMessage(parts.join('‹›'))).flatMap(({ line, parts }) => {
    const pattern = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
    return lines.some((each) => pattern.test(each)) || [...UNREACHED.keys()].some((text) => parts[0]!.startsWith(text)) ? [] : [`${file}:${line}: ${parts.join('…')}`];
  }));
  assert.equal(without, []);
});

test('every example has a message, and a title of its own', () => {
  assert.equal([...said].filter(([, messages]) => messages.length === 0).map(([{ did }]) => did), []);
  const titles = [...said.keys()].map(({ did }) => did);
  assert.equal(titles.filter((title, index) => titles.indexOf(title) !== index), []);
});

test('every message says where, what and what to do, without words of programmers', () => {
  for (const line of lines) {
    assert.match(line, /^[^:]+:\d+:\d+: (?:let op: )?\S/);
    assert.match(sentence(line), /; |hier hoort|, dus |lezen: |^(?:noem|zet) /, `${line} does not say what to do`);
    assert.not.match(sentence(line).replace(/"[^"]*"/g, ''), /\b(?:string|objects?|array|null|undefined|regex|pattern|keys?|sleutel|pars\w*|json|schema|node|input|invalid\w*|expected|required|boolean|integer|NaN|element|instance|property|type)\b/i, line);
    assert.not.match(sentence(line), /\bwordt\b.*\bverwacht\b|\.$/, line);
  }
});

test.run();
