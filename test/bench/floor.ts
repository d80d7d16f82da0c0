import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ELEVENTY = path.join(path.dirname(fileURLToPath(import.meta.resolve('@11ty/eleventy'))), '../cmd.cjs');

/** In seconds: of the whole command, from start to end, and of building alone, as the command reports. */
export interface Timed {
  readonly command: number;
  readonly build: number;
}

/**
 * A project for Eleventy alone: the same number of pages of the same size, from one trivial template without a layout.
 * `project` is a new folder.
 */
export function makeFloor(project: string, pages: number, bytes: number): void {
  fs.mkdirSync(path.join(project, 'in'), { recursive: true });
  fs.writeFileSync(
    path.join(project, 'in/pages.njk'),
    [
      '---',
      'pagination: {data: pages, size: 1, alias: entry}',
      'permalink: "{{ entry }}/index.html"',
      '---',
      '<!doctype html><title>{{ entry }}</title><p>{{ text }}</p>',
      '',
    ].join('\n'),
  );
  fs.writeFileSync(
    path.join(project, 'eleventy.config.mjs'),
    `export default (config) => {
  config.addGlobalData('pages', Array.from({ length: ${pages} }, (_, page) => \`page-\${page}\`));
  config.addGlobalData('text', 'x'.repeat(${Math.max(0, bytes - 60)}));
};
`,
  );
}

/** Time of Eleventy's own command for that project. */
export async function timeFloor(project: string): Promise<Timed> {
  fs.rmSync(path.join(project, 'out'), { recursive: true, force: true });
  const start = performance.now();
  // As it runs for anyone, without the settings of our own commands.
  const { ELEVENTY_SKIP_ESM_RESOLVER: _, ...env } = process.env;
  const { stdout } = await run(process.execPath, [ELEVENTY, '--input=in', '--output=out', '--quiet'], {
    cwd: project,
    env,
  });
  const seconds = /in ([\d.]+) seconds/.exec(stdout)?.[1];
  if (seconds === undefined) throw new Error(`Eleventy does not say how long it took: ${stdout}`);
  return { command: (performance.now() - start) / 1000, build: Number(seconds) };
}
