/** Names and values of the headers that go with a file; a header that is absent is not sent. */
export type Headers = Readonly<Record<string, string>>;

/** Files that get the same headers. `pattern` matches the path from the site's root, without a leading slash. */
export interface HeaderRule {
  readonly name: string;
  /** An explanation in Dutch for people who read the configuration. */
  readonly why: string;
  readonly pattern: RegExp;
  readonly headers: Headers;
}

const CONTENT_POLICY = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'connect-src': "'self'",
  'font-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'img-src': "'self'",
  'manifest-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
};

function contentPolicy(changes: Partial<typeof CONTENT_POLICY> = {}): string {
  return Object.entries({ ...CONTENT_POLICY, ...changes })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

const SHORT = 'public, max-age=300';
const FOREVER = 'public, max-age=31536000, immutable';

/** Headers of every file that no rule matches. */
const USUAL: Headers = {
  'Cache-Control': SHORT,
  'Content-Security-Policy': contentPolicy(),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': UNUSED_FEATURES.map((name) => `${name}=()`).join(', '),
  'Referrer-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

function without(headers: Headers, name: string): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name));
}

/** The one source of all headers. The first rule whose pattern matches counts; the last rule matches everything. */
export const HEADER_RULES: readonly HeaderRule[] = [
  {
    name: 'embed',
    why: 'een grafiek die iedereen op een eigen pagina mag zetten, met wat erbij hoort',
    pattern: /^(?:[^/]+\/)?(?:editie\/[^/]+\/)?grafiek\/[^/]+\/[^/]*$/,
    headers: without(
      {
        ...USUAL,
        'Content-Security-Policy': contentPolicy({ 'frame-ancestors': '*' }),
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
      'X-Frame-Options',
    ),
  },
  {
    name: 'hashed',
    why: 'de naam verandert mee met de inhoud',
    pattern: /^assets\/(?:.+\/)?[^/]+[.-][0-9a-f]{8,}\.[a-z0-9]+$/,
    headers: { ...USUAL, 'Cache-Control': FOREVER },
  },
  {
    name: 'open-data',
    why: 'open data: elke site mag ze ophalen',
    pattern: /^(?:[^/]+\/)?(?:data|editie\/[^/]+)\/[^/]+\.(?:csv|json|jsonld|xlsx|zip)$/,
    headers: { ...USUAL, 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
  },
  { name: 'usual', why: 'al het andere', pattern: /^/, headers: USUAL },
];

/** The headers of one file of the site. `path` is relative to the site's root, without a leading slash. */
export function headersOf(path: string): Headers {
  return HEADER_RULES.find(({ pattern }) => pattern.test(path))!.headers;
}
