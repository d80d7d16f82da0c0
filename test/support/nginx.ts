import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nginxConfig } from '../../scripts/site/headers/nginx.ts';
import { scratch } from './scratch.ts';

/** The program, where it is installed; else null. */
export const nginxProgram = (): string | null => ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((file) => fs.existsSync(file)) ?? null;

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as net.AddressInfo;
    server.close(() => resolve(port));
  });
});

export interface Nginx {
  readonly origin: string;
  readonly brotli: boolean;
  stop(): void;
}

/** A real nginx on this machine with the configuration that we ship, of a site in `root` whose base address is `address`. */
export const startNginx = async (program: string, root: string, address: string): Promise<Nginx> => {
  const folder = scratch('nginx');
  const port = await freePort();
  const brotli = fs.existsSync(BROTLI);
  const config = path.join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  fs.writeFileSync(config, [
    ...(brotli ? [`load_module ${BROTLI};`] : []), 'daemon off;', 'master_process off;', `pid ${folder}/pid;`, `error_log ${folder}/error.log;`, 'events { worker_connections 1024; }',
    'http {', 'include /etc/nginx/mime.types;', 'access_log off;', 'sendfile on;', ...temporary,
    nginxConfig({ address }, { root, listen: { kind: 'http', port }, brotli }), '}',
  ].join('\n'));
  execFileSync(program, ['-t', '-q', '-c', config, '-e', `${folder}/error.log`], { stdio: 'inherit' });
  const child = spawn(program, ['-c', config, '-e', `${folder}/error.log`], { stdio: 'inherit' });
  process.on('exit', () => child.kill());
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await fetch(origin).then(() => true, () => false)) return { origin, brotli, stop: () => void child.kill() };
    await wait(50);
  }
  throw new Error(fs.readFileSync(path.join(folder, 'error.log'), 'utf8'));
};
