import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { EVERYDAY_WORDS, STATUS_WORDS } from '../../scripts/contract/files/results.ts';
import { visible } from '../../scripts/model/position.ts';
import { RESTS_ON } from '../../scripts/rules/rests-on.ts';
import { literalsIn } from '../support/literals.ts';
import { problemLines, type Tree } from '../support/tree.ts';
import { EXAMPLES, messagesOf, treeOf } from './all.ts';
import { Editor, type RedLine } from './editor.ts';
import { ELSEWHERE, OF_THE_LANGUAGE, type Example } from './example.ts';

const GOLDEN = 'docs/meldingen.md';

/** Code that contains messages. */
const MAKERS = [
  ...['scripts/contract', 'scripts/rules', 'scripts/io/yaml-repairs'].flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  ),
  'scripts/io/read.ts',
  'scripts/io/yaml.ts',
  'scripts/io/yaml-diagnosis.ts',
  'scripts/model/suggestion.ts',
].filter((file) => file.endsWith('.ts'));

/** Words of the contract, and names of rules. */
const WORDS: ReadonlySet<string> = new Set([
  ...STATUS_WORDS,
  ...EVERYDAY_WORDS.keys(),
  ...Object.keys(RESTS_ON),
  'van kracht',
]);

/** Whether a string in code is part of a message: several words, and no capital as in an explanation. */
function isMessage(text: string): boolean {
  return (
    /\p{L}[^‹]* /u.test(text) && !/^(?:\p{Lu}|‹› (?:Datum|Markdown)|(?:true|false): )/u.test(text) && !WORDS.has(text)
  );
}

/** Messages that no example can trigger, and why. */
const UNREACHED: ReadonlyMap<string, string> = new Map([
  ['er is geen map ', 'it is for who runs a command, and not of the data'],
  ['dit bestand is niet meer te vinden', 'it takes a file that goes away between two moments of reading'],
  [
    'hier is het bestand niet te lezen; vergelijk',
    'it is for what the parser has no sentence for; no text is known that calls it up',
  ],
]);

const said = new Map([...EXAMPLES.values()].flat().map((example) => [example, messagesOf(example)]));
const lines = [...said.values()].flat();

const editor = new Editor();
await editor.start();
test.after(() => editor.stop());

/** Red lines by example. */
const red: ReadonlyMap<Example, readonly RedLine[]> = new Map(
  await Promise.all(
    [...said.keys()].map(async (example) => [example, example.onDisk ? [] : await editor.ofExample(example)] as const),
  ),
);

/** Lines of the changed files to which the messages of an example point. */
function wrongLines(example: Example): Set<number> {
  return new Set(
    said
      .get(example)!
      .filter((line) => example.changes.some(([file]) => line.startsWith(`${file}:`)))
      .map((line) => Number(/:(\d+):/.exec(line)![1])),
  );
}

function sentence(line: string): string {
  return line.replace(/^.*?:\d+:\d+: /, '');
}

const LANGUAGES = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['css', 'css'],
  ['svg', 'xml'],
]);

/** The line to which a message points, if it exists and is readable. */
function shown(example: Example, [, file = '', line = '1']: readonly string[]): string {
  const text = visible(treeOf(example)[file]?.split('\n')[Number(line) - 1] ?? '');
  const language = LANGUAGES.get(file.slice(file.lastIndexOf('.') + 1));
  return text.trim() === '' || example.onDisk || language === undefined
    ? ''
    : `\`\`\`${language}\n${text.length > 110 ? `${text.slice(0, 109)}…` : text}\n\`\`\`\n`;
}

const MOST = 2;

function escaped(text: string): string {
  return text.replace(/[<>*_]/g, '\\$&');
}

function inEditor(example: Example): string {
  if (example.red === ELSEWHERE) return `In de editor: rode strepen op andere regels; ${example.red}.`;
  if (example.red !== true) return `In de editor: geen rode streep; ${example.red}.`;
  return `In de editor een rode streep: ${[...new Set(red.get(example)!.map(({ says }) => escaped(says)))].map((says) => `“${says}”`).join(' en ')}.`;
}

