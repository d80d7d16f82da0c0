import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from './arguments.ts';

/** Says of a folder that this program made it, so that it may be replaced. */
const MARKER = '.normrapport';

/**
 * Makes a folder anew: `write` fills a new one beside it, which takes its place only when that is done. When `write`
 * fails, what stood there stays. Throws a UsageError for a folder that this program did not make.
 */
export const replaceFolder = async <Result>(output: string, write: (folder: string) => Promise<Result>): Promise<Result> => {
  const target = path.resolve(output);
  refuseForeign(target, output);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  const fresh = fs.mkdtempSync(`${target}.nieuw-`);
  fs.chmodSync(fresh, 0o755);
  try {
    const result = await write(fresh);
    fs.writeFileSync(path.join(fresh, MARKER), 'Gemaakt door normrapport; wordt bij elke bouw vervangen.\n');
    swap(fresh, target);
    return result;
  } catch (fault) {
    fs.rmSync(fresh, { recursive: true, force: true });
    throw fault;
  }
};

const refuseForeign = (target: string, shown: string): void => {
  if (!fs.existsSync(target)) return;
  if (!fs.statSync(target).isDirectory()) throw new UsageError(`${shown} is geen map; kies een andere plaats met --output`);
  const names = fs.readdirSync(target);
  if (names.length > 0 && !names.includes(MARKER)) {
    throw new UsageError(`de map ${shown} is niet door dit programma gemaakt en wordt niet overschreven; kies een andere map met --output`);
  }
};

const swap = (fresh: string, target: string): void => {
  const old = `${fresh}-oud`;
  if (fs.existsSync(target)) fs.renameSync(target, old);
  fs.renameSync(fresh, target);
  fs.rmSync(old, { recursive: true, force: true });
};

/** Writes files below a folder, making the folders that they need. */
export const writeFiles = (folder: string, files: readonly { readonly path: string; readonly content: string }[]): void => {
  for (const { path: name, content } of files) {
    const target = path.join(folder, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
  }
};
