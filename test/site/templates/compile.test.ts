import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { siteFilters } from '../../../scripts/site/filters.ts';
import { Safe } from '../../../scripts/site/templates/runtime.ts';
import { Templates } from '../../../scripts/site/templates/templates.ts';
import { inFolder } from '../../support/folder.ts';

interface Nunjucks {
  readonly Environment: new (
    loader: object,
    options: object,
  ) => {
    addFilter(name: string, filter: (...given: never[]) => unknown): void;
    renderString(text: string, data: object): string;
  };
  readonly FileSystemLoader: new (folder: string) => object;
  readonly runtime: { readonly SafeString: new (html: string) => object };
}

/** The Nunjucks of Eleventy itself, of which our templates have the language. */
const nunjucks = createRequire(import.meta.resolve('@11ty/eleventy'))('nunjucks') as Nunjucks;

const FILTERS = siteFilters();

/** What Nunjucks itself makes of a template. */
function byNunjucks(folder: string, text: string, data: object): string {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(FILTERS)) {
    environment.addFilter(name, (...given) => {
      const value = filter(...(given as [never]));
      return value instanceof Safe ? new nunjucks.runtime.SafeString(value.html) : value;
    });
  }
  return environment.renderString(text, data);
}

function rendered(text: string, data: object = {}, folder = '.'): string {
  return new Templates(folder, FILTERS).compile(text, 'proef.njk')(data);
}

/** Templates in which each thing that we use of Nunjucks stands once, in the ways that are easily got wrong. */
const CASES: Readonly<Record<string, string>> = {
  'text and values are escaped, HTML of a filter is not': `a{{ text }}b{{ 3 }}{{ "x" }}{{ text | safe }}{{ text | forceescape }}{{ 'a"' }}{{ none if not text else number }}`,
  'lines with a tag leave no line behind': '<ul>\n  {% if text %}\n  <li>{{ number }}</li>\n  {% endif %}\n</ul>\n',
  conditions:
    '{% if none_here %}a{% elif list.length > 1 %}b{% else %}c{% endif %}{% if text and not number %}d{% endif %}{% if none_here or number == 7 %}e{% endif %}{{ "," if list.length !== 3 }}',
  'loops, with what they know of themselves, within each other':
    '{% for a in list %}{% for b in pairs %}{{ loop.index }}{{ b.name }}{% if loop.last %};{% endif %}{% endfor %}{{ a }}{{ "|" if not loop.last }}{{ loop.first }}{% else %}leeg{% endfor %}{% for a in none_here %}{{ a }}{% else %}leeg{% endfor %}',
  'what is set in a loop stays there, what is set above it is seen in it':
    '{% set x = 1 %}{% for a in list %}{% set y = a %}{{ x }}{{ y }}{% endfor %}{{ x }}{% if y %}y{% endif %}',
  'macros with a value of their own, by place and by name':
    '{% macro m(a, b="z", c=false) %}{{ a }}{{ b }}{% if c %}!{% endif %}{% endmacro %}{{ m(text) }}{{ m(1, 2) }}{{ m(1, c=true) }}{{ m(m("<"), b=3) }}',
  'a call hands on what stands in it, with what stands around it':
    '{% macro m(a) %}<{{ a }}>{% if caller %}{{ caller() }}{% endif %}{% endmacro %}{% for p in pairs %}{% call m(p.name) %}{{ p.name }}{{ text }}{% endcall %}{% endfor %}{{ m(1) }}',
  'imports, with and without the context':
    '{% import "delen.njk" as delen %}{% import "delen.njk" as met with context %}{% from "delen.njk" import groet, naam as anders %}{{ delen.groet("<a>") }}{{ met.zegt() }}{{ groet(1) }}{{ anders }}',
  'includes see what is there': '{% set x = "<x>" %}{% for a in list %}{% include "deel.njk" %}{% endfor %}',
  'values by key, and of lists':
    '{{ pairs[1].name }}{{ pairs[0]["name"] }}{{ list | join("-") }}{{ list | join }}{{ text | lower }}',
  'a page extends a page that extends one':
    '{% extends "tussen.njk" %}{% set titel = text %}{% block midden %}{{ titel }}{% for a in list %}{{ a }}{% endfor %}{% endblock %}niets',
};

const PARTS = {
  'delen.njk':
    '{% set naam = "N" %}{% macro groet(wie) %}Dag {{ wie }}, {{ naam }}\n{% endmacro %}{% macro zegt() %}{{ text }}{% endmacro %}',
  'deel.njk': '[{{ x }}{{ text }}]',
  'basis.njk':
    '{% set van = "basis" %}<h1>{% block kop %}{{ van }}{% endblock %}</h1>\n{% block midden %}leeg{% endblock %}\n{{ van }}',
  'tussen.njk': '{% extends "basis.njk" %}{% block kop %}tussen {{ text }}{% endblock %}',
};

const DATA = { text: `<b>"Één" & 'twee' \\</b>`, number: 7, list: [1, '<', 3], pairs: [{ name: 'A' }, { name: 'B&' }] };

for (const [title, text] of Object.entries(CASES)) {
  test(`the same as Nunjucks makes: ${title}`, () =>
    inFolder((folder) => {
      for (const [name, part] of Object.entries(PARTS)) fs.writeFileSync(path.join(folder, name), part);
      assert.is(rendered(text, DATA, folder), byNunjucks(folder, text, DATA));
    }));
}

test('what is not there is an error with its place, and so is a call of what cannot be called', () => {
  assert.throws(() => rendered('a\n  {{ tekst.naam }}'), /proef\.njk:2:\d+: hier is niets om te tonen/);
  for (const filter of ['safe', 'lower', 'forceescape'])
    assert.throws(() => rendered(`{{ tekst.naam | ${filter} }}`), /proef\.njk:1:\d+: hier is niets voor het filter/);
  assert.throws(() => rendered('{{ tekst() }}'), /proef\.njk:1:\d+: dit is niets dat kan worden aangeroepen/);
  assert.throws(() => rendered('{% for a in "ab" %}{{ a }}{% endfor %}'), /proef\.njk:1:\d+: dit is geen lijst/);
  assert.throws(() => rendered('{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, b=2) }}'), /"b" meegegeven/);
});

test('what our templates do not know of Nunjucks is refused with its place', () => {
  for (const [text, what] of [
    ['{{ a | title }}', 'het filter "title"'],
    ['{{ a + b }}', 'Add'],
    ['{% for a, b in list %}{% endfor %}', 'meer dan één naam'],
    ['{% set a %}b{% endset %}', 'met een blok'],
    [
      '{% set a = 1 %}{% macro m() %}{% set b = 1 %}{% for c in d %}{% set b = c %}{% endfor %}{% endmacro %}',
      '{% set b %} voor wat',
    ],
    ['{% set x = 1 %}{% for a in b %}{% set x = a %}{% endfor %}', '{% set x %} voor wat'],
    ['{% include a %}', 'wordt berekend'],
    ['{% if not a == 1 %}{% endif %}', 'vergelijking'],
    ['{% include "a.njk" ignore missing %}', 'ignore missing'],
    ['{% for a in b %}{{ loop.revindex }}{% endfor %}', 'loop.revindex'],
  ] as const) {
    assert.throws(
      () => rendered(text),
      (fault: Error) => fault.message.includes(what) && /^proef\.njk:1:\d+: /.test(fault.message),
      text,
    );
  }
  assert.throws(() => rendered('{% if a %}'), /unexpected end|parse/i);
});

test.run();
