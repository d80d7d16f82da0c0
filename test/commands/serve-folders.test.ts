import fs from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startServing, type Serving } from '../bench/serving.ts';
import { Clone } from '../support/clone.ts';

const ROUND = 'data/voorbeeld/normen/2.0/metingen/2026-tussenmeting';
const RESULTS = `${ROUND}/resultaten/modelstad.yaml`;
const POINT = '/voorbeeld/norm/2.0/punt/dilemmasessie-jaarlijks/';
const TEXT = /drie voorbeelden[^"\n.]*/;

const TIMES = 10;
/** Maximum time in milliseconds until an edit is on its page; generous, for a busy machine. */
const PATIENCE = 120_000;

const project = new Clone();
let serving: Serving;

test.before(async () => {
  project.git('checkout', '--quiet', '-b', 'zonder-meting');
  project.git('rm', '--quiet', '-r', ROUND);
  project.git('commit', '--quiet', '--message', 'Zonder meting');
  project.git('checkout', '--quiet', 'main');
  serving = await startServing(project.folder);
  await serving.says(/ naar _site/);
});

test.after(() => serving.stop());

let edits = 0;

/** Changes a result, and waits until its page shows the change. */
async function assertEditIsSeen(): Promise<void> {
  const text = `drie voorbeelden, wijziging ${++edits}`;
  project.write(RESULTS, project.read(RESULTS).replace(TEXT, text));
  for (let waited = 0; ; waited += 50) {
    if ((await (await fetch(`${serving.origin}${POINT}`)).text()).includes(text)) break;
    assert.ok(waited < PATIENCE, `${text} is not on its page`);
    await setTimeout(50);
  }
  project.git('checkout', '--quiet', '--', '.');
}

async function noBuildForSeconds(seconds: number): Promise<void> {
  for (let quiet = 0; quiet < seconds; quiet += 0.1) {
    if (fs.readdirSync(project.folder).some((name) => name.startsWith('_site.'))) quiet = 0;
    await setTimeout(100);
  }
}

/** Removes a folder, even if schemas are being written there at the same time. */
function remove(name: string): void {
  while (fs.existsSync(project.path(name))) {
    try {
      fs.rmSync(project.path(name), { recursive: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    }
  }
}

test('after the data are removed and restored, ten times, the next edit is on its page', async () => {
  for (let time = 0; time < TIMES; time++) {
    fs.renameSync(project.path('data'), project.path('weg'));
    fs.cpSync(project.path('weg'), project.path('data'), { recursive: true });
    remove('data');
    await setTimeout([0, 300][time % 2]);
    fs.renameSync(project.path('weg'), project.path('data'));
    await assertEditIsSeen();
  }
});

test('after a change to a branch without a folder of the data and back, ten times, the next edit is on its page', async () => {
  for (let time = 0; time < TIMES; time++) {
    project.git('checkout', '--quiet', 'zonder-meting');
    await setTimeout([0, 300][time % 2]);
    project.git('checkout', '--quiet', 'main');
    await assertEditIsSeen();
  }
});

for (const [name, thing] of [
  ['data', 'map data'],
  ['content', 'map content'],
  ['docs', 'map docs'],
  ['scripts', 'bestand scripts/cli/start.js'],
  ['.eleventy.js', 'bestand .eleventy.js'],
] as const) {
  test(`while ${name} is gone a sentence says so, and once it is back the next edit is on its page`, async () => {
    fs.renameSync(project.path(name), project.path('weg'));
    const sentence = `er is geen ${thing} meer; na terugzetten wordt opnieuw gebouwd`;
    // Also stops at the first line of a stack trace.
    assert.is(await serving.says(new RegExp(`^(?:${sentence}$|\\s+at )`)), sentence);
    fs.renameSync(project.path('weg'), project.path(name));
    await assertEditIsSeen();
  });
}

test('after the folder of the whole project is replaced by a copy, the next edit is on its page, and in the folder', async () => {
  await noBuildForSeconds(3);
  fs.cpSync(project.folder, `${project.folder}-kopie`, { recursive: true, verbatimSymlinks: true });
  fs.renameSync(project.folder, `${project.folder}-weg`);
  await serving.says(/^er is geen map data meer/);
  fs.renameSync(`${project.folder}-kopie`, project.folder);
  await assertEditIsSeen();
  await serving.says(/ naar _site/);
  fs.rmSync(`${project.folder}-weg`, { recursive: true });
});

test('without data it does not start, and says so in a sentence', () => {
  const { status, out, err } = project.run('serve', '--data', 'nergens', '--port', '0');
  assert.equal([status, out], [2, '']);
  assert.match(err, /^er is geen map nergens; noem de map met gegevens met --data\n/);
});

test.run();
