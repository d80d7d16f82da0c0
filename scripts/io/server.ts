import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import send from 'send';
import { ifThere } from './disk.ts';
import { inProject } from './project.ts';

/** The answer to a request that a site for this computer alone does not serve. */
interface RequestRefusal {
  readonly status: number;
  /** For the person who reads it in a browser or a terminal. */
  readonly sentence: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const METHODS: readonly (string | undefined)[] = ['GET', 'HEAD'];

/** A foreign site could point its name at this computer and read what is here as if it were its own (DNS rebinding). */
function isOwnHost(host: string | undefined, port: number): boolean {
  // Clients leave out the default port of http.
  const ends = port === 80 ? [':80', ''] : [`:${port}`];
  return ['localhost', '127.0.0.1', '[::1]'].some((name) => ends.some((end) => host?.toLowerCase() === name + end));
}

/** Whether a page of another site fetches something here, other than by a link or a frame. */
function isFromElsewhere({ headers }: http.IncomingMessage): boolean {
  return headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate';
}

/** Null if the request may be answered. `port`: where the site is served. */
export function refusalOf(request: http.IncomingMessage, port: number): RequestRefusal | null {
  const here = `http://localhost:${port}/`;
  if (!isOwnHost(request.headers.host, port) || targetOf(request, port) === null)
    return { status: 403, sentence: `Deze site is alleen te zien op deze computer: ${here}` };
  if (!METHODS.includes(request.method))
    return { status: 405, sentence: 'Hier kunt u alleen lezen.', headers: { allow: 'GET, HEAD', connection: 'close' } };
  if (isFromElsewhere(request))
    return { status: 403, sentence: `Een andere site mag hier niets ophalen. Open zelf ${here}` };
  return null;
}

/** The requested path and query, also if the whole address is given; null if that is another site's. */
function targetOf({ url = '' }: http.IncomingMessage, port: number): string | null {
  if (url.startsWith('/')) return url;
  const whole = /^http:\/\/([^/?#]*)([^#]*)/i.exec(url);
  if (!whole || !isOwnHost(whole[1], port)) return null;
  return whole[2]!.startsWith('/') ? whole[2]! : `/${whole[2]}`;
}

/** A `Range` that asks for a single piece. Undefined for any other, which may be answered with the whole file. */
function rangeOf({ headers }: http.IncomingMessage): string | undefined {
  const piece = /^bytes=(?:(\d+)-(\d*)|-\d+)$/.exec(headers.range ?? '');
  const [, first, last] = piece ?? [];
  const isBackward = Boolean(first && last) && Number(last) < Number(first);
  return piece && !isBackward ? piece[0] : undefined;
}

/** Whether the last bytes of a file are requested, one or more. */
function asksForEnd({ headers }: http.IncomingMessage): boolean {
  return /^bytes=-0*[1-9]/.test(headers.range ?? '');
}

/** Sent to the browser: a new site, or the problems in the data. */
type ServerMessage = { readonly kind: 'reload' } | { readonly kind: 'problems'; readonly lines: readonly string[] };

/** Maximum number of listening tabs: each holds a connection. */
const MOST = 40;

function event(message: ServerMessage): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}

/** Browsers that wait for changes of the site, over a stream of server-sent events. */
class Listeners {
  readonly #streams = new Set<http.ServerResponse>();
  #last: ServerMessage | null = null;

  /** Answers with a stream that begins with the current problems, or refuses if too many tabs listen already. */
  add(request: http.IncomingMessage, response: http.ServerResponse): void {
    if (this.#streams.size >= MOST) {
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' });
      return void response.end(`Er staan al ${MOST} tabbladen met deze site open; sluit er een.\n`);
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    if (request.method === 'HEAD') return void response.end();
    response.flushHeaders();
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
    if (this.#last?.kind === 'problems') response.write(event(this.#last));
  }

  /**
   * Sends to every listener. One that has not read earlier messages is disconnected, and may reconnect: otherwise
   * messages would pile up here.
   */
  send(message: ServerMessage): void {
    this.#last = message;
    for (const stream of this.#streams) {
      if (stream.writableNeedDrain) stream.destroy();
      else stream.write(event(message));
    }
  }

  close(): void {
    for (const stream of this.#streams) stream.end();
  }
}

export interface SiteServer {
  readonly port: number;
  send(message: ServerMessage): void;
  close(): Promise<void>;
}

interface ServeOptions {
  /** Adds a script to each page that follows changes of the site; without it, pages are sent as they are. */
  readonly reload?: boolean;
  /** Newer versions of files than those in the folder, by address; null for a file without one. */
  readonly newer?: (address: string) => Promise<string | Uint8Array | null>;
  /** The path of the site on its own server, such as `/norm`; pages use it in their links. */
  readonly prefix?: () => string;
}

const SCRIPT = '/.herladen.js';
const EVENTS = '/.herladen';

/** Serves a folder on this machine only; port 0 takes any free port. Rejects if the port is taken. */
export async function serveFolder(
  folder: string,
  port: number,
  { reload = true, newer = async () => null, prefix = () => '' }: ServeOptions = {},
): Promise<SiteServer> {
  const listeners = new Listeners();
  // Read once, so that it is available even while the program itself is being replaced.
  const client = fs.readFileSync(inProject('scripts/io/reload-client.js'));

  function html(response: http.ServerResponse, status: number, page: string | Uint8Array): void {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.write(page);
    response.end(reload ? `<script src="${SCRIPT}"></script>` : '');
  }

  async function answer(address: string, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const page = isPage(address) ? ((await newer(address)) ?? pageAt(folder, address)) : null;
    if (page !== null) return html(response, 200, page);
    sendFile(address, request, response);
  }

  function sendFile(address: string, request: http.IncomingMessage, response: http.ServerResponse): void {
    response.setHeader('cache-control', 'no-store');
    send(request, pathOf(address), { ...NO_CACHE, root: path.resolve(folder), index: false, dotfiles: 'allow' })
      .on('directory', () => response.writeHead(302, { location: `${prefix()}${pathOf(address)}/` }).end())
      .on('error', (error: { readonly status: number }) => {
        if (error.status === 416 && asksForEnd(request)) {
          // More than there is, so the whole file.
          request.headers.range = undefined;
          response.removeHeader('content-range');
          return sendFile(address, request, response);
        }
        if (error.status === 416) return void response.writeHead(416).end();
        void other(address, response).catch(notThere(response));
      })
      .pipe(response);
  }

  /** An address that no file can have, such as one with a null byte or one below a file, does not exist either. */
  function notThere(response: http.ServerResponse) {
    return (): void => {
      if (response.headersSent) response.end();
      else html(response, 404, 'Niet gevonden.');
    };
  }

  /** What the folder does not have. */
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
    const at = portOf(server);
    const refusal = refusalOf(request, at);
    if (refusal) {
      response.writeHead(refusal.status, { 'content-type': 'text/plain; charset=utf-8', ...refusal.headers });
      return void response.end(`${refusal.sentence}\n`);
    }
    const target = targetOf(request, at)!;
    if (target === '/' && prefix() !== '') return void response.writeHead(302, { location: `${prefix()}/` }).end();
    const address = addressOf(target.startsWith(`${prefix()}/`) ? target.slice(prefix().length) : target);
    if (address === SCRIPT) return void response.writeHead(200, { 'content-type': TYPES['.js'] }).end(client);
    if (address === EVENTS) return listeners.add(request, response);
    request.headers.range = rangeOf(request);
    void answer(address, request, response).catch(notThere(response));
  });

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve));
  return {
    port: portOf(server),
    send: (message) => listeners.send(message),
    close: () =>
      new Promise((resolve) => {
        listeners.close();
        server.close(() => resolve());
        // A client that keeps a connection open or reads slowly does not delay this.
        server.closeAllConnections();
      }),
  };
}

function portOf(server: http.Server): number {
  return (server.address() as { port: number }).port;
}

const NO_CACHE = { cacheControl: false, etag: false, lastModified: false } as const;

const NOT_FOUND = '/404.html';

/** For what pages load. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** The requested path, or as it was sent if it cannot be decoded. */
function addressOf(target: string): string {
  const [address = '/'] = target.split(/[?#]/);
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** An address as written in a link. Two leading slashes would be the name of another site. */
function pathOf(address: string): string {
  return address.split('/').map(encodeURIComponent).join('/').replace(/^\/+/, '/');
}

function isPage(address: string): boolean {
  return address.endsWith('/') || address.endsWith('.html');
}

/** The HTML at an address; null if the folder has none there. */
function pageAt(folder: string, address: string): string | null {
  const root = path.resolve(folder);
  const file = path.resolve(root, `.${address}`, address.endsWith('/') ? 'index.html' : '');
  return file.startsWith(root + path.sep) ? ifThere(() => fs.readFileSync(file, 'utf8'), null) : null;
}
