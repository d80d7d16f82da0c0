import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { headersOf } from '../../scripts/site/headers/policy.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const folder = await builtSite();

test('files that pages load have a hash of their content in their names, so that a browser may cache them for ever', () => {
  const loaded = new Set(
    pagesOf(folder).flatMap(({ $ }) =>
      $('link[rel=stylesheet], link[rel=icon], script[src], [data-libraries]')
        .toArray()
        .flatMap(({ attribs }) => (attribs['data-libraries'] ?? attribs.href ?? attribs.src!).split(' ')),
    ),
  );
  loaded.delete('/assets/narekenen.mjs');
  assert.ok(loaded.size >= 8);
  for (const address of loaded) {
    const hash = createHash('sha256')
      .update(fs.readFileSync(path.join(folder, address)))
      .digest('hex');
    assert.is(/\.([0-9a-f]{10})\.[a-z]+$/.exec(address)?.[1], hash.slice(0, 10), address);
    assert.match(headersOf(address.slice(1))['Cache-Control'] ?? '', /immutable/, address);
  }
});

test('files that readers keep, or that other sites show, have a permanent name', () => {
  const names = filesBelow(folder);
  for (const name of ['assets/narekenen.mjs']) {
    assert.ok(names.includes(name));
    assert.not.match(headersOf(name)['Cache-Control'] ?? '', /immutable/, name);
  }
});

test.run();
