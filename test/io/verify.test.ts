import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import zlib from 'node:zlib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../scripts/model/problem.ts';
import { MANIFEST, manifestOf, manifestText, verifySite } from '../../scripts/io/manifest.ts';
import { putFiles, scratch } from '../support/scratch.ts';

/** A small site with its manifest. */
function site(): string {
  const folder = scratch('site');
  putFiles(folder, { 'index.html': '<p>thuis</p>', 'over/index.html': '<p>over</p>', 'data/cijfers.csv': 'a,b\r\n' });
  putFiles(folder, { [MANIFEST]: manifestText(manifestOf(folder)) });
  return folder;
}

/** Serves a folder as a plain web server does; `status` may give another answer, or 0 to drop the connection. */
async function serving(
  folder: string,
  use: (address: string) => Promise<void>,
  status: (address: string) => number = () => 200,
): Promise<void> {
  const server = http.createServer(({ url = '/' }, response) => {
    if (status(url) === 0) return void response.destroy();
    const file = path.join(folder, url.endsWith('/') ? `${url}index.html` : url);
    const answer = fs.existsSync(file) ? status(url) : 404;
    response.writeHead(answer).end(answer === 200 ? fs.readFileSync(file) : '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`).finally(() => server.close());
}

function refusal(place: string): Promise<string> {
  return verifySite(place).then(
    () => 'not refused',
    (error: unknown) => (error instanceof UsageError ? error.message : String(error)),
  );
}

test('an unchanged site has no differences, compressed files included, in a folder and at an address', async () => {
  const folder = site();
  putFiles(folder, { 'index.html.gz': zlib.gzipSync('<p>thuis</p>'), _headers: '/*' });
  assert.equal(await verifySite(folder), { checked: 3, differences: [] });
  await serving(folder, async (address) => assert.equal(await verifySite(address), { checked: 3, differences: [] }));
});

test('each file that is missing, changed, longer or unexpected is named', async () => {
  const folder = site();
  fs.rmSync(path.join(folder, 'over/index.html'));
  putFiles(folder, {
    'index.html': '<p>thuus</p>',
    'data/cijfers.csv': 'a,b,c\r\n',
    'vreemd.html': 'x',
    'index.html.gz': zlib.gzipSync('iets anders'),
  });
  const found = [
    'data/cijfers.csv: is 7 bytes in plaats van 5',
    'index.html: heeft een andere inhoud',
    'over/index.html: ontbreekt',
  ];
  assert.equal((await verifySite(folder)).differences, [
    ...found,
    'index.html.gz: hoort er niet bij',
    'vreemd.html: hoort er niet bij',
  ]);
  await serving(folder, async (address) => assert.equal((await verifySite(address)).differences, found));
});

test('a server that temporarily cannot answer does not make a file missing', async () => {
  await serving(
    site(),
    async (address) => {
      assert.equal((await verifySite(address)).differences, [
        'over/index.html: nu niet op te halen (de server zegt 503)',
      ]);
    },
    (address) => (address === '/over/' ? 503 : 200),
  );
  await serving(
    site(),
    async (address) => assert.match(await refusal(address), /503.*probeer het later opnieuw/),
    () => 503,
  );
});

test('a file that the server says is gone for good is missing; one without any answer is not called missing', async () => {
  await serving(
    site(),
    async (address) => {
      assert.equal((await verifySite(address)).differences, [
        'data/cijfers.csv: nu niet op te halen (geen antwoord)',
        'over/index.html: ontbreekt',
      ]);
    },
    (address) => (address === '/over/' ? 410 : address === '/data/cijfers.csv' ? 0 : 200),
  );
});

test('a site below the root of its server is found with or without a slash at the end of its address', async () => {
  const root = scratch('server');
  fs.renameSync(site(), path.join(root, 'norm'));
  for (const end of ['norm', 'norm/'])
    await serving(root, async (address) => {
      assert.equal(await verifySite(`${address}${end}`), { checked: 3, differences: [] });
    });
});

test('files compressed with Brotli, and a compressed list of files, belong to the site if they hold the same content', async () => {
  const folder = site();
  const manifest = fs.readFileSync(path.join(folder, MANIFEST));
  putFiles(folder, {
    'over/index.html.br': zlib.brotliCompressSync(Buffer.from('<p>over</p>')),
    [`${MANIFEST}.gz`]: zlib.gzipSync(manifest),
    'index.html.br': 'not packed at all',
  });
  assert.equal((await verifySite(folder)).differences, ['index.html.br: hoort er niet bij']);
});

test('a place without a valid manifest is refused with an explanation', async () => {
  const folder = scratch('leeg');
  assert.match(await refusal(folder), /staat geen data\/manifest\.json/);
  putFiles(folder, { [MANIFEST]: '{' });
  assert.match(await refusal(folder), /geen lijst van bestanden/);
  assert.match(await refusal('http://127.0.0.1:1/'), /geeft geen antwoord/);
});

test.run();
