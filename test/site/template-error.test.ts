import path from 'node:path';
import Eleventy from '@11ty/eleventy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TemplateError } from '../../scripts/cli/system-error.ts';
import { markdown } from '../../scripts/site/markdown.ts';
import { nunjucks } from '../../scripts/site/nunjucks.ts';
import { asTemplateError } from '../../scripts/site/template-error.ts';
import { inFolder, put } from '../support/folder.ts';

const PARTS = {
  'content/_includes/delen.njk': '{% macro naam(wie) %}\n<b>\n  {{ wie.naam }}</b>\n{% endmacro %}\n',
  'content/_includes/deel.njk': '<p>\n{% if view.aan %}aan{% endif %}\n{{ view.deel }}</p>\n',
  'content/_includes/blad.njk': '<html>\n{{ content | safe }}{{ view.blad }}\n</html>\n',
};

/** The message for a mistake in a page: `kop` goes in its front matter, `text` below it from line 5 on. */
async function told(text: string, { kop = 'title: Proef', files = {} }: { kop?: string; files?: object } = {}) {
  let message = '';
  await inFolder(async (folder) => {
    put(folder, { ...PARTS, 'content/pages/proef.njk': `---\n${kop}\nlayout: blad.njk\n---\n${text}\n`, ...files });
    const content = path.join(folder, 'content');
    const eleventy = new Eleventy(path.relative('.', content), path.relative('.', path.join(folder, 'uit')), {
      configPath: '',
      quietMode: true,
      config: (config) => {
        config.addPlugin(nunjucks);
        config.addPlugin(markdown);
        config.addGlobalData('view', { blad: 'x', deel: 'y' });
      },
    });
    eleventy.disableLogger();
    const error = await eleventy.write().then(
      () => null,
      (thrown: unknown) => asTemplateError(thrown, content),
    );
    assert.instance(error, TemplateError, String(error));
    message = (error as Error).message;
  });
  assert.ok(message.split('\n').length <= 6, message);
  return message;
}

const PAGE: readonly (readonly [mistake: string, text: string, told: RegExp])[] = [
  [
    'a value that is not there',
    '<p>\n  {{ view.er_niet }}</p>',
    /^content\/pages\/proef\.njk:6:3: hier is niets .*\n {2}\{\{ view\.er_niet/,
  ],
  [
    'a block without an end',
    '{% block a %}\n{{ title }}',
    /proef\.njk:5:1: dit wordt niet afgesloten; zet er \{% endblock %\} achter/,
  ],
  [
    'a condition without an end, in a block',
    '{% block a %}\n{% if title %}\nx\n{% endblock %}',
    /proef\.njk:6:1: .*\{% endif %\}/,
  ],
  ['an end of nothing', 'x\n{% endif %}', /proef\.njk:6:1: hier wordt afgesloten wat niet open is/],
  ['a tag that does not exist', 'x\n  {% lus a %}', /proef\.njk:6:6: \{% lus %\} bestaat niet/],
  ['a filter that does not exist', 'x\n{{ title | grooter }}', /proef\.njk:6:10: er is geen filter "grooter"/],
  [
    'a filter that is given nothing',
    'x\n{{ view.er_niet | markdown | safe }}',
    /proef\.njk:6:17: het filter "markdown"/,
  ],
  ['a part that does not exist', 'x\n{% include "del.njk" %}', /proef\.njk:6:12: er is geen sjabloon "del\.njk"/],
  [
    'a macro that does not exist',
    '{% import "delen.njk" as delen %}\n{{ delen.nam(1) }}',
    /proef\.njk:6:10: "nam" kan niet/,
  ],
  ['braces that do not close', 'x\n{{ title }', /proef\.njk:6:10: Nunjucks kan dit niet lezen/],
  [
    'what is not there in a macro of another file',
    '{% from "delen.njk" import naam %}\n{{ naam({}) }}',
    /^content\/_includes\/delen\.njk:3:3: hier/,
  ],
  [
    'what is not there in a part',
    '{% set view = {} %}{% include "deel.njk" %}',
    /^content\/_includes\/deel\.njk:3:1: hier/,
  ],
];

for (const [mistake, text, expected] of PAGE) {
  test(`reported in a few lines, with its place: ${mistake}`, async () => assert.match(await told(text), expected));
}

test('reported in a few lines, with its place: mistakes in a layout, or in front matter', async () => {
  const layout = { 'content/_includes/blad.njk': '<html>\n{{ content | safe }}{{ view.bld }}' };
  assert.match(await told('x', { files: layout }), /^content\/_includes\/blad\.njk:2:21: hier is niets/);
  assert.match(await told('x', { kop: 'title: a: b' }), /^content\/pages\/proef\.njk:2:\d+: de kop is geen goede YAML/);
  assert.match(await told('x', { kop: 'layout: blat.njk\ntitle: x' }), /proef\.njk:\d+:1: /);
  assert.match(
    await told('x', { kop: 'pagination: {data: pages.thema, size: 1}' }),
    /proef\.njk:2:1: er zijn geen gegevens "pages\.thema"/,
  );
});

test('an error thrown by the program itself is left unchanged', () => {
  const thrown = new Error('stuk');
  assert.is(asTemplateError(thrown), thrown);
});

test.run();
