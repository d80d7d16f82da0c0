import { HtmlValidate, type ConfigData } from 'html-validate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { builtSite, pagesOf } from '../support/site.ts';

const pages = pagesOf(await builtSite());

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Taste: the standard allows either case.
    'doctype-style': 'off',
    // Everything comes from this site itself, which the content security policy enforces.
    'require-sri': 'off',
    // Titles name the point, the norm and the report; a shorter one would not tell two pages apart.
    'long-title': 'off',
    // A table of which rows become blocks on a phone loses its roles in some browsers; so they are written down.
    'no-redundant-role': 'off',
    // Not in every set of rules, but always errors here.
    'no-inline-style': 'error',
    'heading-level': 'error',
    'no-dup-id': 'error',
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
