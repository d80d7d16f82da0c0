import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const folder = await builtSite();
const pages = pagesOf(folder);

const packed = new Map<string, number>();

/** Size of a file as sent. */
function sent(file: string): number {
  const size = packed.get(file) ?? gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 }).length;
  packed.set(file, size);
  return size;
}

/** Pages that load a script, because the reader pressed a button to get there. */
const ASKED = /\/(?:interactief|sorteren|narekenen\/uitvoeren|zoeken|editie\/[^/]+\/norm\/[^/]+\/meting\/[^/]+)\/$/;

test('every page is at most 14 kB of compressed HTML, and at most 40 kB with all that it loads on a first visit', () => {
  const wrong = pages.flatMap(({ address, html, $ }) => {
    const own = gzipSync(html, { level: 9 }).length;
    const loaded = [
      ...new Set(
        $('link[rel=stylesheet],link[rel=icon],img:not([loading=lazy]),script[src]')
          .toArray()
          .map(({ attribs }) => attribs.href ?? attribs.src ?? ''),
      ),
    ]
      .filter((reference) => !ASKED.test(address) || !reference.endsWith('.js'))
      .reduce((sum, reference) => sum + sent(new URL(reference, `http://site.example${address}`).pathname.slice(1)), 0);
    return [
      ...(own > 14_000 ? [`${address}: ${own} bytes of HTML`] : []),
      ...(own + loaded > 40_000 ? [`${address}: ${own + loaded} bytes`] : []),
    ];
  });
  assert.equal(wrong, []);
});

test('no page loads a script before a reader asks for it', () => {
  const wrong = pages.filter(
    ({ address, $ }) =>
      !ASKED.test(address) &&
      $('script:not([type="application/ld+json"]),[rel=modulepreload],[rel=preload][as=script]').length > 0,
  );
  assert.equal(
    wrong.map(({ address }) => address),
    [],
  );
});

test('every class in the style sheet is used by a page or a script', () => {
  const css = fs
    .readFileSync(
      path.join(
        folder,
        filesBelow(folder).find((name) => /^assets\/site\..+\.css$/.test(name))!,
      ),
      'utf8',
    )
    .replace(/url\([^)]*\)|\/\*[^]*?\*\//g, '');
  const classes = new Set([...css.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/gi)].map(([, name]) => name!));
  const used = new Set(
    pages.flatMap(({ $ }) =>
      $('[class]')
        .toArray()
        .flatMap(({ attribs }) => (attribs.class ?? '').split(/\s+/)),
    ),
  );
  const programs = filesBelow(folder)
    .filter((name) => /^assets\/.+\.m?js$/.test(name))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
  assert.equal(
    [...classes].filter((name) => !used.has(name) && !programs.includes(name)),
    [],
  );
});

test.run();
