import { createHash } from 'node:crypto';
import type { SiteSettings } from '../../model/report.ts';
import { prefixOf } from '../addresses.ts';
import type { Redirect } from '../published-addresses.ts';
import { HEADER_RULES } from './policy.ts';

/** How nginx is reached: directly by browsers, with a certificate, or through another server that has one. */
export type Listen = { readonly kind: 'https' } | { readonly kind: 'http'; readonly port: number };

export interface NginxOptions {
  /** Folder of the site on the server. */
  readonly root: string;
  readonly listen: Listen;
  /** Whether nginx has the module that sends `.br` files. */
  readonly brotli: boolean;
  /** From former addresses. */
  readonly redirects?: readonly Redirect[];
}

/** Unique per site: on one server, nginx silently lets variables of the same name overwrite each other. */
function variable(header: string, address: string): string {
  return `$norm_${createHash('sha256').update(address).digest('hex').slice(0, 6)}_${header.toLowerCase().replaceAll('-', '_')}`;
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`;
}

/** A pattern on a path of the site, turned into one on an address. */
function addressPattern({ source }: RegExp, base: string): string {
  return `~^${base.replaceAll('.', '\\.')}/${source.replace(/^\^/, '').replaceAll('\\/', '/')}`;
}

/** One header for the whole server, with a map where it differs by address. nginx does not send an empty value. */
function headerLines(header: string, address: string): { map: string[]; line: string } {
  const base = prefixOf(address);
  const name = variable(header, address);
  const usual = HEADER_RULES.at(-1)!.headers[header] ?? '';
  const others = HEADER_RULES.filter(({ headers }) => (headers[header] ?? '') !== usual).map(
    ({ pattern, headers }) => `  ${quoted(addressPattern(pattern, base))} ${quoted(headers[header] ?? '')};`,
  );
  if (others.length === 0) return { map: [], line: `  add_header ${header} ${quoted(usual)} always;` };
  return {
    map: [`map $uri ${name} {`, ...others, `  default ${quoted(usual)};`, '}'],
    line: `  add_header ${header} ${name} always;`,
  };
}

function listening(host: string, listen: Listen): { before: string[]; lines: string[] } {
  if (listen.kind === 'http') return { before: [], lines: [`  listen ${listen.port};`] };
  return {
    before: [
      'server {',
      '  listen 80;',
      '  listen [::]:80;',
      `  server_name ${host};`,
      '  return 301 https://$host$request_uri;',
      '}',
      '',
    ],
    lines: [
      '  listen 443 ssl http2;',
      '  listen [::]:443 ssl http2;',
      `  ssl_certificate /etc/letsencrypt/live/${host}/fullchain.pem;`,
      `  ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem;`,
      '  ssl_protocols TLSv1.2 TLSv1.3;',
      '  ssl_session_cache shared:normrapport:10m;',
      '  ssl_session_tickets off;',
    ],
  };
}

const TEXT_TYPES =
  'text/css text/plain text/xml text/csv application/javascript application/json application/xml image/svg+xml';

/**
 * nginx configuration of one site, with the headers of the policy. Belongs in the `http` context, as files in
 * `sites-enabled` are.
 */
export function nginxConfig(
  { address }: Pick<SiteSettings, 'address'>,
  { root, listen, brotli, redirects = [] }: NginxOptions,
): string {
  const base = prefixOf(address);
  const host = new URL(address).hostname;
  const headers = [...new Set(HEADER_RULES.flatMap((rule) => Object.keys(rule.headers)))]
    .sort()
    .map((header) => headerLines(header, address));
  const { before, lines } = listening(host, listen);
  const folder = `${root.replace(/\/+$/, '')}`;
  return [
    '# Gemaakt met "npm run headers -- --server nginx"; pas dit niet met de hand aan.',
    ...HEADER_RULES.slice(0, -1).map(({ name, why }) => `# ${name}: ${why}.`),
    '',
    ...headers.flatMap(({ map }) => map),
    '',
    ...before,
    'server {',
    ...lines,
    `  server_name ${host};`,
    '  server_tokens off;',
    '  absolute_redirect off;',
    '  charset utf-8;',
    `  charset_types ${TEXT_TYPES};`,
    '  include /etc/nginx/mime.types;',
    '  types { text/csv csv; application/javascript mjs; application/ld+json jsonld; }',
    '  client_max_body_size 1k;',
    '  gzip_static on;',
    '  gzip_vary on;',
    ...(brotli
      ? ['  brotli_static on;']
      : ['  # Met de module brotli-static: brotli_static on; en dan zonder disable_symlinks.']),
    `  error_page 404 ${base}/404.html;`,
    `  error_page 403 =404 ${base}/404.html;`,
    ...headers.map(({ line }) => line),
    '',
    `  location ${base}/ {`,
    base === '' ? `    root ${quoted(folder)};` : `    alias ${quoted(`${folder}/`)};`,
    '    index index.html;',
    // With links checked, the brotli module sends no files at all. A site that is built here has no links.
    ...(brotli ? [] : ['    disable_symlinks on from=$document_root;']),
    '  }',
    ...(base === ''
      ? []
      : [
          `  location = ${base} { return 301 ${base}/; }`,
          '  # Deze twee zoekt men alleen aan het begin van het adres van de server.',
          ...['/robots.txt', '/.well-known/security.txt'].map(
            (name) => `  location = ${name} { return 302 ${base}${name}; }`,
          ),
        ]),
    ...redirects.map(({ from, to }) => `  location = ${quoted(base + from)} { return 301 ${quoted(base + to)}; }`),
    '  # Alleen .well-known is van buiten te zien; ingepakte bestanden alleen in plaats van het gewone bestand.',
    '  location ~ /\\.(?!well-known/) { return 404; }',
    `  location = ${base}/_headers { return 404; }`,
    '  location ~ \\.(?:gz|br)$ { return 404; }',
    '}',
    '',
  ].join('\n');
}
