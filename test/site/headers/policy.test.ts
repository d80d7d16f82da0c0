import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../../scripts/io/manifest.ts';
import type { SiteSettings } from '../../../scripts/model/report.ts';
import { nginxConfig } from '../../../scripts/site/headers/nginx.ts';
import { githubPagesNote, headersFile } from '../../../scripts/site/headers/static-hosts.ts';
import { builtSite } from '../../support/site.ts';

/** Headers of every file of the site; written from what internet.nl tests and from the design, not from the code. */
const ALWAYS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
};

/** What pages may load, and which sites may embed them; nothing else. */
const POLICY: Readonly<Record<string, string>> = {
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

const SHORT = 'public, max-age=300';
const FOREVER = 'public, max-age=31536000, immutable';

/** A kind of file: its headers in addition to or instead of the usual ones; null for a header that it must not have. */
interface Kind {
  readonly title: string;
  readonly files: RegExp;
  readonly policy?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** The first that matches counts. */
const KINDS: readonly Kind[] = [
  {
    title: 'a chart, which any site may show',
    files: /^(?:zomerkust\/)?(?:editie\/[^/]+\/)?grafiek\//,
    policy: { 'frame-ancestors': '*' },
    headers: { 'Cross-Origin-Resource-Policy': 'cross-origin', 'X-Frame-Options': null },
  },
  {
    title: 'open data, which any site may fetch',
    files: /^(?:zomerkust\/)?(?:data|editie\/[^/]+)\/[^/]+\.(?:csv|json|jsonld|xlsx|zip)$/,
    headers: { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' },
  },
  {
    title: 'a file with its hash in its name, which never changes',
    files: /^assets\/.*\.[0-9a-f]{10}\./,
    headers: { 'Cache-Control': FOREVER },
  },
  { title: 'any other file', files: /^/ },
];

function policyText(changes: Kind['policy'] = {}): string {
  return Object.entries({ ...POLICY, ...changes })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

function expectedOf({ policy, headers = {} }: Kind): Record<string, string> {
  const all = {
    ...ALWAYS,
    'Cache-Control': SHORT,
    'Content-Security-Policy': policyText(policy),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    ...headers,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
}

function sorted(headers: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1));
}

const folder = await builtSite('test/fixtures/ruigland/data');
const published = filesBelow(folder).filter((name) => name !== '_headers' && name !== '.normrapport');

/** The blocks of `_headers`, as a host reads them: a pattern, and the headers of what it matches. */
const blocks = fs
  .readFileSync(path.join(folder, '_headers'), 'utf8')
  .trimEnd()
  .split('\n\n')
  .map((block) => {
    const [pattern = '', ...lines] = block.split('\n');
    return {
      pattern,
      headers: Object.fromEntries(
        lines.map((line) => /^ {2}([\w-]+): (.*)$/.exec(line)!.slice(1)) as [string, string][],
      ),
    };
  });

function isMatch(pattern: string, address: string): boolean {
  return pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern;
}

for (const kind of KINDS) {
  test(`the file with headers for static hosts sends ${kind.title} with exactly what it needs`, () => {
    const files = published.filter((name) => KINDS.find((each) => each.files.test(name)) === kind);
    assert.ok(files.length > 0);
    for (const name of files) {
      const address = `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
      const found = blocks.filter(({ pattern }) => isMatch(pattern, address));
      assert.is(found.length, 1, `${address} is matched by ${found.map(({ pattern }) => pattern).join(' and ')}`);
      assert.equal(sorted(found[0]!.headers), sorted(expectedOf(kind)), address);
    }
  });
}

/** The text of an nginx configuration for https. */
function configured(address: string, brotli = false): string {
  return nginxConfig({ address }, { root: '/srv/site/', listen: { kind: 'https' }, brotli });
}

test('the configuration of nginx sends each of these headers, also with an answer that is an error', () => {
  const text = configured('https://proef.example');
  for (const name of Object.keys(expectedOf(KINDS[1]!)))
    assert.match(text, new RegExp(`^  add_header ${name} (?:"[^"]+"|\\$\\w+) always;$`, 'm'), name);
  for (const [name, value] of Object.entries(ALWAYS))
    assert.ok(text.includes(`  add_header ${name} "${value}" always;`));
  for (const policy of [undefined, { 'frame-ancestors': '*' }])
    assert.ok(text.includes(`"${policyText(policy)}"`), policyText(policy));
});

test('the configuration of nginx differs per site in the names of its variables, and knows the path of the site', () => {
  function variables(text: string): Set<string> {
    return new Set(text.match(/\$norm_\w+/g));
  }
  const [one, other] = [configured('https://proef.example'), configured('https://proef.example/een/norm')];
  assert.ok(variables(one).size > 2);
  for (const name of variables(one)) assert.not(variables(other).has(name), name);
  assert.match(one, '    root "/srv/site";');
  assert.match(other, '    alias "/srv/site/";');
  assert.match(other, '"~^/een/norm/(?:[^/]+/)?(?:editie/[^/]+/)?grafiek/');
  assert.match(other, 'error_page 404 /een/norm/404.html;');
});

test('the configuration of nginx hides what is not published: names that begin with a dot, packed files and _headers', () => {
  const hidden = /^ {2}location (= |~ )(\S+) \{ return 404; \}$/gm;
  const rules = [...configured('https://proef.example/norm').matchAll(hidden)].map(([, kind, pattern = '']) =>
    kind === '= ' ? (address: string) => address === pattern : (address: string) => new RegExp(pattern).test(address),
  );
  function isHidden(address: string): boolean {
    return rules.some((matches) => matches(address));
  }
  const names = ['.git/config', '.normrapport', 'norm/.x', '_headers', 'index.html.gz', 'data/cijfers.csv.br'];
  for (const name of names) assert.ok(isHidden(`/norm/${name}`), name);
  for (const name of ['', '.well-known/security.txt', 'data/cijfers.csv', 'norm/1.0/'])
    assert.not(isHidden(`/norm/${name}`), name);
});

test('nginx sends Brotli files only with the module, and checks symbolic links only without it', () => {
  assert.match(configured('https://proef.example', true), /^ {2}brotli_static on;$/m);
  assert.not.match(configured('https://proef.example', true), 'disable_symlinks on');
  assert.not.match(configured('https://proef.example'), /^ {2}brotli_static on;$/m);
  assert.match(configured('https://proef.example'), /^ {4}disable_symlinks on from=\$document_root;$/m);
});

test('the file with headers uses addresses as the server knows them, with the path of the site', () => {
  const { content } = headersFile({ address: 'https://proef.example/een/norm' } as SiteSettings, [
    'index.html',
    'a/b.css',
  ]);
  assert.equal(content.match(/^\/.*$/gm), ['/een/norm/', '/een/norm/a/*']);
});

test('the note on GitHub Pages names every header that is missing there', () => {
  for (const [name, value] of Object.entries(expectedOf(KINDS.at(-1)!)))
    assert.match(githubPagesNote(), `- \`${name}: ${value}\``);
});

test('no policy allows anything unsafe', () => {
  for (const { pattern, headers } of blocks)
    assert.not.match(headers['Content-Security-Policy']!, /unsafe|data:|blob:|https?:/, pattern);
});

test.run();
