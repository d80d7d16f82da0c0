import http from 'node:http';
import net from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { refusalOf } from '../../scripts/io/server.ts';

function statusFor(host: string, port: number): number | null {
  const request = new http.IncomingMessage(new net.Socket());
  Object.assign(request, { method: 'GET', url: '/', headers: { host } });
  return refusalOf(request, port)?.status ?? null;
}

test('at port 80 a name of this computer needs no port, at any other it does', () => {
  for (const name of ['localhost', '127.0.0.1', '[::1]']) {
    assert.is(statusFor(name, 80), null);
    assert.is(statusFor(`${name}:80`, 80), null);
    assert.is(statusFor(name, 8080), 403);
  }
  assert.is(statusFor('kwaad.example', 80), 403);
});

test.run();
