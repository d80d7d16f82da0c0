import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../scripts/model/problem.ts';
import { newName, prepareOutput, replaceFolder } from '../../scripts/io/output.ts';
import { isWithin } from '../../scripts/io/safe-output.ts';
import { scratch } from '../support/scratch.ts';

function fill(text: string) {
  return async (folder: string): Promise<void> => fs.writeFileSync(path.join(folder, 'index.html'), text);
}

function place(output: string, inputs: readonly string[] = []) {
  return { output, inputs };
}

function shown(output: string): string {
  return fs.readFileSync(path.join(output, 'index.html'), 'utf8');
}

function messageOf(failing: Promise<unknown>): Promise<string> {
  return failing.then(
    () => 'no error',
    (error: Error) => error.message,
  );
}

/** A process that has ended: what it left behind belongs to nobody. */
const ENDED = 2 ** 22 + 1;

function ofEnded(name: string): string {
  return name.replace(`-${process.pid}-`, `-${ENDED}-`);
}

async function newSite(): Promise<{ parent: string; output: string }> {
  const parent = scratch('output');
  const output = path.join(parent, 'site');
  await replaceFolder(place(output), fill('old'));
  return { parent, output };
}

function refused(output: string, inputs: readonly string[], words: RegExp): void {
  assert.throws(
    () => prepareOutput(place(output, inputs)),
    (error: unknown) => error instanceof UsageError && words.test(error.message),
    output,
  );
}

test('a new site replaces the old one, whose other files are gone', async () => {
  const { parent, output } = await newSite();
  fs.writeFileSync(path.join(output, 'gone.html'), '');
  await replaceFolder(place(output), fill('new'));
  assert.equal(fs.readdirSync(output).sort(), ['.normrapport', 'index.html']);
  assert.is(shown(output), 'new');
  assert.equal(fs.readdirSync(parent), ['site']);
});

