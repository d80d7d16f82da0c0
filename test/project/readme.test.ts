import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

/** Lines of a README that GitHub shows before one has to scroll, pictures left out. */
const FIRST_SCREEN = 22;

test('the first screen of the README has two commands to copy, each enough on a fresh machine', () => {
  const start = fs.readFileSync('README.md', 'utf8').split('\n').slice(0, FIRST_SCREEN).join('\n');
  assert.equal(
    [...start.matchAll(/^```\n(.*?)\n```$/gms)].map((match) => match[1]),
    ['npm ci && npm start', 'npm ci && npm test'],
  );
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  assert.ok(scripts.start && scripts.test);
});

test('git sees nothing of what a command that was ended leaves', () => {
  const left = [
    '_site.nieuw-4711-0123abcd/index.html',
    '_site.oud-4711-0123abcd/index.html',
    'site.weg-4711-0123abcd/index.html',
    'data/.wijziging.json',
    'data/.terug-4711-0123abcd',
    'data/voorbeeld/.nieuw-4711-0123abcd-0',
    'data/voorbeeld/.oud-4711-0123abcd-0',
  ];
  assert.equal(
    execFileSync('git', ['check-ignore', ...left], { encoding: 'utf8' })
      .trim()
      .split('\n'),
    left,
  );
});

test.run();
