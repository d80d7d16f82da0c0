// Starts a command: `node scripts/cli.js build --data data` runs build.ts. The TypeScript is first bundled into a few files,
// unless that was done since it last changed: loading those takes a third of the time of loading it file by file (decision 0015).
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SCRIPTS = path.dirname(fileURLToPath(import.meta.url));
const PROJECT = path.dirname(SCRIPTS);
/** Each bundle is a folder in here, two below the project as every script's folder is: io/project.ts counts on that. */
const CACHE = path.join(PROJECT, '.cache');

const HOUR = 60 * 60 * 1000;

/** Scripts that are run by name: the commands, and what these start in a process or a thread of its own. */
const entries = () => [...['', 'serve', 'bench'].flatMap((folder) => fs.readdirSync(path.join(SCRIPTS, folder)).map((name) => path.join(SCRIPTS, folder, name)))]
  .filter((file) => file.endsWith('.ts') && (path.dirname(file) === SCRIPTS || /-worker\.ts$|stage\.ts$/.test(file)));

/** What tells one state of the program from another: the size of each script, and when it was written. */
const state = () => {
  const files = fs.readdirSync(SCRIPTS, { recursive: true, encoding: 'utf8' }).map((name) => path.join(SCRIPTS, name));
  const hash = createHash('sha256');
  for (const file of [...files.sort(), path.join(PROJECT, 'package-lock.json')]) {
    const { mtimeMs, size } = fs.statSync(file);
    hash.update(`${path.relative(PROJECT, file)} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
};

const bundleInto = async (folder) => {
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8'));
  const { build } = await import('esbuild');
  await build({
    entryPoints: entries(),
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    sourcemap: true,
    sourcesContent: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Eleventy and Pagefind find files of their own beside them; tools for development need not be there.
    external: ['@11ty/eleventy', 'pagefind', 'canvas', ...Object.keys(devDependencies)],
    // For packages that are not yet modules.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  });
};

/** Bundles of earlier states; another process may still be loading one that is new. */
const removeOld = () => {
  for (const name of fs.readdirSync(CACHE)) {
    const folder = path.join(CACHE, name);
    // Another process may have removed it by now.
    const made = fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - made > HOUR) fs.rmSync(folder, { recursive: true, force: true });
  }
};

/** The folder with the bundle of the program as it is now. Processes that make it at the same time each make one; the first stays. */
const bundle = async () => {
  const folder = path.join(CACHE, state());
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(CACHE, { recursive: true });
  const fresh = fs.mkdtempSync(`${folder}-`);
  try {
    await bundleInto(fresh);
    removeOld();
    fs.renameSync(fresh, folder);
  } catch (fault) {
    fs.rmSync(fresh, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw fault;
  }
  return folder;
};

const scriptFor = async (name) => {
  try {
    return path.join(await bundle(), `${name}.js`);
  } catch (fault) {
    // esbuild has said which mistake is where.
    if (Array.isArray(fault.errors)) process.exit(1);
    // Where nothing can be written the program runs as it is; it is only slower to start.
    const { register } = await import('tsx/esm/api');
    register();
    return entries().find((file) => path.basename(file, '.ts') === name);
  }
};

// The command finds its own arguments where it expects them.
const [name] = process.argv.splice(2, 1);
await import(pathToFileURL(await scriptFor(name)).href);
