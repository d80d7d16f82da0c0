import type http from 'node:http';

/** What is answered to a request that a site on this computer alone does not serve. */
export interface Refusal {
  readonly status: number;
  /** For who reads it in a browser or a terminal. */
  readonly sentence: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const METHODS: readonly (string | undefined)[] = ['GET', 'HEAD'];

/** A site of someone else can point its name at this computer, and read what is here as if it were its own. */
function isOwnHost(host: string | undefined, port: number): boolean {
  // Clients leave out the port that http has by itself.
  const ends = port === 80 ? [':80', ''] : [`:${port}`];
  return ['localhost', '127.0.0.1', '[::1]'].some((name) => ends.some((end) => host?.toLowerCase() === name + end));
}

/** Whether a page of someone else fetches something, which is neither a link to a page here nor a page in a frame. */
function isFromElsewhere({ headers }: http.IncomingMessage): boolean {
  return headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate';
}

/** Null where a request may be answered. `port`: where the site is. */
export function refusalOf(request: http.IncomingMessage, port: number): Refusal | null {
  const here = `http://localhost:${port}/`;
  if (!isOwnHost(request.headers.host, port) || targetOf(request, port) === null)
    return { status: 403, sentence: `Deze site is alleen te zien op deze computer: ${here}` };
  if (!METHODS.includes(request.method))
    return { status: 405, sentence: 'Hier kunt u alleen lezen.', headers: { allow: 'GET, HEAD', connection: 'close' } };
  if (isFromElsewhere(request))
    return { status: 403, sentence: `Een andere site mag hier niets ophalen. Open zelf ${here}` };
  return null;
}

/** The path and query that are asked for, also where the whole address is given; null where that is of another site. */
export function targetOf({ url = '' }: http.IncomingMessage, port: number): string | null {
  if (url.startsWith('/')) return url;
  const whole = /^http:\/\/([^/?#]*)([^#]*)/i.exec(url);
  if (!whole || !isOwnHost(whole[1], port)) return null;
  return whole[2]!.startsWith('/') ? whole[2]! : `/${whole[2]}`;
}

/** A `Range` that asks for one piece; undefined for any other, which may be answered with the whole. */
export function rangeOf({ headers }: http.IncomingMessage): string | undefined {
  const piece = /^bytes=(?:(\d+)-(\d*)|-\d+)$/.exec(headers.range ?? '');
  const [, first, last] = piece ?? [];
  const isBackward = Boolean(first && last) && Number(last) < Number(first);
  return piece && !isBackward ? piece[0] : undefined;
}

/** Whether the last bytes of a file are asked for, one or more. */
export function asksForEnd({ headers }: http.IncomingMessage): boolean {
  return /^bytes=-0*[1-9]/.test(headers.range ?? '');
}
