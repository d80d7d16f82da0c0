import fs from 'node:fs';
import path from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--font-render-hinting=none',
];

let started: Promise<Browser> | null = null;

/** On a busy machine Chromium sometimes crashes while it starts. */
const MOST_STARTS = 3;

async function launch(options: LaunchOptions, start = 1): Promise<Browser> {
  try {
    // A development dependency: whatever needs no browser runs without it.
    const { chromium } = await import('playwright-core');
    return await chromium.launch(options);
  } catch (error) {
    if (start === MOST_STARTS) throw error;
    return launch(options, start + 1);
  }
}

/**
 * A real browser, started once per process: the Chrome that CHROME_PATH names, or else the Chromium inside an npm
 * package (Linux x64), so that nothing needs to be installed.
 */
export function browser(): Promise<Browser> {
  started ??= (async () => {
    const installed = process.env.CHROME_PATH;
    if (installed && !fs.existsSync(installed)) throw new Error(`CHROME_PATH names no file: ${installed}`);
    return launch(
      installed ? { executablePath: installed, args: ARGS } : { ...(await packagedChromium()), args: ARGS },
    );
  })();
  return started;
}

export async function closeBrowser(): Promise<void> {
  const open = started;
  started = null;
  await (await open)?.close();
}

/**
 * The packaged Chromium, unpacked once into node_modules/.cache. It carries the libraries and fonts that a bare machine
 * lacks, but unpacks them only if it believes it runs in a cloud function; hence the environment variable.
 */
async function packagedChromium(): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> {
  const folder = path.resolve('node_modules/.cache/chromium');
  fs.mkdirSync(folder, { recursive: true });
  const environment = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const { LD_LIBRARY_PATH } = process.env;
    return { executablePath, env: { ...environment, LD_LIBRARY_PATH, FONTCONFIG_FILE: fontConfiguration(folder) } };
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (environment[name] === undefined) delete process.env[name];
      else process.env[name] = environment[name];
    }
  }
}

/** The package's own fonts, if any, next to those of the machine. */
function fontConfiguration(folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  fs.writeFileSync(
    file,
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      '<fontconfig>',
      `<dir>${path.join(folder, 'fonts')}</dir>`,
      '<dir>/usr/share/fonts</dir>',
      `<cachedir>${path.join(folder, 'font-cache')}</cachedir>`,
      '</fontconfig>',
      '',
    ].join('\n'),
  );
  return file;
}
