import { HtmlValidate, type ConfigData } from 'html-validate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { builtSite, pagesOf } from '../support/site.ts';

const pages = pagesOf(await builtSite());

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // A matter of taste: the standard allows either case.
    'doctype-style': 'off',
    // Everything is served by this site itself, which the content security policy enforces.
    'require-sri': 'off',
    // Titles name the ambition, the norm and the report; shorter ones would not distinguish pages.
    'long-title': 'off',
    // A table whose rows become blocks on a phone loses its roles in some browsers, so the roles are explicit.
    'no-redundant-role': 'off',
    // Not in every preset, but always an error here.
    'no-inline-style': 'error',
    'heading-level': 'error',
    'no-dup-id': 'error',
  },
};

test('every page is valid HTML, by the rules of the standard and those of accessibility', async () => {
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
