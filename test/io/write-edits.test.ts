import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { UsageError } from '../../scripts/model/problem.ts';
import { type Disk, insist } from '../../scripts/io/disk.ts';
import { hashOf, journalPath } from '../../scripts/io/edit-journal.ts';
import { readData } from '../../scripts/io/read.ts';
import { settleEdits, writeEdits } from '../../scripts/io/write-edits.ts';
import { GONE, type Step, watchedDisk } from '../support/ending-disk.ts';
import { snapshot } from '../support/folder.ts';
import { AFTER, BEFORE, EDITS } from '../support/sample-edits.ts';
import { putFiles, scratch } from '../support/scratch.ts';

function dataFolder(): string {
  const folder = scratch('edits');
  putFiles(folder, BEFORE);
  return folder;
}

/** Writes the edits to a disk that may misbehave. Returns the error thrown, or which files had changed. */
function written(folder: string, disk?: Disk): unknown {
  try {
    return writeEdits(folder, EDITS, disk);
  } catch (error) {
    return error;
  }
}

function settled(folder: string, disk?: Disk): string[] {
  const said: string[] = [];
  // Make the journal old, so that it counts as abandoned.
  if (fs.existsSync(journalPath(folder))) fs.utimesSync(journalPath(folder), 1, 1);
  settleEdits(folder, (line) => said.push(line), disk);
  return said;
}

/**
 * Returns whether a folder is old or new; fails if its files are neither, or if there are others. Neither the reader
 * nor git notices empty folders.
 */
