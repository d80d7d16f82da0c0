import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const ROOT = 'scripts';

/**
 * What each part may import; `''` is for files directly in scripts/. Source: CONTRIBUTING, "The way through the house".
 */
const ALLOWED: Readonly<Record<string, readonly string[] | 'all'>> = {
  commands: 'all',
  cli: ['model'],
  model: [],
  contract: ['model'],
  io: ['model'],
  compute: ['model'],
  rules: ['compute', 'format', 'model'],
  'report.ts': ['contract', 'rules', 'compute', 'model'],
  format: ['model'],
  charts: ['format', 'model'],
  site: ['charts', 'cli', 'compute', 'contract', 'format', 'io', 'model', 'report.ts', 'rules'],
  editing: ['compute', 'contract', 'format', 'io', 'model', 'report.ts', 'site'],
  serve: ['charts', 'cli', 'editing', 'io', 'model', 'site'],
};

/**
 * Files at the edge of a folder that is pure otherwise: they write, or run a thread. These are the additional imports
 * that they may have.
 */
const EDGES: Readonly<Record<string, readonly string[]>> = {
  'charts/chart-thread.ts': ['io', 'site'],
  'charts/chart-worker.ts': ['cli', 'io', 'site'],
  'editing/save-edits.ts': ['cli'],
  'editing/write-schemas.ts': [],
};

const files = fs
  .readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ts$/.test(name))
  .sort();

function importsOf(file: string): string[] {
  return [
    ...fs
      .readFileSync(path.join(ROOT, file), 'utf8')
      .matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm),
  ].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

function localImportsOf(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.join(path.dirname(file), name));
}

/** The part of the program that a file belongs to: its folder, or the file itself if it is directly in scripts/. */
function partOf(file: string): string {
  return file.split(path.sep)[0]!;
}

test('every import follows the table of what may import what', () => {
  const forbidden = files.flatMap((file) => {
    const allowed = ALLOWED[partOf(file)];
    return allowed && allowed !== 'all'
      ? localImportsOf(file)
          .filter((target) => ![partOf(file), ...allowed, ...(EDGES[file] ?? [])].includes(partOf(target)))
          .map((target) => `${file} -> ${target}`)
      : [];
  });
  assert.equal(forbidden, []);
});

test('no folder of scripts is missing from the table', () => {
  const folders = fs
    .readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  assert.equal(
    folders.filter((name) => !(name in ALLOWED)),
    [],
  );
});

test('no files import each other in a circle', () => {
  const graph = new Map(files.map((file) => [file, localImportsOf(file)]));
  const circles: string[] = [];
  const done = new Set<string>();
  function visit(file: string, trail: readonly string[]): void {
    if (trail.includes(file)) return void circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  }
  for (const file of files) visit(file, []);
  assert.equal(circles, []);
});

test('code that computes and formats uses no file system, process, clock, random number or locale', () => {
  const parts = ['model', 'contract', 'compute', 'rules', 'format', 'charts', 'editing', 'report.ts'];
  const pure = files.filter((file) => parts.includes(partOf(file)) && !(file in EDGES));
  const impure = pure.filter((file) => {
    const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
    return (
      importsOf(file).some((name) => name.startsWith('node:')) ||
      /\bprocess\.|\bDate\.now\b|new Date\(\)|Math\.random|toLocale|\bIntl\.|localeCompare/.test(text)
    );
  });
  assert.equal(impure, []);
});

test('files stay short: none over 300 lines', () => {
  const lengths = files.map((file) => ({
    file,
    lines: fs.readFileSync(path.join(ROOT, file), 'utf8').split('\n').length - 1,
  }));
  assert.equal(
    lengths.filter(({ lines }) => lines > 300),
    [],
  );
});

test('no two types have the same name', () => {
  const declared = new Map<string, string[]>();
  for (const file of files) {
    const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
    for (const [, name] of text.matchAll(/^(?:export )?(?:abstract )?(?:interface|type|class) (\w+)/gm))
      declared.set(name!, [...(declared.get(name!) ?? []), file]);
  }
  assert.ok(declared.size > 100);
  assert.equal(
    [...declared].filter(([, places]) => places.length > 1),
    [],
  );
});

test('every test file runs its suite', () => {
  const tests = fs
    .readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'));
  assert.ok(tests.length > 0);
  assert.equal(
    tests.filter((name) => !/\.run\(\);\s*$/.test(fs.readFileSync(path.join('test', name), 'utf8'))),
    [],
  );
});

test('a command runs after everything that it uses is declared', () => {
  // Nothing below has been declared at this point: running waits at the first await.
  const late = files.flatMap((file) => {
    const [, ...after] = fs.readFileSync(path.join(ROOT, file), 'utf8').split(/^await runCommand\b/m);
    return [...after.join('').matchAll(/^(?:export )?(?:const|let|class) (\w+)/gm)].map(
      (match) => `${file}: ${match[1]}`,
    );
  });
  assert.equal(late, []);
});

test.run();
