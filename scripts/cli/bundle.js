// Bundles the program into a few JavaScript files, which load in a third of the time that the separate TypeScript files
// take (decision 0013).
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SCRIPTS = path.dirname(import.meta.dirname);
const PROJECT = path.dirname(SCRIPTS);
/**
 * Parent of all bundles. Each is two levels below the project, like every folder of scripts; io/project.ts relies on
 * that depth.
 */
const CACHE = path.join(PROJECT, '.cache');
/** The bundle in the published package, at the same depth. */
const PACKED = path.join(PROJECT, 'program/bundle');
/** File in that bundle with the names of its commands and workers. */
export const NAMES = 'names.json';

/** Whether this runs as a published package, installed by another project, rather than from the repository. */
export const isPacked = fs.existsSync(PACKED);

const HOUR = 60 * 60 * 1000;

function scriptsIn(folder, pattern) {
  return fs
    .readdirSync(path.join(SCRIPTS, folder))
    .filter((name) => pattern.test(name))
    .map((name) => path.join(SCRIPTS, folder, name));
}

function packed(kind) {
  return JSON.parse(fs.readFileSync(path.join(PACKED, NAMES), 'utf8'))[kind];
}

/** Scripts that `npm run` can start. */
export function commands() {
  return isPacked ? packed('commands') : scriptsIn('commands', /\.ts$/);
}

/** Scripts that commands start in a separate process or thread. */
export function workers() {
  return isPacked ? packed('workers') : ['charts', 'serve'].flatMap((folder) => scriptsIn(folder, /-worker\.ts$/));
}

/** Plugins that `.eleventy.js` registers. */
const PLUGINS = path.join(SCRIPTS, 'site/plugins.ts');

/** Hash of the state of the program: size and modification time of each script and of the lock files. */
function state() {
  const files = fs.readdirSync(SCRIPTS, { recursive: true, encoding: 'utf8' }).map((name) => path.join(SCRIPTS, name));
  const hash = createHash('sha256');
  for (const file of [
    ...files.sort(),
    path.join(PROJECT, 'package-lock.json'),
    path.join(PROJECT, 'node_modules/.package-lock.json'),
  ]) {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    // A folder adds nothing to its files, and a copy of the program has folders with other times.
    if (stat?.isDirectory()) continue;
    const { mtimeMs, size } = stat ?? {};
    hash.update(`${path.relative(PROJECT, file)} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** A mistake in a script; the message has its file and line. */
export class ScriptError extends Error {}

/**
 * Writes the bundle. `external`: packages to leave out, in addition to development dependencies. Throws ScriptError for
 * a mistake in a script.
 */
export async function bundleInto(folder, external = []) {
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8'));
  const { build, formatMessages, stop } = await import('esbuild');
  try {
    await build({
      entryPoints: [...commands(), ...workers(), PLUGINS],
      outdir: folder,
      entryNames: '[name]',
      bundle: true,
      splitting: true,
      sourcemap: true,
      sourcesContent: false,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // esbuild and Eleventy look for files relative to their own; canvas is an optional package that no command uses;
      // development dependencies may not be installed.
      external: ['esbuild', '@11ty/eleventy', 'canvas', ...Object.keys(devDependencies), ...external],
      // For bundled packages that are still CommonJS.
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
      logLevel: 'silent',
    });
  } catch (error) {
    // An error without a location comes from the disk, not from a script.
    const mistakes = (error.errors ?? []).filter(({ location }) => location !== null);
    if (mistakes.length === 0) throw error;
    throw new ScriptError((await formatMessages(mistakes, { kind: 'error' })).join(''));
  } finally {
    // Otherwise esbuild's process would live as long as the command.
    await stop();
  }
}

/** Removes bundles of earlier states, except recent ones: another process may still be loading those. */
function removeOld() {
  for (const name of fs.readdirSync(CACHE)) {
    const folder = path.join(CACHE, name);
    // Another process may have removed it by now.
    const made = fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - made > HOUR) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Returns the folder with the bundle of the current program. Of processes that make it at the same time, the first to
 * finish wins.
 */
export async function bundle() {
  if (isPacked) return PACKED;
  const folder = path.join(CACHE, state());
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(CACHE, { recursive: true });
  const fresh = fs.mkdtempSync(`${folder}-`);
  try {
    await bundleInto(fresh);
    removeOld();
    fs.renameSync(fresh, folder);
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
  return folder;
}

/**
 * Returns the URL from which this process can import a script: from the bundle or, where none can be written, the
 * script itself, which only starts slower.
 */
export async function loadable(script) {
  try {
    return pathToFileURL(path.join(await bundle(), `${path.basename(script, '.ts')}.js`)).href;
  } catch (error) {
    if (error instanceof ScriptError || error.code === 'ERR_MODULE_NOT_FOUND') throw error;
    const { register } = await import('tsx/esm/api');
    register();
    return pathToFileURL(script).href;
  }
}

/**
 * Returns the program for `.eleventy.js`: the instance of the command that runs Eleventy, or else a newly loaded one.
 */
export async function program(config) {
  return config.normrapport ?? import(await loadable(PLUGINS));
}
