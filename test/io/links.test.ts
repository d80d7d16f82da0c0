import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { externalLinks } from '../../scripts/io/links.ts';
import { put } from '../support/folder.ts';
import { scratch } from '../support/scratch.ts';

test('external links are listed once, with the pages that have them, and internal ones are not', () => {
  const site = scratch('links');
  put(site, {
    'index.html': '<a href="https://elders.example/a">a</a><a href="https://norm.example/over/">over</a>',
    'over/index.html':
      '<a rel="external" href="https://elders.example/a">a</a><a href="/">thuis</a><a href="http://ander.example/?a=1&amp;b=2">b</a>',
  });
  assert.equal(
    [...externalLinks(site, 'https://norm.example')],
    [
      ['http://ander.example/?a=1&b=2', ['/over/']],
      ['https://elders.example/a', ['/', '/over/']],
    ],
  );
});

test('an address that only begins like that of the site is another site, and HTML entities are decoded', () => {
  const site = scratch('links');
  put(site, {
    'z.html': '<a href="https://norm.example.org/">a</a><a href="https://norm.example">thuis</a>',
    'b.html': '<a class="x" href="https://elders.example/?q=&quot;a&#39;&lt;b&gt;&amp;lt;">b</a>',
    'a.html': '<a href="https://norm.example.org/">a</a><link href="https://geen.example/">',
  });
  assert.equal(
    [...externalLinks(site, 'https://norm.example')],
    [
      ['https://elders.example/?q="a\'<b>&lt;', ['/b.html']],
      ['https://norm.example.org/', ['/a.html', '/z.html']],
    ],
  );
});

test.run();
