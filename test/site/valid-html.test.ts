import { HtmlValidate, type ConfigData } from 'html-validate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { builtSite, pagesOf } from '../support/site.ts';

const pages = pagesOf(await builtSite());

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Taste, not errors: HTML allows either way of writing, and templates leave blank lines.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'no-implicit-close': 'off',
    // Everything comes from this site itself, which the content security policy enforces.
    'require-sri': 'off',
    // Titles name the point, the norm and the report; a shorter one would not tell two pages apart.
    'long-title': 'off',
    // A table of which rows become blocks on a phone loses its roles in some browsers; so they are written down.
    'no-redundant-role': 'off',
    // A page has one region for every table that scrolls, each with a name.
    'prefer-native-element': 'off',
    // What may not slip in.
    'no-inline-style': 'error',
    'heading-level': 'error',
    'no-dup-id': 'error',
    'valid-id': ['error', { relaxed: true }],
    'wcag/h37': 'error',
  },
};

test('every page is valid HTML, by the rules of the standard and of accessibility', async () => {
  const validator = new HtmlValidate(CONFIG);
  const wrong: string[] = [];
  for (const { address, html } of pages) {
    const { results } = await validator.validateString(html, address);
    for (const { messages } of results) {
      for (const { ruleId, message, line } of messages) wrong.push(`${address}:${line} ${ruleId}: ${message}`);
    }
  }
  assert.equal(wrong.slice(0, 20), []);
});

test.run();
