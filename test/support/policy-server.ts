import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import send from 'send';
import { headersOf } from '../../scripts/site/headers/policy.ts';

/** Serves a folder with the headers of our policy, for machines without nginx. */
export async function serveWithPolicy(folder: string): Promise<{ readonly origin: string; stop(): void }> {
  const root = path.resolve(folder);
  const server = http.createServer((request, response) => {
    const [address = '/'] = request.url!.split('?');
    send(request, address, { root, dotfiles: 'allow', cacheControl: false })
      .on('headers', (_: unknown, file: string) => {
        for (const [name, value] of Object.entries(headersOf(path.relative(root, file))))
          response.setHeader(name, value);
      })
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
