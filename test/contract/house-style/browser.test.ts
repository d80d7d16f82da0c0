import http from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkLogo } from '../../../scripts/contract/house-style/logo.ts';
import { urlOfStyleSheet } from '../../../scripts/contract/house-style/media-url.ts';
import { checkStyleSheet } from '../../../scripts/contract/house-style/style-sheet.ts';
import { browser, closeBrowser } from '../../support/browser.ts';
import { HOSTILE_CSS, HOSTILE_SVG } from '../../support/hostile-style.ts';

test.after(closeBrowser);

/** A page that shows each sample in its own frame. */
function pageOf(samples: readonly string[], extension: string): string {
  return `<!doctype html>${samples.map((_, index) => `<iframe src="/${index}.${extension}" width="40" height="20"></iframe>`).join('')}`;
}

/** A page for a frame, with elements for a style sheet to style. */
function styled(address: string): string {
  return `<!doctype html><link rel="stylesheet" href="${address}.css"><a href="x">AA<b>b</b></a><ul><li>x</ul>`;
}

interface Shown {
  /** The samples as the browser got them. */
  readonly texts: readonly string[];
  /** Samples that made the browser request their address. */
  readonly asked: ReadonlySet<number>;
}

const PAGE = { 'content-type': 'text/html; charset=utf-8' };

/** Shows samples in a browser without any protection; each `¤` becomes an address unique to its sample. */
async function show(samples: readonly string[], kind: 'css' | 'svg'): Promise<Shown> {
  const asked = new Set<number>();
  let texts: readonly string[] = [];
  const server = http.createServer(({ url = '' }, response) => {
    const [, leak, name = '', extension] = /^\/(leak\/)?(\d*)(?:\.(\w+))?/.exec(url)!;
    if (leak) asked.add(Number(name));
    if (leak || url === '/favicon.ico') response.writeHead(404).end();
    else if (name === '') response.writeHead(200, PAGE).end(pageOf(samples, kind === 'css' ? 'html' : 'svg'));
    else if (extension === 'html') response.writeHead(200, PAGE).end(styled(name));
    else
      response
        .writeHead(200, { 'content-type': extension === 'css' ? 'text/css' : 'image/svg+xml' })
        .end(texts[Number(name)]);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `//127.0.0.1:${(server.address() as AddressInfo).port}`;
  texts = samples.map((sample, index) => sample.replaceAll('¤', `${host}/leak/${index}`));
  const context = await (await browser()).newContext();
  try {
    const page = await context.newPage();
    // Hundreds of images that animate and send requests can exceed the default timeout on a busy machine.
    await page.goto(`http:${host}/`, { waitUntil: 'networkidle', timeout: 0 });
  } finally {
    await context.close();
    server.close();
    server.closeAllConnections();
  }
  return { texts, asked };
}

/** Enough to show that there are samples of both kinds. */
const FEW = 5;

async function assertHarmless(samples: readonly string[], kind: 'css' | 'svg', isAccepted: (text: string) => boolean) {
  const { texts, asked } = await show(samples, kind);
  const accepted = [...texts.keys()].filter((index) => isAccepted(texts[index]!));
  assert.equal(
    accepted.filter((index) => asked.has(index)).map((index) => texts[index]),
    [],
  );
  const counts = `${accepted.length} of ${texts.length} are accepted, and ${asked.size} ask for something`;
  assert.ok(accepted.length > FEW && asked.size > FEW, counts);
}

const SAMPLES = 200;

test('a style sheet that is accepted makes a browser fetch nothing, whatever it is made of', async () => {
  const checkUrl = urlOfStyleSheet([], checkLogo);
  await assertHarmless(fc.sample(HOSTILE_CSS, SAMPLES), 'css', (css) => checkStyleSheet(css, checkUrl).length === 0);
});

test('a logo that is accepted makes a browser fetch and run nothing, even as a page of its own', async () => {
  await assertHarmless(fc.sample(HOSTILE_SVG, SAMPLES), 'svg', (svg) => checkLogo(svg).length === 0);
});

test.run();
