import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCommand } from '../cli/run.ts';
import { browser, closeBrowser } from '../io/browser.ts';
import { writeFiles } from '../io/output.ts';
import { serveFolder, type SiteServer } from '../io/server.ts';
import { makeSite } from '../site/make-site.ts';

/** Maximum size of a picture; a README needs no larger ones. */
const MOST_BYTES = 200_000;

/** A picture for the README, of a page of the shipped site. */
interface Screenshot {
  readonly name: string;
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: true;
  /** Selector of an element to scroll to. */
  readonly at?: string;
}

const SCREENSHOTS: readonly Screenshot[] = [
  { name: 'start', address: '/voorbeeld/', width: 1280, height: 880 },
  { name: 'start-telefoon', address: '/voorbeeld/', width: 320, height: 640 },
  { name: 'start-donker', address: '/voorbeeld/', width: 1280, height: 880, dark: true },
  { name: 'norm', address: '/voorbeeld/norm/2.0/', width: 1280, height: 880 },
  { name: 'matrix', address: '/voorbeeld/norm/2.0/', width: 1280, height: 880, at: '#punten' },
  { name: 'organisatie', address: '/voorbeeld/organisatie/modelstad/', width: 1280, height: 880 },
  { name: 'punt', address: '/voorbeeld/norm/2.0/punt/lokaal-overleg/', width: 1280, height: 880 },
  { name: 'vergelijking', address: '/voorbeeld/vergelijking/1.0-2.0/', width: 1280, height: 880 },
  { name: 'vergelijking-telefoon', address: '/voorbeeld/vergelijking/1.0-2.0/', width: 320, height: 640 },
];

async function screenshotOf(origin: string, { address, width, height, dark, at }: Screenshot): Promise<Uint8Array> {
  const context = await (
    await browser()
  ).newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  await page.goto(`${origin}${address}`);
  if (at) await page.evaluate(`document.querySelector(${JSON.stringify(at)}).scrollIntoView()`);
  const picture = await page.screenshot();
  await context.close();
  return picture;
}

await runCommand(
  {
    name: 'npm run screenshots',
    description: 'Maakt plaatjes van de belangrijkste soorten pagina’s, voor de README.',
    options: { output: { value: 'MAP', description: 'map voor de plaatjes', default: 'docs/images' } },
    examples: ['npm run screenshots'],
  },
  async ({ output: target }, { out, err }) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plaatjes-'));
    let server: SiteServer | null = null;
    try {
      // Fails before any work is done if there is no browser.
      await browser();
      await makeSite('data', path.join(folder, 'site'));
      server = await serveFolder(path.join(folder, 'site'), 0, { reload: false });
      const pictures: { path: string; content: Uint8Array }[] = [];
      for (const picture of SCREENSHOTS) {
        pictures.push({
          path: `${picture.name}.png`,
          content: await screenshotOf(`http://localhost:${server.port}`, picture),
        });
      }
      writeFiles(target, pictures);
      const made = pictures.map((each) => ({ ...each, path: path.join(target, each.path) }));
      for (const { path: name, content } of made) out(`${name} (${Math.ceil(content.length / 1000)} kB)`);
      const heavy = made.filter(({ content }) => content.length > MOST_BYTES);
      for (const { path: name } of heavy) err(`${name} is groter dan ${MOST_BYTES / 1000} kB`);
      return heavy.length > 0 ? 1 : 0;
    } finally {
      await server?.close();
      await closeBrowser();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
);
