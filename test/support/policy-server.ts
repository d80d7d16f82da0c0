import http from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { headersOf } from '../../scripts/site/headers/policy.ts';

/** Serves a folder with the headers of our policy, for machines without nginx. */
export async function serveWithPolicy(folder: string): Promise<{ readonly origin: string; stop(): void }> {
  const files = sirv(folder, {
    dev: true,
    dotfiles: true,
    setHeaders: (response, address) => {
      const file = address.slice(1);
      for (const [name, value] of Object.entries(
        headersOf(file === '' || file.endsWith('/') ? `${file}index.html` : file),
      ))
        response.setHeader(name, value);
    },
  });
  const server = http.createServer((request, response) =>
    files(request, response, () => void response.writeHead(404).end()),
  );
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
