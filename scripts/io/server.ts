import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** What the browser is told: a new site, or what is wrong with the data. */
export type ServerMessage = { readonly kind: 'reload' } | { readonly kind: 'problems'; readonly lines: readonly string[] };

export interface SiteServer {
  readonly port: number;
  send(message: ServerMessage): void;
  close(): Promise<void>;
}

const SCRIPT = '/.herladen.js';
const EVENTS = '/.herladen';
const CLIENT = fileURLToPath(new URL('reload-client.js', import.meta.url));

/**
 * Serves a folder on this machine only; port 0 takes any that is free. With `reload` each page gets a script that tells
 * when the site changes; else it is sent as it is. Rejects where the port is taken.
 */
export const serveFolder = async (folder: string, port: number, { reload = true } = {}): Promise<SiteServer> => {
  const listeners = new Set<http.ServerResponse>();
  let last: ServerMessage | null = null;
  const files = sirv(folder, { dev: true, dotfiles: true });

  const html = (response: http.ServerResponse, status: number, page: string): void => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(reload ? `${page}<script src="${SCRIPT}"></script>` : page);
  };

  const server = http.createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (address === SCRIPT) return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(fs.readFileSync(CLIENT));
    if (address === EVENTS) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      if (last?.kind === 'problems') response.write(event(last));
      return;
    }
    const page = pageAt(folder, address);
    if (page) return void html(response, 200, page);
    files(request, response, () => html(response, 404, pageAt(folder, '/404.html') ?? 'Niet gevonden.'));
  });

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve));
  return {
    port: (server.address() as { port: number }).port,
    send: (message) => {
      last = message;
      for (const listener of listeners) listener.write(event(message));
    },
    close: () => new Promise((resolve) => {
      for (const listener of listeners) listener.end();
      server.close(() => resolve());
    }),
  };
};

const event = (message: ServerMessage): string => `data: ${JSON.stringify(message)}\n\n`;

/** The HTML at an address; null where there is none in the folder. */
const pageAt = (folder: string, address: string): string | null => {
  const root = path.resolve(folder);
  const target = path.resolve(root, `.${decodeURIComponent(address)}`);
  if (target !== root && !target.startsWith(root + path.sep)) return null;
  const file = address.endsWith('/') ? path.join(target, 'index.html') : target;
  return file.endsWith('.html') && fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
};
