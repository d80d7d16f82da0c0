import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { browser, closeBrowser } from '../../scripts/io/browser.ts';

/** A text in a data file, and a page that shows it. */
export interface Change {
  readonly file: string;
  readonly text: string;
  readonly address: string;
}

/** `npm start` in a separate process. */
export interface Serving {
  /** Address of the site, without a trailing slash. */
  readonly origin: string;
  /** Waits for a line that it prints from now on. Rejects if it stops, or prints no such line for minutes. */
  readonly says: (pattern: RegExp) => Promise<string>;
  readonly stop: () => void;
}

/** In milliseconds; a country is built in less. */
const PATIENCE = 180_000;

/** Starts `npm start` in a checkout of this project, on any free port. */
export async function startServing(project: string, ...options: readonly string[]): Promise<Serving> {
  const server = spawn(process.execPath, ['scripts/cli/start.js', 'serve', '--port', '0', ...options], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const both = new PassThrough();
  for (const stream of [server.stdout, server.stderr]) stream.pipe(both, { end: false });
  server.on('exit', () => both.end());
  const lines = createInterface({ input: both })[Symbol.asyncIterator]();
  async function found(pattern: RegExp): Promise<string> {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const match = pattern.exec(line.value);
      if (match) return match[0];
    }
    throw new Error('npm start has stopped');
  }
  async function says(pattern: RegExp): Promise<string> {
    const patience = new AbortController();
    const tooLong = setTimeout(PATIENCE, null, { signal: patience.signal, ref: false }).then(() => {
      throw new Error(`npm start does not say ${pattern}`);
    });
    tooLong.catch(() => {});
    return Promise.race([found(pattern), tooLong]).finally(() => patience.abort());
  }
  return { origin: await says(/http:\/\/localhost:\d+/), says, stop: () => server.kill() };
}

/**
 * Seconds from saving a file until a browser shows the change, measured `times` times. Each time, the whole site has
 * been built first. `data` is a folder that may be changed.
 */
export async function timeServing(
  data: string,
  output: string,
  { file, text, address }: Change,
  times: number,
): Promise<number[]> {
  const serving = await startServing('.', '--data', data, '--output', output);
  try {
    const seconds: number[] = [];
    let before = text;
    const page = await (await browser()).newPage();
    for (let time = 1; time <= times; time++) {
      await serving.says(/ naar /);
      if (time === 1) await page.goto(`${serving.origin}${address}`);
      const after = `${text} (${time})`;
      const place = path.join(data, file);
      const changed = fs.readFileSync(place, 'utf8').replace(before, after);
      const start = performance.now();
      fs.writeFileSync(place, changed);
      await page.getByText(after).first().waitFor({ state: 'attached' });
      seconds.push((performance.now() - start) / 1000);
      before = after;
    }
    return seconds;
  } finally {
    serving.stop();
    await closeBrowser();
  }
}
