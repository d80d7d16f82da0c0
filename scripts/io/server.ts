import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { ifThere } from './if-there.ts';
import { inProject } from './project.ts';

/** What the browser is told: a new site, or what is wrong with the data. */
export type ServerMessage =
  { readonly kind: 'reload' } | { readonly kind: 'problems'; readonly lines: readonly string[] };

export interface SiteServer {
  readonly port: number;
  send(message: ServerMessage): void;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Gives each page a script that tells when the site changes; else it is sent as it is. */
  readonly reload?: boolean;
  /** Files that are newer than those in the folder, by their address; null for one that is not. */
  readonly newer?: (address: string) => Promise<string | Uint8Array | null>;
  /** The path that the site has on its own server, as `/norm`; pages link to one another with it. */
  readonly prefix?: () => string;
}

const SCRIPT = '/.herladen.js';
const EVENTS = '/.herladen';
const CLIENT = inProject('scripts/io/reload-client.js');

/** Serves a folder on this machine only; port 0 takes any that is free. Rejects where the port is taken. */
export async function serveFolder(
  folder: string,
  port: number,
  { reload = true, newer = async () => null, prefix = () => '' }: ServeOptions = {},
): Promise<SiteServer> {
  const listeners = new Set<http.ServerResponse>();
  let last: ServerMessage | null = null;
  const files = sirv(folder, { dev: true, dotfiles: true });

  function html(response: http.ServerResponse, status: number, page: string | Uint8Array): void {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.write(page);
    response.end(reload ? `<script src="${SCRIPT}"></script>` : '');
  }

  async function answer(address: string, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const page = isPage(address) ? ((await newer(address)) ?? pageAt(folder, address)) : null;
    if (page !== null) return html(response, 200, page);
    files(request, response, () => void other(address, response).catch(notThere(response)));
  }

  /** An address that no file can have, such as one with a null in it or one below a file, is not there either. */
  function notThere(response: http.ServerResponse) {
    return (): void => {
      if (response.headersSent) response.end();
      else html(response, 404, 'Niet gevonden.');
    };
  }

  /** What is not in the folder. */
  async function other(address: string, response: http.ServerResponse): Promise<void> {
    const file = isPage(address) ? null : await newer(address);
    if (file !== null)
      return void response
        .writeHead(200, {
          'content-type': TYPES[path.extname(address)] ?? 'application/octet-stream',
          'cache-control': 'no-store',
        })
        .end(file);
    html(response, 404, (await newer(NOT_FOUND)) ?? pageAt(folder, NOT_FOUND) ?? 'Niet gevonden.');
  }

  const server = http.createServer((request, response) => {
    if (request.url === '/' && prefix() !== '') return void response.writeHead(302, { location: `${prefix()}/` }).end();
    if (request.url?.startsWith(`${prefix()}/`)) request.url = request.url.slice(prefix().length);
    const address = addressOf(request);
    if (address === SCRIPT)
      return void response.writeHead(200, { 'content-type': TYPES['.js'] }).end(fs.readFileSync(CLIENT));
    if (address === EVENTS) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      if (last?.kind === 'problems') response.write(event(last));
      return;
    }
    void answer(address, request, response).catch(notThere(response));
  });

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve));
  return {
    port: (server.address() as { port: number }).port,
    send: (message) => {
      last = message;
      for (const listener of listeners) listener.write(event(message));
    },
    close: () =>
      new Promise((resolve) => {
        for (const listener of listeners) listener.end();
        server.close(() => resolve());
      }),
  };
}

function event(message: ServerMessage): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}

const NOT_FOUND = '/404.html';

/** Of what pages load. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** The path that is asked for; as it was sent where it cannot be decoded. */
function addressOf({ url = '/' }: http.IncomingMessage): string {
  const [address = '/'] = url.split(/[?#]/);
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function isPage(address: string): boolean {
  return address.endsWith('/') || address.endsWith('.html');
}

/** The HTML at an address; null where there is none in the folder. */
function pageAt(folder: string, address: string): string | null {
  const root = path.resolve(folder);
  const file = path.resolve(root, `.${address}`, address.endsWith('/') ? 'index.html' : '');
  return file.startsWith(root + path.sep) ? ifThere(() => fs.readFileSync(file, 'utf8'), null) : null;
}
