import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { serveFolder } from '../../scripts/io/server.ts';
import { put } from '../support/folder.ts';
import { scratch } from '../support/scratch.ts';

const above = scratch('server');
const folder = path.join(above, '_site');
const FILE = '0123456789';
put(above, {
  '_site/index.html': '<p>begin',
  '_site/404.html': '<p>bestaat niet',
  '_site/map/index.html': '<p>map',
  '_site/data/cijfers.csv': FILE,
  '_site/leeg.txt': '',
  '_site/.well-known/security.txt': 'Contact: mailto:a@b.example',
  '_site.oud/geheim.txt': 'geheim',
  'geheim.txt': 'geheim',
});
const server = await serveFolder(folder, 0);
test.after(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

function ask(
  target: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: http.OutgoingHttpHeaders } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    http
      .request({ port: server.port, host: 'localhost', path: target, method, headers, agent: false }, (response) => {
        const { statusCode, headers: given } = response;
        text(response).then((all) => resolve({ status: statusCode!, headers: given, text: all }), reject);
      })
      .on('error', reject)
      .end();
  });
}

/** The answer to a raw request that no HTTP client would send, up to the end of its headers. */
async function raw(request: string): Promise<string> {
  const socket = net.connect(server.port, 'localhost');
  socket.write(request);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return answer.toString();
}

