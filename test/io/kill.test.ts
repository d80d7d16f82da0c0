import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { prepareOutput } from '../../scripts/io/output.ts';
import { makeSite } from '../../scripts/site/make-site.ts';
import { sample } from '../support/sample.ts';
import { contentsOf, putFiles, scratch } from '../support/scratch.ts';
import { changed } from '../support/tree.ts';

/** How often a build is killed; `KILLS=200 npm test -- --only io/kill` takes some minutes. */
const KILLS = Number(process.env.KILLS ?? 4);

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function kill(child: ChildProcess): Promise<void> {
  assert.is(child.exitCode || 0, 0, 'the process failed before it was killed');
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Names next to the output that a killed build left behind. */
function leftBeside(output: string): string[] {
  return fs.readdirSync(path.dirname(output)).filter((name) => name.startsWith(`${path.basename(output)}.`));
}

test('a process that keeps swapping sites can be killed at any moment: one complete site is left', async () => {
  const output = path.join(scratch('swap'), 'site');
  const FILES = 10;
  function swapper() {
    return run('--import', 'tsx', 'test/support/swapper.ts', output, String(FILES));
  }
  let between = 0;
  for (let round = 0; round < KILLS; round++) {
    // Two at once, so that they also interrupt each other's steps.
    const children = [swapper(), swapper()];
    await Promise.all(children.map((child) => once(child.stdout!, 'data')));
    await wait(Math.random() * 30);
    await Promise.all(children.map(kill));
    if (!fs.existsSync(output)) between++;
    prepareOutput({ output, inputs: [] });
    const texts = fs
      .readdirSync(output)
      .filter((name) => name.endsWith('.html'))
      .map((name) => fs.readFileSync(path.join(output, name), 'utf8'));
    assert.is(texts.length, FILES);
    assert.is(new Set(texts).size, 1, 'files of two versions');
    assert.equal(leftBeside(output), []);
  }
  if (process.env.KILLS) console.log(`${KILLS} kills of two swapping processes; ${between} fell between two renames`);
});

test('a build can be killed at any moment: the old site or the new one is left, complete', async () => {
  const folder = scratch('kill');
  const trees = [sample, changed(sample, 'site.yaml', 'titel: Proefsite', 'titel: Nieuwe proefsite')];
  const sites: Map<string, string>[] = [];
  for (const [index, tree] of trees.entries()) {
    putFiles(path.join(folder, `data-${index}`), tree);
    await makeSite(path.join(folder, `data-${index}`), path.join(folder, `site-${index}`));
    sites.push(contentsOf(path.join(folder, `site-${index}`)));
  }
  const output = path.join(folder, 'site');
  await makeSite(path.join(folder, 'data-0'), output);
  function build(index: number) {
    return run('scripts/cli/start.js', 'build', '--data', path.join(folder, `data-${index}`), '--output', output);
  }
  const start = performance.now();
  await once(build(0), 'exit');
  const whole = performance.now() - start;

  const seen = [0, 0];
  let standing = 0;
  for (let round = 0; round < KILLS; round++) {
    const child = build(1 - standing);
    // Every other kill is timed near the end, when the old site is replaced.
    await wait(whole * (round % 2 === 0 ? Math.random() : 0.8 + 0.4 * Math.random()));
    await kill(child);
    prepareOutput({ output, inputs: [] });
    assert.equal(leftBeside(output), []);
    const left = contentsOf(output);
    const which = sites.findIndex(
      (site) => site.size === left.size && [...site].every(([name, content]) => left.get(name) === content),
    );
    assert.ok(which >= 0, `neither the old site nor the new one stands there after kill ${round + 1}`);
    seen[which === standing ? 0 : 1]!++;
    standing = which;
  }
  if (process.env.KILLS)
    console.log(`${KILLS} kills of a build: ${seen[0]} times the old site was left, ${seen[1]} times the new one`);
});

test.run();
