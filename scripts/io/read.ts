import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { formatOfFile } from '../model/media.ts';
import { error, UsageError } from '../model/problem.ts';
import type { FrozenFile, SourceFile, SourceFolder } from '../model/tree.ts';
import { ifThere } from './disk.ts';
import { parseYaml } from './yaml.ts';

/** Whether a folder of this name exists. */
export function isFolder(name: string): boolean {
  return fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Throws a UsageError if the data folder does not exist. */
export function requireData(folder: string): void {
  if (!isFolder(folder)) throw new UsageError(`er is geen map ${folder}; noem de map met gegevens met --data`);
}

/**
 * A text with Unix line ends: what editors on Windows save is the same text. YAML makes no difference either. Every
 * text that will be compared or written back is read through this function.
 */
export function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

const MAX_BYTES = 1024 * 1024;

/** Editions are frozen, and may be of any size. */
const EDITION = /^[^/]+\/edities\/[^/]+\.(json|zip)$/;

/**
 * Reads every file of a data folder. A file with the same text as in `before`, an earlier reading, is not parsed again.
 * Throws a UsageError if the folder does not exist.
 */
export function readData(folder: string, before?: SourceFolder): SourceFolder {
  requireData(folder);
  const known = new Map(before?.files.map((file) => [file.file, file]));
  return { folder: shownPath(folder), files: filesOf(folder).map((name) => readFile(folder, name, known)) };
}

/**
 * Paths of all files and links below a folder, sorted; without names that begin with a dot, and without `schema/` at
 * the top.
 */
function filesOf(folder: string, within = ''): string[] {
  return fs
    .readdirSync(path.join(folder, within), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !(within === '' && name === 'schema'))
    .flatMap((entry) => {
      const name = within === '' ? entry.name : `${within}/${entry.name}`;
      return entry.isDirectory() ? ifThere(() => filesOf(folder, name), []) : [name];
    })
    .sort();
}

function readFile(folder: string, name: string, before: ReadonlyMap<string, SourceFile>): SourceFile {
  const absolute = path.join(folder, name);
  const file = shownPath(absolute);
  function refused(message: string): SourceFile {
    return {
      path: name,
      file,
      text: '',
      tree: null,
      problems: [error({ file, offset: 0 }, message)],
    };
  }

  const stat = fs.lstatSync(absolute, { throwIfNoEntry: false });
  // A name that is not valid UTF-8 would not find its file again.
  if (!stat)
    return refused(
      'dit bestand is niet meer te vinden; probeer het opnieuw, of geef het een naam van gewone letters en cijfers',
    );
  if (stat.isSymbolicLink())
    return refused('dit is een koppeling naar een ander bestand; zet het bestand zelf hier neer');
  if (!stat.isFile()) return refused('dit is geen gewoon bestand; haal het weg');
  if (stat.size > MAX_BYTES && !EDITION.test(name))
    return refused(
      `dit bestand is te groot (${Math.ceil(stat.size / 1024)} kB); het mag hoogstens 1024 kB zijn, dus kort het in`,
    );
  const text = textOf(name, fs.readFileSync(absolute));
  if (text === null)
    return refused(
      'dit bestand is geen tekst in UTF-8; sla het opnieuw op als UTF-8 (in Visual Studio Code: klik onderaan op de codering)',
    );
  const known = before.get(file);
  // A rejected file has no text.
  if (known?.path === name && known.text === text && text !== '') return known;
  return sourceFile(name, file, text);
}

/**
 * A file with its content: `name` is relative to the data folder, `file` is how it is shown. Only names that end in
 * .yaml are parsed as YAML.
 */
export function sourceFile(name: string, file: string, text: string): SourceFile {
  const isYaml = /\.ya?ml$/i.test(name);
  const frozen = frozenIn(name, text);
  return {
    path: name,
    file,
    text,
    ...(isYaml ? parseYaml(text, file) : { tree: null, problems: [] }),
    ...(frozen ? { frozen } : {}),
  };
}

/** The content of an edition with its hash: for JSON the content as published, for a zip all of it. */
function frozenIn(name: string, text: string): FrozenFile | null {
  const [, kind] = EDITION.exec(name) ?? [];
  if (kind === undefined) return null;
  if (kind === 'zip') return { json: null, sha256: sha256(bytesOf(name, text)) };
  try {
    const json: unknown = JSON.parse(text);
    const { inhoud } = (json ?? {}) as { inhoud?: unknown };
    return { json, sha256: sha256(frozenText(inhoud)) };
  } catch {
    return { json: null, sha256: '' };
  }
}

/** The content of an edition as published, byte for byte: rapport.json of that day. */
export function frozenText(content: unknown): string {
  return `${JSON.stringify(content)}\n`;
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function isBinary(name: string): boolean {
  return formatOfFile(name) !== undefined || /\.zip$/.test(name);
}

/** For a picture, font or archive its bytes in base64, else its text. Null if that is not UTF-8. */
export function textOf(name: string, bytes: Buffer): string | null {
  return isBinary(name) ? bytes.toString('base64') : decode(bytes);
}

/** The bytes of a file, from the result of `textOf`. */
export function bytesOf(name: string, text: string): Buffer {
  return Buffer.from(text, isBinary(name) ? 'base64' : 'utf8');
}

/** Null if the bytes are not UTF-8. Drops a byte order mark and Windows line ends. */
export function decode(bytes: Buffer): string | null {
  try {
    return unixLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** A path as shown in a problem: relative to the working directory. */
function shownPath(absolute: string): string {
  return path.relative(process.cwd(), absolute).split(path.sep).join('/');
}
