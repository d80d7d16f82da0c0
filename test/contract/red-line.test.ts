import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { z } from 'zod';
import { baseAddress, securityContact, url } from '../../scripts/contract/addresses.ts';
import { date, line, markdown } from '../../scripts/contract/fields.ts';

interface Patterns {
  readonly pattern?: string;
  readonly allOf?: readonly Patterns[];
}

/** Whether a text matches every pattern in the JSON Schema of a field. */
function fitsAll({ pattern, allOf = [] }: Patterns, text: string): boolean {
  return (pattern === undefined || new RegExp(pattern, 'u').test(text)) && allOf.every((each) => fitsAll(each, text));
}

function bothSay(field: z.ZodType, text: string): [code: boolean, schema: boolean] {
  return [field.safeParse(text).success, fitsAll(z.toJSONSchema(field, { target: 'draft-7' }) as Patterns, text)];
}

test('the pattern of a date and the calendar agree on every day there could be', () => {
  const patterns = z.toJSONSchema(date(''), { target: 'draft-7' }) as Patterns;
  const field = date('');
  for (const year of ['1899', '1900', '1996', '2000', '2023', '2024', '2025', '2100', '2400']) {
    for (let month = 0; month <= 25; month++) {
      for (const day of ['', ...Array.from({ length: 33 }, (_, at) => `-${String(at).padStart(2, '0')}`)]) {
        const text = `${year}-${String(month).padStart(2, '0')}${day}`;
        assert.is(fitsAll(patterns, text), field.safeParse(text).success, text);
      }
    }
  }
});

const ADDRESSES = [
  'https://proef.example',
  'https://proef.example/',
  'https://proef.example/a/b?c=d#e',
  'https://proef.example:8443/a',
  'https://proef.example/a@b',
  'https://éé.example/ü',
  'https:proef.example',
  'http://localhost',
  'http://localhost:8080',
  'https://proef.example/a//',
  'http://localhost:8080/norm',
  'http://localhostig.example',
  'http://proef.example',
  'https://naam@proef.example',
  'https://a:b@proef.example/c',
  'https://proef.example/a b',
  'proef.example',
  'javascript:alert(1)',
  'https://',
  'https://proef.example?a',
  'https://proef.example/<b>',
  'mailto:lek@proef.example',
  'mailto:lek',
  'ftp://proef.example',
  '',
];

for (const [name, field] of [
  ['a web address', url('')],
  ['the address of the site', baseAddress('')],
  ['a contact for leaks', securityContact('')],
] as const) {
  test(`the pattern of ${name} refuses nothing that is allowed, and what is commonly wrong`, () => {
    for (const text of ADDRESSES) assert.equal(bothSay(field, text)[1], bothSay(field, text)[0], text);
  });
}

test('an address with an accent is right however often it is read', () => {
  const field = url('');
  let refused = 0;
  for (let time = 0; time < 10_000; time++) if (!field.safeParse('https://éé.example/ü').success) refused++;
  assert.is(refused, 0);
});

test('both the program and the editor notice what is hidden in a text', () => {
  for (const text of [
    'gewoon',
    'é – “ja” 🙂',
    '',
    '  ',
    'twee\nregels',
    'na\u2028',
    'bel\u0007',
    'om\u202ekeer',
    'half\ud83d',
    'tab\tmag',
  ]) {
    for (const field of [line(''), markdown('')]) {
      const [code, schema] = bothSay(field, text);
      assert.is(schema, code, JSON.stringify(text));
    }
  }
});

test.run();
