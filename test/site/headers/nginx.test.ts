import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { load } from 'cheerio';
import { makeSite } from '../../../scripts/site/make-site.ts';
import { headersOf } from '../../../scripts/site/headers/policy.ts';
import { nginxProgram, startNginx } from '../../support/nginx.ts';
import { sample } from '../../support/sample.ts';
import { putFiles, scratch } from '../../support/scratch.ts';
import { changed } from '../../support/tree.ts';

const program = nginxProgram();

const hasOpenssl = (() => {
  try {
    return execFileSync('openssl', ['version']).length > 0;
  } catch {
    return false;
  }
})();
if (!program) console.log('nginx is not installed: the tests of its configuration are skipped');

/** A request with the path exactly as given, which fetch would normalise first. */
function ask(
  origin: string,
  address: string,
  headers: http.OutgoingHttpHeaders = {},
  method = 'GET',
): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const { protocol, hostname, port } = new URL(origin);
    const client = protocol === 'https:' ? https : http;
    const request = client.request(
      { hostname, port, path: address, method, headers, rejectUnauthorized: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('latin1'),
          }),
        );
      },
    );
    request.on('error', reject).end();
  });
}

function expectHeaders(got: http.IncomingHttpHeaders, file: string, shown: string): void {
  for (const [name, value] of Object.entries(headersOf(file)))
    assert.is(got[name.toLowerCase()], value, `${name} of ${shown}`);
  if (!('X-Frame-Options' in headersOf(file))) assert.is(got['x-frame-options'], undefined, shown);
  assert.is(got.server, 'nginx', 'no version');
}

for (const base of ['https://proef.example', 'https://proef.example/een/norm']) {
  (program ? test : test.skip)(
    `nginx with our configuration serves ${base} with all headers and nothing else`,
    async () => {
      const folder = scratch('served');
      putFiles(path.join(folder, 'data'), changed(sample, 'site.yaml', 'https://proef.example', base));
      const site = path.join(folder, 'site');
      await makeSite(path.join(folder, 'data'), site, { compress: true });
      putFiles(site, {
        'grafiek/proef/index.html': '<p>proef</p>',
        'zoeken/index.html': '<p>proef</p>',
        'assets/app-0a1b2c3d4e.js': '',
        'assets/app.mjs': '',
      });
      const prefix = new URL(base).pathname.replace(/\/$/, '');
      const stylesheet = fs.readdirSync(path.join(site, 'assets')).find((name) => name.endsWith('.css'))!;
      const nginx = await startNginx(program!, site, base);
      try {
        const $ = load(fs.readFileSync(path.join(site, 'sitemap.xml'), 'utf8'), { xml: true });
        const listed = $('loc')
          .toArray()
          .map((element) => new URL($(element).text()).pathname);
        assert.ok(listed.length > 10);
        const special = [
          '/grafiek/proef/',
          '/zoeken/',
          '/assets/app-0a1b2c3d4e.js',
          '/data/cijfers.csv',
          '/data/rapport.json',
          '/data/manifest.json',
          `/assets/${stylesheet}`,
          '/404.html',
          '/robots.txt',
        ];
        for (const address of [...listed, ...special.map((name) => `${prefix}${name}`)]) {
          const { status, headers } = await ask(nginx.origin, address);
          assert.is(status, 200, address);
          const file = address.slice(prefix.length + 1);
          expectHeaders(headers, file.endsWith('/') || file === '' ? `${file}index.html` : file, address);
        }
        for (const [name, type] of [
          ['', 'text/html'],
          ['data/cijfers.csv', 'text/csv'],
          ['data/rapport.json', 'application/json'],
          [`assets/${stylesheet}`, 'text/css'],
          ['assets/app.mjs', 'application/javascript'],
        ]) {
          assert.is((await ask(nginx.origin, `${prefix}/${name}`)).headers['content-type'], `${type}; charset=utf-8`);
        }
        for (const [encoding, sent] of [['gzip', 'gzip'], ...(nginx.brotli ? [['gzip, br', 'br']] : [])]) {
          for (const name of ['', 'data/cijfers.csv'])
            assert.is(
              (await ask(nginx.origin, `${prefix}/${name}`, { 'accept-encoding': encoding })).headers[
                'content-encoding'
              ],
              sent,
              `${name} as ${encoding}`,
            );
        }
        if (!nginx.brotli) fs.symlinkSync('/etc/passwd', path.join(site, 'assets/link.txt'));
        const wrong = [
          '/bestaat-niet/',
          '/norm/9.9/',
          '/.normrapport',
          '/_headers',
          '/index.html.gz',
          '/data/cijfers.csv.br',
          '/.git/config',
          '/assets/link.txt',
          '/assets/',
          '/norm/..%2f..%2f..%2fetc/passwd',
          '/..%2f..%2fetc/passwd',
          '/%2e%2e/%2e%2e/etc/passwd',
          '/../../../etc/passwd',
          '/assets/..;/..;/etc/passwd',
          '/data/cijfers.csv/',
          '/data/cijfers.csv%00.html',
          '/%00',
          '/norm\\..\\..\\x',
        ];
        for (const name of wrong) {
          const { status, body, headers } = await ask(nginx.origin, `${prefix}${name}`);
          assert.ok(status === 404 || status === 400, `${name}: ${status}`);
          assert.not.match(body, 'root:');
          if (status === 404) {
            assert.match(body, 'Deze pagina bestaat niet', name);
            expectHeaders(headers, '404.html', name);
          }
        }
        const moved = await ask(nginx.origin, `${prefix}/norm/1.0`);
        assert.equal([moved.status, moved.headers.location], [301, `${prefix}/norm/1.0/`]);
        assert.is((await ask(nginx.origin, `${prefix}/`, {}, 'POST')).status, 405);
        for (const name of prefix === '' ? [] : ['/robots.txt', '/.well-known/security.txt']) {
          const { status, headers } = await ask(nginx.origin, name);
          assert.equal([status, headers.location], [302, `${prefix}${name}`]);
        }
      } finally {
        nginx.stop();
      }
    },
  );
}

if (program && !hasOpenssl) console.log('openssl is not installed: the test of nginx with a certificate is skipped');

(program && hasOpenssl ? test : test.skip)(
  'with a certificate nginx serves the same, and sends on who comes without encryption',
  async () => {
    const site = scratch('secure');
    putFiles(site, { 'index.html': '<p>proef</p>', '404.html': '<p>Deze pagina bestaat niet</p>' });
    const nginx = await startNginx(program!, site, 'https://proef.example', true);
    try {
      const { status, headers } = await ask(nginx.origin, '/');
      assert.is(status, 200);
      expectHeaders(headers, 'index.html', '/');
      assert.match(headers['strict-transport-security'] ?? '', /max-age=\d{8}/);
      const sent = await ask(nginx.open, '/norm/1.0/?x=1', { host: 'proef.example' });
      assert.equal([sent.status, sent.headers.location], [301, 'https://proef.example/norm/1.0/?x=1']);
    } finally {
      nginx.stop();
    }
  },
);

test.run();