test('when writing fails halfway, the old site stays and nothing is left next to it', async () => {
  const { parent, output } = await newSite();
  const failing = replaceFolder(place(output), async (folder) => {
    await fill('half')(folder);
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
  assert.match(await messageOf(failing), 'no space');
  assert.is(shown(output), 'old');
  assert.equal(fs.readdirSync(parent), ['site']);
});

test('a build whose new folder was removed does not install what is left of it', async () => {
  const { output } = await newSite();
  const robbed = replaceFolder(place(output), async (folder) => {
    fs.rmSync(folder, { recursive: true });
    fs.mkdirSync(folder);
    await fill('half')(folder);
  });
  assert.match(await messageOf(robbed), 'bouw opnieuw');
  assert.is(shown(output), 'old');
});

test('simultaneous builds are each complete, and the last to finish stays', async () => {
  const { parent, output } = await newSite();
  function build(text: string, wait: number) {
    return replaceFolder(place(output), async (folder) => {
      await fill(text)(folder);
      await new Promise((resolve) => {
        setTimeout(resolve, wait);
      });
    });
  }
  await Promise.all([build('slow', 40), build('quick', 5), build('middle', 20)]);
  assert.is(shown(output), 'slow');
  assert.equal(fs.readdirSync(parent), ['site']);
});

test('a site that an aborted build left next to its place is put back by the next command', async () => {
  const { parent, output } = await newSite();
  fs.renameSync(output, ofEnded(newName(output, 'oud')));
  prepareOutput(place(output));
  assert.is(shown(output), 'old');
  assert.equal(fs.readdirSync(parent), ['site']);
});

test('leftovers of aborted builds are deleted, and those of a running process are not', async () => {
  const { parent, output } = await newSite();
  for (const role of ['nieuw', 'oud', 'weg'] as const) fs.mkdirSync(ofEnded(newName(output, role)));
  const running = newName(output, 'nieuw').replace(`-${process.pid}-`, `-${process.ppid}-`);
  fs.mkdirSync(running);
  fs.mkdirSync(path.join(parent, 'site.nieuw-van-mij'));
  prepareOutput(place(output));
  assert.equal(fs.readdirSync(parent).sort(), ['site', path.basename(running), 'site.nieuw-van-mij'].sort());
});

test('of two sites that aborted builds left, the newer one is put back', async () => {
  const { output } = await newSite();
  fs.renameSync(output, ofEnded(newName(output, 'oud')));
  // The time of their last move tells them apart, whatever the order of their names.
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  const newer = ofEnded(newName(output, 'oud'));
  fs.mkdirSync(newer);
  await fill('newer')(newer);
  prepareOutput(place(output));
  assert.is(shown(output), 'newer');
});

test('a file whose name only begins like that of a leftover stays', async () => {
  const { parent, output } = await newSite();
  const copy = `${ofEnded(newName(output, 'oud'))}.zip`;
  fs.writeFileSync(copy, '');
  prepareOutput(place(output));
  assert.equal(fs.readdirSync(parent).sort(), ['site', path.basename(copy)].sort());
});

test('half a folder that was being deleted is never put back', async () => {
  const { output } = await newSite();
  fs.renameSync(output, ofEnded(newName(output, 'weg')));
  prepareOutput(place(output));
  assert.not(fs.existsSync(output));
});

test('an output folder that is a link is replaced where it points to', async () => {
  const { parent, output } = await newSite();
  const link = path.join(parent, 'link');
  fs.symlinkSync(output, link);
  await replaceFolder(place(link), fill('new'));
  assert.ok(fs.lstatSync(link).isSymbolicLink());
  assert.is(shown(output), 'new');
});

test('an output folder that is a link to nothing, or to itself, is not replaced', async () => {
  const parent = scratch('links');
  fs.symlinkSync('nergens', path.join(parent, 'dood'));
  refused(path.join(parent, 'dood'), [], /koppeling naar iets wat er niet is/);
  fs.symlinkSync('kring', path.join(parent, 'kring'));
  assert.match(await messageOf(replaceFolder(place(path.join(parent, 'kring')), fill('new'))), 'ELOOP');
  assert.match(await messageOf(replaceFolder(place(path.join(parent, 'dood/site')), fill('new'))), 'is geen map');
  assert.equal(fs.readdirSync(parent), ['dood', 'kring']);
});

test('if no folder can be created, that is reported, and not tried for ever', async () => {
  if (!fs.existsSync('/proc/self')) return;
  for (const output of ['/proc/x', '/proc/x/y', '/proc/self/x'])
    assert.match(await messageOf(replaceFolder(place(output), fill('new'))), 'kan niets worden gemaakt');
});

test('everybody may read a site, whatever the umask of its maker', async () => {
  const parent = scratch('modes');
  const before = process.umask(0o077);
  try {
    await replaceFolder(place(path.join(parent, 'www/site')), async (folder) => {
      await fill('new')(folder);
      fs.mkdirSync(path.join(folder, 'data'));
      fs.writeFileSync(path.join(folder, 'data/cijfers.csv'), '');
    });
  } finally {
    process.umask(before);
  }
  const modes = fs
    .readdirSync(parent, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${(fs.statSync(path.join(parent, name)).mode & 0o777).toString(8)}`);
  assert.equal(modes.sort(), [
    'www 755',
    'www/site 755',
    'www/site/.normrapport 644',
    'www/site/data 755',
    'www/site/data/cijfers.csv 644',
    'www/site/index.html 644',
  ]);
});

test('places that people made are refused, with the reason', () => {
  const parent = scratch('refuse');
  const data = path.join(parent, 'data');
  fs.mkdirSync(data);
  refused('/', [], /hele schijf/);
  refused(os.homedir(), [], /thuismap/);
  refused(path.dirname(os.homedir()), [], /thuismap|hele schijf/);
  refused('.', [], /dit programma/);
  refused('..', [], /dit programma/);
  for (const part of ['scripts', 'content/x', 'node_modules', '.git']) refused(part, [], /dit programma zelf/);
  refused(data, [data], /map met gegevens/);
  refused(path.join(data, 'nieuw/site'), [data], /map met gegevens/);
  refused(parent, [data], /map met gegevens/);
  fs.symlinkSync(data, path.join(parent, 'link'));
  refused(path.join(parent, 'link/site'), [data], /map met gegevens/);
});

test('the folder in which a command runs, and what that is in, is refused wherever it is', () => {
  const [before, parent] = [process.cwd(), scratch('werkmap')];
  const here = path.join(parent, 'hier');
  fs.mkdirSync(here);
  process.chdir(here);
  try {
    refused('.', [], /de map waarin u nu werkt/);
    refused('..', [], /de map waarin u nu werkt/);
    refused(parent, [], /de map waarin u nu werkt/);
    prepareOutput(place('_site'));
  } finally {
    process.chdir(before);
  }
});

test('a folder whose name begins with two dots is inside its parent folder', () => {
  assert.ok(isWithin('/a/..b', '/a') && isWithin('/a', '/a') && isWithin('/a/b/c', '/a'));
  assert.not(isWithin('/ab', '/a') || isWithin('/', '/a') || isWithin('/b/a', '/a'));
});

test('a folder that this program did not make, or a file, is not overwritten', () => {
  const parent = scratch('foreign');
  fs.writeFileSync(path.join(parent, 'letter.txt'), '');
  refused(parent, [], /niet door dit programma gemaakt/);
  refused(path.join(parent, 'letter.txt'), [], /geen map/);
  assert.equal(fs.readdirSync(parent), ['letter.txt']);
});

test.run();
