import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startServing, type Serving } from '../bench/serving.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { Clone } from '../support/clone.ts';

const RESULTS = 'data/voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml';
const POINT = '/voorbeeld/norm/2.0/punt/dilemmasessie-jaarlijks/';
const TEMPLATE = 'content/pages/organisation.njk';
const ORGANISATION = '/voorbeeld/organisatie/modelstad/';

const project = new Clone();
let serving: Serving;
let page: Page;

test.before(async () => {
  serving = await startServing(project.folder);
  await serving.says(/ naar _site/);
  page = await (await browser()).newPage();
  await page.goto(`${serving.origin}${POINT}`);
});

test.after(async () => {
  serving.stop();
  await closeBrowser();
});

function change(file: string, from: string, to: string): void {
  const text = project.read(file);
  assert.ok(text.includes(from), `${file} has no ${from}`);
  project.write(file, text.replace(from, to));
}

function onScreen(text: string) {
  return page.getByText(text).first().waitFor({ state: 'attached' });
}

test('a saved change appears on the screen by itself, on the next page that a reader visits, and in the folder', async () => {
  change(RESULTS, 'drie voorbeelden', 'zeven voorbeelden');
  await onScreen('zeven voorbeelden');
  await page.goto(`${serving.origin}${ORGANISATION}`);
  await onScreen('zeven voorbeelden');
  await serving.says(/ naar _site/);
  assert.match(project.read(`_site${POINT}index.html`), /zeven voorbeelden/);
});

test('a mistake is shown in the terminal and over the last good page, until it is fixed', async () => {
  change(RESULTS, 'medewerkers-training: behaald', 'medewerkers-training: behaalt');
  await serving.says(/modelstad\.yaml:\d+:\d+: .*bedoelde u "behaald"/);
  await onScreen('bedoelde u "behaald"');
  await onScreen('zeven voorbeelden');
  change(RESULTS, 'medewerkers-training: behaalt', 'medewerkers-training: niet behaald');
  await page.locator('#herladen').waitFor({ state: 'detached' });
  await serving.says(/ naar _site/);
});

test('a mistake in a template is shown too, and the pages stay', async () => {
  change(TEMPLATE, '{% set view = item.view %}', '{% set view = item.view %}{{ nergens.is }}');
  await page.locator('#herladen').getByText('organisation.njk').waitFor();
  await onScreen('zeven voorbeelden');
  change(TEMPLATE, '{{ nergens.is }}', '');
  await serving.says(/ naar _site/);
});

test('a text that was shown before and then changes is on its page, and in the folder', async () => {
  const text = 'content/pages/privacy.md';
  await page.goto(`${serving.origin}/privacy/`);
  for (const sentence of ['Dit is de eerste zin.', 'En dit is de tweede.']) {
    fs.appendFileSync(project.path(text), `\n${sentence}\n`);
    await onScreen(sentence);
    await serving.says(/ naar _site/);
    assert.ok(project.read('_site/privacy/index.html').includes(sentence));
  }
  await page.goto(`${serving.origin}${ORGANISATION}`);
});

test('a change of a style sheet and of the program itself takes effect', async () => {
  fs.appendFileSync(project.path('content/styles/tokens.css'), '\n:root { --proef: 7px; }\n');
  await page.waitForFunction('getComputedStyle(document.documentElement).getPropertyValue("--proef") === "7px"');
  change('scripts/format/terms.ts', "'behaald'", "'gehaald'");
  await onScreen('gehaald');
});

test('a program that cannot start says so, and starts again when it is fixed', async () => {
  change('scripts/format/terms.ts', 'export function', 'exporteer function');
  await serving.says(/Het bouwen is onverwacht gestopt/);
  await page.locator('#herladen').getByText('onverwacht gestopt').waitFor();
  change('scripts/format/terms.ts', 'exporteer function', 'export function');
  await serving.says(/ naar _site/);
  await page.locator('#herladen').waitFor({ state: 'detached' });
});

test('an invalid port, or one in use, ends the command with a message', () => {
  for (const port of ['abc', new URL(serving.origin).port]) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/cli/start.js', 'serve', '--port', port], {
      cwd: project.folder,
      encoding: 'utf8',
    });
    assert.is(status, 2, stderr);
    assert.match(stderr, /poort/);
  }
});

test('an invalid or unknown address gets the page for addresses that do not exist', async () => {
  for (const address of [
    '/nergens/',
    '/nergens.css',
    '/%',
    '//nergens/',
    '/..%2f..%2fpackage.json',
    '/assets/%00.css',
    '/%00/',
    '/assets/%00.html',
    '/robots.txt/',
    '/index.html/',
    `/${'a'.repeat(300)}/`,
  ]) {
    const answer = await fetch(`${serving.origin}${address}`);
    assert.is(answer.status, 404, address);
    assert.match(await answer.text(), /niet gevonden|bestaat niet/i, address);
  }
});

test('a site that has a path on its own server has that here too', async () => {
  change(
    'data/site.yaml',
    /^adres:.*$/m.exec(project.read('data/site.yaml'))![0],
    'adres: https://norm.voorbeeld.example/norm',
  );
  await serving.says(/ naar _site/);
  await page.goto(serving.origin);
  assert.is(new URL(page.url()).pathname, '/norm/');
  await page.locator('nav a').first().click();
  await page.waitForURL(/\/norm\//);
  assert.ok(await page.evaluate('[...document.styleSheets].every(({ cssRules }) => cssRules.length > 0)'));
});

test.run();