test('a request by any other name than that of this computer is refused, with the address of the site', async () => {
  const { port } = server;
  for (const host of [
    'kwaad.example',
    `kwaad.example:${port}`,
    'localhost',
    'localhost:1',
    `localhost.kwaad.example:${port}`,
    `kwaad.example@localhost:${port}`,
    `127.0.0.1.kwaad.example:${port}`,
    `[::2]:${port}`,
  ]) {
    const { status, text } = await ask('/', { headers: { host } });
    assert.is(status, 403, host);
    assert.is(text, `Deze site is alleen te zien op deze computer: http://localhost:${port}/\n`);
  }
  for (const host of ['localhost', 'LocalHost', '127.0.0.1', '[::1]']) {
    const { status, text } = await ask('/', { headers: { host: `${host}:${port}` } });
    assert.is(status, 200, host);
    assert.match(text, /begin/);
  }
  assert.match(await raw('GET / HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 403 /);
  assert.match(await raw('GET / HTTP/1.1\r\nhost:\r\n\r\n'), /^HTTP\/1\.1 403 /);
  assert.match(await raw('GET / HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 400 /);
});

test('a request for a full address is answered if it is ours, whatever its Host header says', async () => {
  const here = `http://localhost:${server.port}`;
  assert.match((await ask(`${here}/map/`)).text, /map/);
  assert.is((await ask(`${here}`)).status, 200);
  for (const target of ['http://kwaad.example/', `https://localhost:${server.port}/`])
    assert.is((await ask(target)).status, 403, target);
});

test('other methods than GET and HEAD are refused, with those that are not', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    const { status, headers, text } = await ask('/', { method });
    assert.equal([status, headers.allow], [405, 'GET, HEAD'], method);
    assert.match(text, /alleen lezen/);
  }
});

test('HEAD gives the headers of GET and nothing else, of pages, files, pieces and the stream of events', async () => {
  for (const [target, status] of [
    ['/', 200],
    ['/data/cijfers.csv', 200],
    ['/nergens/', 404],
    ['/.herladen.js', 200],
    ['/.herladen', 200],
  ] as const) {
    const { text, ...answer } = await ask(target, { method: 'HEAD' });
    assert.equal([answer.status, text], [status, ''], target);
  }
  const { status, headers, text } = await ask('/data/cijfers.csv', { method: 'HEAD', headers: { range: 'bytes=2-4' } });
  assert.equal([status, headers['content-range'], headers['content-length'], text], [206, 'bytes 2-4/10', '3', '']);
});

test('after HEAD of the stream of events a connection serves what is asked next', async () => {
  const socket = net.connect(server.port, 'localhost');
  const host = `host: localhost:${server.port}`;
  socket.write(`HEAD /.herladen HTTP/1.1\r\n${host}\r\n\r\nGET /map/ HTTP/1.1\r\n${host}\r\nconnection: close\r\n\r\n`);
  assert.match(await text(socket), /text\/event-stream[^]*<p>map/);
});

test('a range request gets that range of the file', async () => {
  for (const [range, piece, described] of [
    ['bytes=-5', '56789', 'bytes 5-9/10'],
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=3-', '3456789', 'bytes 3-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=-10', FILE, 'bytes 0-9/10'],
  ]) {
    const { status, headers, text } = await ask('/data/cijfers.csv', { headers: { range } });
    assert.equal([status, text, headers['content-range']], [206, piece, described], range);
    assert.is(headers['content-length'], String(piece!.length));
  }
});

test('a range outside the file is refused, and an invalid or multiple range gets the whole file', async () => {
  for (const [target, range] of [
    ['/data/cijfers.csv', 'bytes=10-'],
    ['/data/cijfers.csv', 'bytes=-0'],
    ['/leeg.txt', 'bytes=0-'],
  ] as const) {
    const { status, headers, text } = await ask(target, { headers: { range } });
    assert.equal([status, text], [416, ''], range);
    assert.match(headers['content-range']!, /^bytes \*\/\d+$/);
  }
  for (const range of [
    'bytes=-99',
    'bytes=',
    'bytes=-',
    'bytes=5-2',
    'bytes=a-b',
    'bytes=1-2x',
    'regels=1-2',
    'bytes=0-1,3-4',
    '5',
  ]) {
    const { status, headers, text } = await ask('/data/cijfers.csv', { headers: { range } });
    assert.equal([status, text, headers['content-range']], [200, FILE, undefined], range);
  }
});

test('nothing outside the folder is served, however it is requested', async () => {
  for (const target of [
    '/../geheim.txt',
    '/..%2fgeheim.txt',
    '/%2e%2e/geheim.txt',
    '/map/..%2f..%2fgeheim.txt',
    '/..%5cgeheim.txt',
    '/..\\geheim.txt',
    '/../_site.oud/geheim.txt',
    '/..%2f_site.oud%2fgeheim.txt',
    '/%00',
    '/data/cijfers.csv%00.html',
    '/data/cijfers.csv/',
    '/%',
    '/%c0%ae%c0%ae/geheim.txt',
  ]) {
    const { status, text } = await ask(target);
    assert.is(status, 404, target);
    assert.match(text, /bestaat niet|Niet gevonden/, target);
  }
  assert.is((await ask('/.well-known/security.txt')).status, 200);
});

test('the address of a folder without a slash redirects to its page, on this site only', async () => {
  assert.equal([(await ask('/map')).status, (await ask('/map')).headers.location], [302, '/map/']);
  fs.mkdirSync(path.join(folder, 'kwaad.example'));
  for (const target of ['//kwaad.example', '/\\kwaad.example', '/%5ckwaad.example', '/%2fkwaad.example'])
    assert.match((await ask(target)).headers.location ?? '/kwaad.example/', /^\/[^/\\]/, target);
});

test('another site may link to a page and show it in a frame, but not fetch anything', async () => {
  function from(site: string, mode: string): Promise<Answer> {
    return ask('/data/cijfers.csv', { headers: { 'sec-fetch-site': site, 'sec-fetch-mode': mode } });
  }
  assert.is((await from('cross-site', 'no-cors')).status, 403);
  assert.is((await from('cross-site', 'cors')).status, 403);
  assert.is((await from('cross-site', 'navigate')).status, 200);
  for (const site of ['same-origin', 'same-site', 'none']) assert.is((await from(site, 'no-cors')).status, 200);
});

test('a few dozen tabs hear of changes, no more, and a tab that closes makes room for another', async () => {
  const streams: http.IncomingMessage[] = [];
  async function listen(): Promise<number> {
    const request = http.get({ port: server.port, host: 'localhost', path: '/.herladen', agent: false });
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    if (response.statusCode === 200) streams.push(response);
    else response.resume();
    return response.statusCode!;
  }
  for (let tab = 0; tab < 40; tab++) assert.is(await listen(), 200);
  assert.is(await listen(), 503);
  const heard = Promise.all(streams.map((stream) => once(stream, 'data')));
  server.send({ kind: 'problems', lines: ['één fout'] });
  for (const [data] of await heard) assert.match(String(data), /^data: .*één fout.*\n\n$/);
  streams.pop()!.destroy();
  let status = 503;
  for (let tries = 0; status !== 200 && tries < 100; tries++) {
    await setTimeout(20);
    status = await listen();
  }
  assert.is(status, 200);
  for (const stream of streams) stream.destroy();
});

test('a tab that does not read its events is disconnected', async () => {
  const socket = net.connect(server.port, 'localhost');
  socket.write(`GET /.herladen HTTP/1.1\r\nhost: localhost:${server.port}\r\n\r\n`);
  await once(socket, 'data');
  socket.pause();
  const closed = once(socket, 'close');
  const lines = ['x'.repeat(1024 * 1024)];
  for (let time = 0; time < 40; time++) {
    server.send({ kind: 'problems', lines });
    await setTimeout(5);
  }
  socket.resume();
  await closed;
});

/** Number of files and connections that this process has open; null if the system does not say. */
function openCount(): number | null {
  return fs.existsSync('/proc/self/fd') ? fs.readdirSync('/proc/self/fd').length : null;
}

test('a client that disconnects leaves no file open, and a file that disappears ends no other request', async () => {
  const big = path.join(folder, 'groot.bin');
  fs.writeFileSync(big, Buffer.alloc(32 * 1024 * 1024));
  const before = openCount();
  for (let time = 0; time < 5; time++) {
    const socket = net.connect(server.port, 'localhost');
    socket.write(`GET /groot.bin HTTP/1.1\r\nhost: localhost:${server.port}\r\n\r\n`);
    await once(socket, 'data');
    socket.destroy();
  }
  for (let tries = 0; openCount() !== null && openCount()! > before!; tries++) {
    assert.ok(tries < 250, `${openCount()} open, there were ${before}`);
    await setTimeout(20);
  }
  fs.rmSync(big);
  assert.is((await ask('/groot.bin')).status, 404);
  assert.is((await ask('/')).status, 200);
});

test.run();
