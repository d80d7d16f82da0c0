// The program as plain JavaScript in a few files, which load in a third of the time that its TypeScript takes file by
// file (decision 0013).
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SCRIPTS = path.dirname(import.meta.dirname);
const PROJECT = path.dirname(SCRIPTS);
/** Each bundle is a folder in here, two below the project as every script's folder is: io/project.ts counts on that. */
const CACHE = path.join(PROJECT, '.cache');
/** In the published package: the bundle that was packed with it, as deep as the others. */
const PACKED = path.join(PROJECT, 'program/bundle');
/** What was packed: the names of its commands and of its workers. */
export const NAMES = 'names.json';

/** Whether this is the published package, which a project of its own installed, and not the repository. */
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

/** What `npm run` can start. */
export function commands() {
  return isPacked ? packed('commands') : scriptsIn('commands', /\.ts$/);
}

/** What commands start in a process or a thread of its own. */
export function workers() {
  return isPacked ? packed('workers') : ['charts', 'serve'].flatMap((folder) => scriptsIn(folder, /-worker\.ts$/));
}

/** What `.eleventy.js` registers. */
const PLUGINS = path.join(SCRIPTS, 'site/plugins.ts');

/**
 * Identifies a state of the program: the size of each script and of what npm installed, and when it was last written.
 */
function state() {
  const files = fs.readdirSync(SCRIPTS, { recursive: true, encoding: 'utf8' }).map((name) => path.join(SCRIPTS, name));
  const hash = createHash('sha256');
  for (const file of [
    ...files.sort(),
    path.join(PROJECT, 'package-lock.json'),
    path.join(PROJECT, 'node_modules/.package-lock.json'),
  ]) {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    // A folder says nothing that its files do not; and a copy of the program has folders of its own.
    if (stat?.isDirectory()) continue;
    const { mtimeMs, size } = stat ?? {};
    hash.update(`${path.relative(PROJECT, file)} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** A mistake in a script; the message says which, with its file and line. */
export class ScriptError extends Error {}

/**
 * Writes the bundle. `external`: packages that stay outside it, beside those for development. Throws a ScriptError on a
 * mistake in a script.
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
      // Esbuild and Eleventy find files of their own beside them; tools for development need not be there; no command
      // uses the third.
      external: ['esbuild', '@11ty/eleventy', 'canvas', ...Object.keys(devDependencies), ...external],
      // For packages that are not yet modules.
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
      logLevel: 'silent',
    });
  } catch (error) {
    // What has no place in a script went wrong on the disk.
    const mistakes = (error.errors ?? []).filter(({ location }) => location !== null);
    if (mistakes.length === 0) throw error;
    throw new ScriptError((await formatMessages(mistakes, { kind: 'error' })).join(''));
  } finally {
    // Its process would stay with a command that goes on.
    await stop();
  }
}

/** Bundles of earlier states; another process may still be loading one that is new. */
function removeOld() {
  for (const name of fs.readdirSync(CACHE)) {
    const folder = path.join(CACHE, name);
    // Another process may have removed it by now.
    const made = fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - made > HOUR) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The folder with the bundle of the program as it is now. Processes that make it at the same time each make one; the
 * first stays.
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
 * A script as this process can load it: from the bundle, or, where none can be written, as it is; then it is only
 * slower to start.
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

/** The program for `.eleventy.js`: that of the command that runs Eleventy, or else its own. */
export async function program(config) {
  return config.normrapport ?? import(await loadable(PLUGINS));
}
