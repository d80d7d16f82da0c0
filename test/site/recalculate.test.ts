import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { serveFolder, type SiteServer } from '../../scripts/io/server.ts';
import { writeFiles } from '../../scripts/io/output.ts';
import { downloadsOf } from '../../scripts/site/downloads/downloads.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { fixture, readTree } from '../support/fixtures.ts';
import { builtSite } from '../support/site.ts';
import { reportOf } from '../support/tree.ts';

const site = await builtSite();
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'narekenen-'));
const servers: SiteServer[] = [];

test.after(async () => {
  await closeBrowser();
  for (const server of servers) await server.close();
  fs.rmSync(scratch, { recursive: true, force: true });
});

async function served(folder: string): Promise<string> {
  const server = await serveFolder(folder, 0, { reload: false });
  servers.push(server);
  return `http://localhost:${server.port}`;
}

/** The site again, with some files of the report at its root replaced. */
function siteWith(name: string, change: (data: string) => void): string {
  const folder = path.join(scratch, name);
  for (const part of ['assets', 'data']) fs.cpSync(path.join(site, part), path.join(folder, part), { recursive: true });
  change(path.join(folder, 'data'));
  return folder;
}

/** What a visitor who presses the button reads. */
async function pressed(folder: string, report = '/'): Promise<{ outcome: string | null; text: string; title: string }> {
  const page = await (await browser()).newPage();
  await page.goto(`${await served(folder)}${report}data/narekenen/`);
  await page.getByRole('button', { name: 'Reken alles na' }).click();
  const target = page.locator('[data-uitkomst]');
  await target.waitFor();
  const read = {
    outcome: await target.getAttribute('data-uitkomst'),
    text: await target.innerText(),
    title: await page.title(),
  };
  await page.close();
  return read;
}

test('the page with the button loads no script; the page behind it does, and works without the address changing host', async () => {
  const page = await (await browser()).newPage();
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.goto(`${await served(site)}/data/narekenen/`);
  assert.equal(scripts, []);
  await page.getByRole('button', { name: 'Reken alles na' }).press('Enter');
  await page.locator('[data-uitkomst]').waitFor();
  assert.equal(scripts, ['/assets/narekenen.mjs']);
  await page.close();
});

for (const report of ['/', '/voorbeeld/']) {
  test(`in the browser, the shipped report at ${report} agrees with what its results and rules give`, async () => {
    const { outcome, text } = await pressed(site, report);
    assert.is(outcome, 'klopt', text);
    assert.match(text, /Alles klopt\. Uit [\d.]+ resultaten zijn [\d.]+ getallen/);
  });
}

for (const name of fs.readdirSync(fixture('acceptance'))) {
  test(`in the browser, acceptance case ${name} agrees, from the files that were expected and from those that are published`, async () => {
    const files = downloadsOf(reportOf(readTree(`acceptance/${name}/data`)));
    const folder = siteWith(name, (data) => {
      writeFiles(path.dirname(data), files);
      fs.cpSync(fixture(`acceptance/${name}/expected`), data, { recursive: true });
    });
    const { outcome, text } = await pressed(folder);
    assert.is(outcome, 'klopt', text);
  });
}

/** One changed cell: its file and column, which row to change, and how. */
const CHANGES: readonly (readonly [name: string, file: string, from: RegExp, to: string])[] = [
  ['a result', 'resultaten.csv', /;behaald;/, ';niet behaald;'],
  ['a count', 'cijfers.csv', /;totaal;;;;\d+;/, ';totaal;;;;4321;'],
  ['a percentage of an ambition point', 'cijfers.csv', /;100;100;100;100;;/, ';99,9999;100;100;100;;'],
  ['a reported percentage', 'cijfers.csv', /;83;mededeling-3120590/, ';84;mededeling-3120590'],
  ['a free text', 'resultaten.csv', /;mededeling-3120590\r\n/, ';mededeling-2794474\r\n'],
];

for (const [index, [name, file, from, to]] of CHANGES.entries()) {
  test(`in the browser, ${name} changed in ${file} is reported clearly, with the right value`, async () => {
    const folder = siteWith(`changed-${index}`, (data) => {
      const text = fs.readFileSync(path.join(data, file), 'utf8');
      assert.match(text, from);
      fs.writeFileSync(path.join(data, file), text.replace(from, to));
    });
    const { outcome, text, title } = await pressed(folder);
    assert.is(outcome, 'klopt-niet');
    assert.match(text, /Dit klopt niet: .*verschil/);
    assert.ok(text.includes(file), text);
    assert.match(title, /^Klopt niet: /);
  });
}

test('in the browser, a file that is missing or not CSV is reported as such', async () => {
  const gone = await pressed(siteWith('gone', (data) => fs.rmSync(path.join(data, 'cijfers.csv'))));
  assert.is(gone.outcome, 'mislukt');
  assert.match(gone.text, /cijfers\.csv is niet op te halen/);
  const broken = await pressed(siteWith('broken', (data) => fs.appendFileSync(path.join(data, 'cijfers.csv'), '"x')));
  assert.match(broken.text, /cijfers\.csv is geen geldige CSV/);
});

const run = promisify(execFile);
const script = path.join(site, 'assets/narekenen.mjs');
function command(place: string) {
  return run(process.execPath, [script, place]).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, text: stdout + stderr }),
  );
}

test('the same file runs in a terminal, on a folder and on an address, and its exit status says whether all is well', async () => {
  for (const place of [
    path.join(site, 'data'),
    `${path.join(site, 'voorbeeld/data')}/`,
    `${await served(site)}/voorbeeld/data/`,
  ]) {
    const { code, text } = await command(place);
    assert.is(code, 0, text);
    assert.match(text, /^Alles klopt\./);
  }
  const changed = siteWith('terminal', (data) =>
    fs.writeFileSync(
      path.join(data, 'wijzigingen.csv'),
      `${fs.readFileSync(path.join(data, 'wijzigingen.csv'), 'utf8')}1.0;a;b;totaal;;;1;1;0;0;0;100;100\r\n`,
    ),
  );
  const { code, text } = await command(path.join(changed, 'data'));
  assert.is(code, 1);
  assert.match(text, /wijzigingen\.csv.*\n(.*\n)*Dit klopt niet/);
  assert.is((await command('/bestaat/niet')).code, 2);
});

test('it shares no code with the program that makes the site', () => {
  const text = fs.readFileSync(script, 'utf8');
  assert.equal(
    [...text.matchAll(/^import |import\('([^']+)'\)/gm)].map(([, name]) => name),
    ['node:fs/promises'],
  );
});

test.run();
