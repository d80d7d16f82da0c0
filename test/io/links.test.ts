import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { externalLinks } from '../../scripts/io/links.ts';
import { put } from '../support/folder.ts';
import { scratch } from '../support/scratch.ts';

test('links out of the site are listed once, with the pages on which they stand, and its own are not', () => {
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

test.run();