function page(): string {
  return `# Meldingen

Dit zegt \`npm run validate\` als er iets niet klopt: eerst het bestand, de regel en de kolom, dan wat er is en wat u doet. Erboven staat de
regel waar het om gaat. Dezelfde melding staat bij de regel in een pull request. Deze bladzijde wordt gemaakt van de proeven op het programma.

Bij elke melding staat wat de editor er meteen bij zegt, met een rode streep. Doet hij dat niet, dan staat erbij waarom.
${[...EXAMPLES]
  .map(
    ([about, examples]) => `
## ${about}
${examples
  .map((example) => {
    const messages = said.get(example)!;
    const first = messages.filter(
      (line) => example.changes.length === 0 || example.changes.some(([path]) => line.startsWith(`${path}:`)),
    );
    const picked = (first.length > 0 ? first : messages).slice(0, MOST);
    return `
### ${example.did}

${shown(example, /^(.*?):(\d+):/.exec(picked[0] ?? '') ?? [])}${picked.map((line) => `> ${escaped(line)}`).join('\n>\n')}

${inEditor(example)}
`;
  })
  .join('')}`,
  )
  .join('')}`;
}

test('what every wrong example says is as it was read (else: GOLDEN=write, and read it aloud)', () => {
  if (process.env.GOLDEN === 'write') fs.writeFileSync(GOLDEN, page());
  assert.fixture(page(), fs.readFileSync(GOLDEN, 'utf8'));
});

test('every message that the program can make of data has an example', () => {
  const without = MAKERS.flatMap((file) =>
    literalsIn(fs.readFileSync(file, 'utf8'))
      .filter(({ parts }) => isMessage(parts.join('‹›')))
      .flatMap(({ line, parts }) => {
        const pattern = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
        return [...lines, ...[...red.values()].flat().map(({ says }) => says)].some((each) => pattern.test(each)) ||
          [...UNREACHED.keys()].some((text) => parts[0]!.startsWith(text))
          ? []
          : [`${file}:${line}: ${parts.join('…')}`];
      }),
  );
  assert.equal(without, []);
});

test('every mistake is one problem', () => {
  assert.equal(
    [...said]
      .map(([example, messages]) => [example, messages.filter((line) => !line.includes(': let op: '))] as const)
      .filter(([, messages]) => messages.length > 1)
      .map(([{ did }, messages]) => [did, messages]),
    [],
  );
});

/** The text with what a message advises to write at its place; null where it says that in other words. */
function followed(text: string, line: string): string | null {
  const [, row = '1', column = '1', says = ''] = /:(\d+):(\d+): (.*)$/s.exec(line) ?? [];
  const found = /; (?:bedoelde u ("?)([^"]+)\1\?$|schrijf ([[{][^…]*[\]}])$)/.exec(says);
  const lines = text.split('\n');
  const at = lines[Number(row) - 1];
  if (!found || at === undefined || (row === '1' && column === '1')) return null;
  const [before, rest] = [at.slice(0, Number(column) - 1), at.slice(Number(column) - 1)];
  const isKey = /^[\w-]+:(?:\s|$)/.test(rest);
  const quoted = /^(?:"[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’)/.exec(rest)?.[0];
  const token = quoted ?? (isKey ? /^[^:]+/ : /[{[]/.test(before) ? /^[^,\]}]+/ : /^.*\S/).exec(rest)?.[0];
  if (token === undefined) return null;
  const meant =
    found[3] ?? (found[1] === '' || isKey || /^[a-z][a-z0-9 :.-]*$/.test(found[2]!) ? found[2]! : `"${found[2]!}"`);
  lines[Number(row) - 1] = before + meant + rest.slice(token.length);
  return lines.join('\n');
}

test('a way out that says what to write, followed to the letter, leads to valid data', () => {
  const outcomes = [...said].flatMap(([example, messages]) => {
    const line = messages.find((each) => !each.includes(': let op: '));
    const file = line?.slice(0, line.indexOf(':')) ?? '';
    const tree = treeOf(example);
    const text =
      line && file.endsWith('.yaml') && !example.onDisk && tree[file] !== undefined ? followed(tree[file], line) : null;
    return text === null ? [] : [{ did: example.did, line, after: problemLines({ ...tree, [file]: text }) }];
  });
  assert.ok(outcomes.length > 40, String(outcomes.length));
  // Where what was meant changes a figure, the percentage in the example is another one.
  assert.equal(
    outcomes.filter(({ after }) => after.some((line) => !/: let op: |: gerapporteerd is /.test(line))),
    [],
  );
});

