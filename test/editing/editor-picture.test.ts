import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { browser, closeBrowser } from '../../scripts/io/browser.ts';
import { writeReportSchemas } from '../../scripts/editing/write-schemas.ts';
import { LanguageServer } from '../support/language-server.ts';
import { scratch } from '../support/scratch.ts';

const GOLDEN = 'test/fixtures/editor-picture.html';
const PICTURE = 'docs/images/editor.png';

const folder = scratch('plaatje');
fs.cpSync('data', `${folder}/data`, { recursive: true });
writeReportSchemas(`${folder}/data`);
const server = new LanguageServer();
await server.start(pathToFileURL(folder).href);
test.after(async () => {
  server.stop();
  await closeBrowser();
});

let last = 0;
async function opened(lines: readonly string[]) {
  const uri = pathToFileURL(
    `${folder}/data/voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/tekst-${++last}.yaml`,
  ).href;
  const found = await server.open(
    uri,
    ['# yaml-language-server: $schema=../../../../../../schema/voorbeeld/resultaten.schema.json', ...lines, ''].join(
      '\n',
    ),
  );
  return { uri, found };
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
function plain(markdown: string): string {
  return markdown.split('\n')[0]!.replace(/\\(.)/g, '$1').replaceAll('&nbsp;', ' ').replace(/ {2,}/g, ' ').trim();
}

function panel(title: string, lines: readonly string[], says: string): string {
  return `<section><h2>${title}</h2><pre>${lines.join('\n')}</pre><div class="says">${says}</div></section>`;
}

async function page(): Promise<string> {
  const row = [
    'organisatie: modelstad',
    'resultaten:',
    '  boa-training:',
    '    status: deels behaald',
    '    verwacht: "2027-06"',
  ];
  const hovered = await opened(row);
  const choosing = await opened(['organisatie: modelstad', 'resultaten:', '  boa']);
  const points = (await server.complete(choosing.uri, 3, 5)).filter((label) => label.startsWith('boa'));
  const wrong = await opened(['organisatie: modelstad', 'resultaten:', '  boa-training: behaalt']);
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Hulp in de editor</title><style>
body{margin:0;padding:16px;background:#fff;font:15px/1.45 sans-serif;color:#1b1b1b;display:grid;gap:14px;width:808px}
h2{font-size:15px;margin:0 0 4px}section{border:1px solid #bbb;border-radius:4px;padding:10px 12px}
pre{margin:0;font:15px/1.5 monospace}mark{background:#dbe9f7}u{text-decoration:underline wavy #c00;text-underline-offset:3px}
.says{margin:6px 0 0 2em;border:1px solid #999;background:#f3f3f3;padding:6px 10px;width:fit-content;max-width:700px}
ul{margin:0;padding:0;list-style:none;font:15px/1.5 monospace}li:first-child{background:#dbe9f7}
</style>
${panel(
  'Wijs een veld aan: u leest wat het betekent',
  row.map((line) => html(line).replace('verwacht', '<mark>verwacht</mark>')),
  html(plain(await server.hover(hovered.uri, 5, 6))),
)}
${panel('Druk op Ctrl en de spatiebalk: u kiest uit wat er kan staan, zoals de punten van uw rapport', ['organisatie: modelstad', 'resultaten:', '  boa|'], `<ul>${points.map((label) => `<li>${html(label)}</li>`).join('')}</ul>`)}
${panel('Een fout krijgt een rode streep: wijs haar aan, en u leest wat u doet', ['organisatie: modelstad', 'resultaten:', '  boa-training: <u>behaalt</u>'], html(wrong.found.map(({ message }) => message).join(' ')))}
</html>
`;
}

test('the picture of the editor in the manual shows what its tool says (else: GOLDEN=write, and look at it)', async () => {
  const made = await page();
  if (process.env.GOLDEN === 'write') {
    fs.writeFileSync(GOLDEN, made);
    const shot = await (await browser()).newPage({ viewport: { width: 840, height: 400 } });
    await shot.setContent(made);
    fs.writeFileSync(PICTURE, await shot.screenshot({ fullPage: true }));
    await shot.close();
  }
  assert.fixture(made, fs.readFileSync(GOLDEN, 'utf8'));
  assert.ok(fs.existsSync(PICTURE));
});

test.run();