function stateOf(folder: string, about: string): 'old' | 'new' {
  const found = snapshot(folder);
  const isNew = found['site.yaml'] === AFTER['site.yaml'];
  assert.equal(found, isNew ? AFTER : BEFORE, about);
  return isNew ? 'new' : 'old';
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function throwing(code: string, isWrong: (step: Step) => boolean): Disk {
  return watchedDisk((step) => {
    if (isWrong(step)) throw systemError(code);
  });
}

/** A disk that stops working at a step, as for a process that is killed just before it. */
function goneFrom(last: number): Disk {
  return throwing(GONE, ({ number }) => number >= last);
}

/** Number of steps that an action takes on the disk. */
function stepsOf(action: (disk: Disk) => void): number {
  let steps = 0;
  action(
    watchedDisk(() => {
      steps++;
    }),
  );
  return steps;
}

/** A script of test/support bundled into one file, which starts quickly. */
async function programOf(name: string): Promise<string> {
  const outfile = path.join(scratch('program'), `${name}.mjs`);
  await build({
    entryPoints: [`test/support/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  return outfile;
}

const STEPS = stepsOf((disk) => writeEdits(dataFolder(), EDITS, disk));

test('edits change files and make new ones, in new folders too, and leave nothing else', () => {
  const folder = dataFolder();
  assert.equal(writeEdits(folder, EDITS), []);
  assert.is(stateOf(folder, ''), 'new');
  assert.equal(settled(folder), []);
});

test('a process that is killed before any step leaves everything old or everything new, once the next command has settled it', async () => {
  const program = await programOf('killed-edits');
  const states: string[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const folder = dataFolder();
    const { signal, stderr } = spawnSync(process.execPath, [program, folder, String(step)], { encoding: 'utf8' });
    assert.is(signal, 'SIGKILL', `step ${step}: ${stderr}`);
    const wasWhole = Object.keys(snapshot(folder)).every((name) => !path.basename(name).startsWith('.'));
    // Nothing it left behind counts as a data file.
    assert.equal(
      readData(folder).files.flatMap(({ problems }) => problems),
      [],
    );
    const said = settled(folder);
    states.push(stateOf(folder, `killed before step ${step}`));
    assert.is(said.length > 0, !wasWhole, `step ${step}: ${said.join(' ')}`);
    assert.equal(settled(folder), []);
  }
  // Up to some step all is old, and after it all is new.
  assert.equal(states, [...states].sort().reverse());
  assert.ok(states.includes('old') && states.includes('new'));
});

test('a command that is killed while it settles what another left, can itself be settled', () => {
  for (let first = 1; first <= STEPS; first++) {
    for (let second = 1; ; second++) {
      const folder = dataFolder();
      written(folder, goneFrom(first));
      let isDone = true;
      try {
        settled(folder, goneFrom(second));
      } catch {
        isDone = false;
      }
      settled(folder);
      stateOf(folder, `ended before step ${first}, and then before step ${second}`);
      if (isDone) break;
    }
  }
});

test('on a disk that is full from any step on, nothing changes, or everything', () => {
  for (let step = 1; step <= STEPS; step++) {
    const folder = dataFolder();
    const error = written(
      folder,
      throwing('ENOSPC', ({ number, call }) => number >= step && (call === 'write' || call === 'makeFolder')),
    );
    const state = stateOf(folder, `full at step ${step}`);
    assert.is(error instanceof Error ? 'old' : 'new', state, 'and that is said');
    assert.equal(settled(folder), []);
  }
});

/** Runs a script in which no file may grow beyond 16 blocks, so that larger ones are cut off. */
function withSmallFiles(script: string): string {
  const command = ['--import', 'tsx', '--eval', `process.on('SIGXFSZ', () => {}); ${script}`];
  return spawnSync('sh', ['-c', 'ulimit -f 16; exec "$@"', 'sh', process.execPath, ...command], { encoding: 'utf8' })
    .stderr;
}

test('files that cannot grow leave everything as it was', () => {
  const folder = dataFolder();
  const large = JSON.stringify('x'.repeat(100_000));
  putFiles(folder, { 'groot.yaml': 'oud' });
  assert.match(
    withSmallFiles(`import { writeEdits } from './scripts/io/write-edits.ts';
      writeEdits(${JSON.stringify(folder)}, [
        { path: 'site.yaml', text: 'nieuw', before: ${JSON.stringify(BEFORE['site.yaml'])} },
        { path: 'groot.yaml', text: ${large}, before: 'oud' },
      ]);`),
    /EFBIG/,
  );
  assert.equal(snapshot(folder), { ...BEFORE, 'groot.yaml': 'oud' });
  // A new file, such as a form, is complete or absent.
  assert.match(
    withSmallFiles(`import { writeNewFile } from './scripts/io/binary.ts';
      writeNewFile(${JSON.stringify(path.join(folder, 'formulier.xlsx'))}, Buffer.from(${large}));`),
    /EFBIG/,
  );
  assert.not.ok(fs.existsSync(path.join(folder, 'formulier.xlsx')));
});

test('if one file cannot be replaced, those that were replaced are put back', () => {
  for (let which = 1; which <= EDITS.length; which++) {
    const folder = dataFolder();
    let renames = 0;
    const error = written(
      folder,
      throwing('EPERM', ({ call }) => call === 'rename' && ++renames === which),
    );
    assert.is((error as NodeJS.ErrnoException).code, 'EPERM');
    assert.is(stateOf(folder, `file ${which}`), 'old');
    assert.not.ok(fs.existsSync(path.join(folder, 'proef/normen')));
  }
});

test('a command that is killed while it puts files back leaves everything old or everything new, once the next command has settled it', () => {
  for (let which = 1; which <= EDITS.length; which++) {
    for (let last = 1; ; last++) {
      const folder = dataFolder();
      let [renames, stepsBack] = [0, 0];
      const error = written(
        folder,
        watchedDisk(({ call }) => {
          if (call === 'rename') renames++;
          if (renames === which && stepsBack++ === 0) throw systemError('EPERM');
          if (renames >= which && stepsBack > last) throw systemError(GONE);
        }),
      );
      assert.is((error as NodeJS.ErrnoException).code, 'EPERM');
      const isDone = !fs.existsSync(journalPath(folder));
      settled(folder);
      stateOf(folder, `file ${which}, ended ${last} steps after that`);
      if (isDone) break;
    }
  }
});

test('if nothing can be put back either, the next command finishes the work', () => {
  const folder = dataFolder();
  let renames = 0;
  written(
    folder,
    throwing('EPERM', ({ call }) => call === 'rename' && ++renames > 1),
  );
  assert.ok(fs.existsSync(journalPath(folder)));
  assert.match(settled(folder).join('\n'), /halverwege af/);
  stateOf(folder, '');
});

test('a file that somebody changes while a command works is not overwritten, and then no file is', () => {
  const folder = dataFolder();
  putFiles(folder, { 'proef/rapport.yaml': 'titel: Van een ander\n' });
  assert.equal(written(folder), ['proef/rapport.yaml']);
  assert.equal(snapshot(folder), { ...BEFORE, 'proef/rapport.yaml': 'titel: Van een ander\n' });

  const late = dataFolder();
  let hasJournal = false;
  const changed = written(
    late,
    watchedDisk(() => {
      if (hasJournal || !fs.existsSync(journalPath(late))) return;
      hasJournal = true;
      putFiles(late, { 'proef/rapport.yaml': 'titel: Van een ander\n' });
    }),
  );
  assert.equal(changed, ['proef/rapport.yaml']);
  assert.equal(snapshot(late), { ...BEFORE, 'proef/rapport.yaml': 'titel: Van een ander\n' });
});

test('what somebody changed after a command was killed stays, and is named', () => {
  for (let step = 1; step <= STEPS; step++) {
    for (const names of [
      ['site.yaml'],
      ['proef/rapport.yaml'],
      ['site.yaml', 'proef/rapport.yaml'],
      [EDITS[1]!.path, 'proef/rapport.yaml'],
    ]) {
      const folder = dataFolder();
      written(folder, goneFrom(step));
      putFiles(folder, Object.fromEntries(names.map((name) => [name, 'titel: Van een ander\n'])));
      const said = settled(folder).join('\n');
      for (const name of names)
        assert.is(snapshot(folder)[name], 'titel: Van een ander\n', `${name} after step ${step}: ${said}`);
      const others = Object.entries(snapshot(folder)).filter(([each]) => !names.includes(each));
      const whole = [BEFORE, AFTER].map((tree) => Object.entries(tree).filter(([each]) => !names.includes(each)));
      assert.ok(whole.some((each) => JSON.stringify(each.sort()) === JSON.stringify(others.sort())));
    }
  }
});

test('of two commands at the same time each does all its work, or says that it did none', () => {
  // The second command starts at each step of the first in turn.
  for (let step = 1; step <= STEPS; step++) {
    const folder = dataFolder();
    let second: unknown;
    const first = written(
      folder,
      watchedDisk(({ number }) => {
        if (number !== step) return;
        try {
          second = writeEdits(folder, [
            { path: 'proef/blijft.yaml', text: 'titel: Tweede\n', before: BEFORE['proef/blijft.yaml']! },
            { path: 'site.yaml', text: 'titel: Tweede\n', before: BEFORE['site.yaml']! },
          ]);
        } catch (error) {
          second = error;
        }
      }),
    );
    const tree = snapshot(folder);
    const about = `step ${step}: ${String(first)} ${String(second)} ${JSON.stringify(tree)}`;
    const [isFirst, isSecond] = [first, second].map((outcome) => Array.isArray(outcome) && outcome.length === 0);
    assert.is(tree['proef/rapport.yaml'], isFirst ? AFTER['proef/rapport.yaml'] : BEFORE['proef/rapport.yaml'], about);
    assert.is(tree['proef/blijft.yaml'], isSecond ? 'titel: Tweede\n' : BEFORE['proef/blijft.yaml'], about);
    // Both changed this file from the same text, so only one of them may succeed.
    assert.is(Number(isFirst) + Number(isSecond), 1, about);
    assert.is(tree['site.yaml'], isFirst ? AFTER['site.yaml'] : 'titel: Tweede\n', about);
    settled(folder);
  }
});

test('of processes that change the same files at once, one succeeds, and the others say which files had changed', async () => {
  const program = await programOf('racing-edits');
  for (let round = 1; round <= 5; round++) {
    const folder = dataFolder();
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => promisify(execFile)(process.execPath, [program, folder, name])),
    );
    const winners = outcomes.flatMap(({ stdout }, index) => (stdout === '\n' ? ['abcd'[index]] : []));
    assert.is(winners.length, 1, JSON.stringify(outcomes));
    assert.equal(new Set(Object.values(snapshot(folder))), new Set([`titel: ${winners[0]}\n`]));
  }
});

test('a command waits for a journal that another one is still writing', () => {
  const folder = dataFolder();
  fs.writeFileSync(journalPath(folder), '{"id":');
  const start = performance.now();
  settleEdits(folder, () => {});
  assert.ok(performance.now() - start > 1000);
  assert.is(stateOf(folder, ''), 'old');
});

test('a file keeps its mode, and a link or a folder is not replaced', () => {
  const folder = dataFolder();
  fs.chmodSync(path.join(folder, 'site.yaml'), 0o640);
  writeEdits(folder, EDITS);
  assert.is(fs.statSync(path.join(folder, 'site.yaml')).mode & 0o7777, 0o640);

  const linked = dataFolder();
  fs.renameSync(path.join(linked, 'site.yaml'), path.join(linked, 'echt.yaml'));
  fs.symlinkSync('echt.yaml', path.join(linked, 'site.yaml'));
  const error = written(linked);
  assert.ok(error instanceof UsageError && /geen gewoon bestand/.test(error.message));
  assert.is(fs.readFileSync(path.join(linked, 'echt.yaml'), 'utf8'), BEFORE['site.yaml']);
});

test('temporary files of a running command are left alone, and so are other names that begin with a dot', () => {
  const folder = dataFolder();
  const names = [`.nieuw-${process.ppid}-0123abcd-0`, 'proef/.nieuw-van-mij', '.gitkeep'];
  putFiles(folder, Object.fromEntries(names.map((name) => [name, ''])));
  assert.equal(settled(folder), []);
  assert.equal(
    names.filter((name) => !fs.existsSync(path.join(folder, name))),
    [],
  );
});

test('a journal that came with someone else’s data touches no file outside the data, and is deleted', () => {
  const outside = scratch('outside');
  putFiles(outside, { 'brief.yaml': 'van mij' });
  // It claims that the file is new and must be undone, which would delete it.
  const mine = { was: null, becomes: hashOf(Buffer.from('van mij')) };
  for (const name of ['../brief.yaml', 'link/brief.yaml', '/brief.yaml', '.git/config', 'a\\b']) {
    const folder = path.join(outside, 'data');
    fs.rmSync(folder, { recursive: true, force: true });
    putFiles(folder, BEFORE);
    putFiles(folder, { '.git/config': 'van mij' });
    fs.symlinkSync(outside, path.join(folder, 'link'));
    fs.writeFileSync(
      journalPath(folder),
      JSON.stringify({ id: '4194305-0123abcd', files: [{ path: name, ...mine }], folders: [] }),
    );
    fs.writeFileSync(path.join(folder, '.terug-4194305-0123abcd'), '');
    settled(folder);
    assert.not.ok(fs.existsSync(journalPath(folder)), name);
    for (const file of [path.join(outside, 'brief.yaml'), path.join(folder, '.git/config')])
      assert.is(fs.readFileSync(file, 'utf8'), 'van mij', name);
  }
});

test('when Windows says that a file is in use, the call is retried; elsewhere it is not', () => {
  for (const [isWindows, times] of [
    [true, 3],
    [false, 1],
  ] as const) {
    let attempts = 0;
    function attempt(): void {
      if (++attempts < 3) throw systemError('EPERM');
    }
    if (isWindows) insist(attempt, isWindows);
    else assert.throws(() => insist(attempt, isWindows), /EPERM/);
    assert.is(attempts, times);
  }
});

test.run();
