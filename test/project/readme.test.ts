import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';

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

test('the part for another region names the package as it is, and begins with two lines of commands', () => {
  const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };
  const [, part = ''] = /^## Voor een andere regio\n(.*?)^## /ms.exec(fs.readFileSync('README.md', 'utf8')) ?? [];
  const [, commands = ''] = /^```\n(.*?)\n```$/ms.exec(part) ?? [];
  assert.is(commands.split('\n').length, 2);
  assert.ok(commands.startsWith(`npm exec --package=./normrapport-${version}.tgz -- normrapport init `));
  assert.not.match(part.replaceAll(`normrapport-${version}.tgz`, ''), /normrapport-\d/);
});

test('what public code says of itself agrees with what the package says', () => {
  const { license } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { license: string };
  const told = parse(fs.readFileSync('publiccode.yml', 'utf8')) as {
    legal: { license: string };
    description: Record<string, { shortDescription: string; longDescription: string; features: string[] }>;
  };
  assert.is(told.legal.license, license);
  // The standard sets these lengths.
  for (const { shortDescription, longDescription, features } of Object.values(told.description)) {
    assert.ok(shortDescription.length <= 150);
    assert.ok(longDescription.length >= 150);
    assert.ok(features.length > 0);
  }
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