/** The files where a message says that one, or a folder, is to be; null where it says something else. */
function moved(tree: Tree, line: string): Tree | null {
  const found =
    /^(proef\/[^:]+):1:1: .*; (?:zet (?:haar|het|ze|die bestanden) in de map "([^"]+)"|geef (?:haar|het) de naam "([^"]+)")$/.exec(
      line,
    );
  if (!found) return null;
  const [, from = '', folder, name] = found;
  const above = from.slice(0, from.lastIndexOf('/'));
  // Several folders, or files, go together.
  const names = /de mappen (.*?) horen/.exec(line)?.[1]!.match(/[^", ]+/g) ?? [from.slice(above.length + 1)];
  const all = line.includes('zet die bestanden')
    ? Object.keys(tree).filter((path) => path.startsWith(`${above}/`) && tree[path]!.startsWith('organisatie:'))
    : names.map((each) => `${above}/${each}`);
  const target = folder === undefined ? above : `proef/${folder}`;
  return Object.fromEntries(
    Object.entries(tree).map(([path, text]) => {
      const begin = all.find((each) => path === each || path.startsWith(`${each}/`));
      return [
        begin === undefined ? path : `${target}/${name ?? begin.slice(above.length + 1)}${path.slice(begin.length)}`,
        text,
      ];
    }),
  );
}

test('a file or a folder that is put where a message says leads to valid data', () => {
  const outcomes = [...said].flatMap(([example, messages]) => {
    const tree = example.onDisk ? null : moved(treeOf(example), messages[0] ?? '');
    return tree ? [{ did: example.did, line: messages[0], after: problemLines(tree) }] : [];
  });
  assert.ok(outcomes.length > 15, String(outcomes.length));
  assert.equal(
    outcomes.filter(({ after }) => after.length > 0),
    [],
  );
});

test('every example has a message, and a title of its own', () => {
  assert.equal(
    [...said].filter(([, messages]) => messages.length === 0).map(([{ did }]) => did),
    [],
  );
  const titles = [...said.keys()].map(({ did }) => did);
  assert.equal(
    titles.filter((title, index) => titles.indexOf(title) !== index),
    [],
  );
});

test('every message says where, what and what to do, without words of programmers', () => {
  for (const line of lines) {
    assert.match(line, /^[^:]+:\d+:\d+: (?:let op: )?\S/);
    assert.match(sentence(line), /; |hier hoort|, dus |lezen: |^(?:noem|zet) /, `${line} does not say what to do`);
    assert.not.match(
      sentence(line).replace(/"[^"]*"/g, ''),
      /\b(?:string|objects?|array|null|undefined|regex|pattern|keys?|sleutel|pars\w*|json|schema|node|input|invalid\w*|expected|required|boolean|integer|NaN|element|instance|property|type)\b/i,
      line,
    );
    assert.not.match(sentence(line), /\bwordt\b.*\bverwacht\b|\.$/, line);
  }
});

test('the editor draws a red line at the line of every mistake that a schema of one file can know, and at no other mistake', () => {
  const missing = [...said.keys()].filter(
    (example) =>
      example.red === true &&
      !red.get(example)!.some(({ from, to }) => [...wrongLines(example)].some((line) => from <= line && line <= to)),
  );
  assert.equal(
    missing.map((example) => [example.did, [...wrongLines(example)], red.get(example)]),
    [],
  );
  const unexpected = [...said.keys()].filter(
    (example) =>
      typeof example.red === 'string' &&
      ![OF_THE_LANGUAGE, ELSEWHERE].includes(example.red) &&
      red.get(example)!.length > 0,
  );
  assert.equal(
    unexpected.map((example) => [example.did, red.get(example)]),
    [],
  );
});

test('no shipped data file has a red line', async () => {
  const files = fs.readdirSync('data', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  assert.ok(files.length > 50);
  const found = await Promise.all(
    files.map(async (file) => [file, await editor.redLines(file, fs.readFileSync(`data/${file}`, 'utf8'))] as const),
  );
  assert.equal(
    found.filter(([, lines]) => lines.length > 0),
    [],
  );
});

test.run();
