import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browser, closeBrowser } from '../io/browser.ts';
import { writeFiles } from '../io/output.ts';
import { runCommand } from '../cli/run.ts';
import { serveFolder, type SiteServer } from '../io/server.ts';
import { makeSite } from '../make-site.ts';
import { CARD, PICTURES, type Picture } from '../site/pictures.ts';
import { stylesheetFile } from '../site/stylesheet.ts';

/** Larger pictures are of no use in a README. */
const MOST_BYTES = 200_000;

async function pictureOf(origin: string, { address, width, height, dark, at }: Picture): Promise<Uint8Array> {
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

async function card(): Promise<Uint8Array> {
  const page = await (await browser()).newPage({ viewport: { width: CARD.width, height: CARD.height } });
  await page.setContent(CARD.html(String(stylesheetFile().content)));
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

await runCommand(
  {
    name: 'npm run screenshots',
    description:
      'Maakt plaatjes van de belangrijkste soorten pagina’s, voor de README, en het plaatje bij gedeelde links.',
    options: { output: { value: 'MAP', description: 'map voor de plaatjes', default: 'docs/images' } },
    examples: ['npm run screenshots'],
  },
  async ({ output: target }, { out, err }) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plaatjes-'));
    let server: SiteServer | null = null;
    try {
      // Where there is none, that is said before anything else is done.
      await browser();
      await makeSite('data', path.join(folder, 'site'));
      server = await serveFolder(path.join(folder, 'site'), 0, { reload: false });
      const pictures: { path: string; content: Uint8Array }[] = [];
      for (const picture of PICTURES) {
        pictures.push({
          path: `${picture.name}.png`,
          content: await pictureOf(`http://localhost:${server.port}`, picture),
        });
      }
      const shared = { path: 'content/assets/kaart.png', content: await card() };
      writeFiles(target, pictures);
      writeFiles('.', [shared]);
      const made = [...pictures.map((each) => ({ ...each, path: path.join(target, each.path) })), shared];
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
