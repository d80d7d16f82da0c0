import type http from 'node:http';

/** What the browser is told: a new site, or what is wrong with the data. */
export type ServerMessage =
  { readonly kind: 'reload' } | { readonly kind: 'problems'; readonly lines: readonly string[] };

/** How many tabs may listen at the same time: each holds a connection. */
const MOST = 40;

function event(message: ServerMessage): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}

/** Browsers that wait to hear that the site changes, over a stream of server-sent events. */
export class Listeners {
  readonly #streams = new Set<http.ServerResponse>();
  #last: ServerMessage | null = null;

  /** Answers with a stream, which begins with the problems that there are; or refuses, where too many listen already. */
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

  /** Tells everyone. Who has not yet read what was told before is cut off, and may ask again: else it would pile up here. */
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
