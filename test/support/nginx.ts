import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nginxConfig } from '../../scripts/site/headers/nginx.ts';
import { scratch } from './scratch.ts';

/** Path of nginx; null where it is not installed. */
export function nginxProgram(): string | null {
  return (
    ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((file) => fs.existsSync(file)) ?? null
  );
}

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net
      .connect(port, '127.0.0.1', () => {
        socket.end();
        resolve(true);
      })
      .on('error', () => resolve(false));
  });
}

export interface Nginx {
  readonly origin: string;
  /** Where the secure form redirects unencrypted requests from. */
  readonly open: string;
  readonly brotli: boolean;
  stop(): void;
}

/** Replaces a server's ports and certificate by those available on this machine. */
function local(
  config: string,
  { host, folder, port, open }: { host: string; folder: string; port: number; open: number },
): string {
  return config
    .replaceAll(`/etc/letsencrypt/live/${host}/`, `${folder}/`)
    .replaceAll(' 443 ', ` ${port} `)
    .replaceAll(':443 ', `:${port} `)
    .replace(/listen (\[::\]:)?80;/g, `listen $1${open};`);
}

/** A certificate that only this test trusts. */
function makeCertificate(folder: string, host: string): void {
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${host}`,
      '-keyout',
      `${folder}/privkey.pem`,
      '-out',
      `${folder}/fullchain.pem`,
    ],
    { stdio: 'ignore' },
  );
}

/**
 * Runs a real nginx on this machine with the configuration that we ship, for a site in `root` with base address
 * `address`. `secure` is the form that browsers reach directly, with a certificate.
 */
export async function startNginx(program: string, root: string, address: string, secure = false): Promise<Nginx> {
  const folder = scratch('nginx');
  const [port, open] = [await freePort(), await freePort()];
  const host = new URL(address).hostname;
  if (secure) makeCertificate(folder, host);
  const brotli = fs.existsSync(BROTLI);
  const config = path.join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  fs.writeFileSync(
    config,
    [
      ...(brotli ? [`load_module ${BROTLI};`] : []),
      'daemon off;',
      'master_process off;',
      `pid ${folder}/pid;`,
      `error_log ${folder}/error.log;`,
      'events { worker_connections 1024; }',
      'http {',
      'include /etc/nginx/mime.types;',
      'access_log off;',
      'sendfile on;',
      ...temporary,
      local(nginxConfig({ address }, { root, listen: secure ? { kind: 'https' } : { kind: 'http', port }, brotli }), {
        host,
        folder,
        port,
        open,
      }),
      '}',
    ].join('\n'),
  );
  execFileSync(program, ['-t', '-q', '-c', config, '-e', `${folder}/error.log`], { stdio: 'inherit' });
  const child = spawn(program, ['-c', config, '-e', `${folder}/error.log`], { stdio: 'inherit' });
  process.on('exit', () => child.kill());
  const origin = `http${secure ? 's' : ''}://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await answers(port)) return { origin, open: `http://127.0.0.1:${open}`, brotli, stop: () => void child.kill() };
    await wait(50);
  }
  throw new Error(fs.readFileSync(path.join(folder, 'error.log'), 'utf8'));
}
