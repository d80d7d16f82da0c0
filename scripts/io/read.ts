import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { formatOfFile } from '../model/media.ts';
import { error, UsageError } from '../model/problem.ts';
import type { FrozenFile, SourceFile, SourceFolder } from '../model/tree.ts';
import { ifThere } from './disk.ts';
import { parseYaml } from './yaml.ts';

/** Whether there is a folder by this name. */
export function isFolder(name: string): boolean {
  return fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Throws a UsageError where there is no such folder to read data from. */
export function requireData(folder: string): void {
  if (!isFolder(folder)) throw new UsageError(`er is geen map ${folder}; noem de map met gegevens met --data`);
}

/**
 * A text with the line ends of Unix: what editors on Windows make of a file is the same text. YAML, too, makes no
 * difference. Every text that is read to be compared or written again comes through here.
 */
export function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

const MAX_BYTES = 1024 * 1024;

/** What was published on a day, frozen: of any size. */
const EDITION = /^[^/]+\/edities\/[^/]+\.(json|zip)$/;

/**
 * Reads every file of a data folder. Of a file that has the same text as in `before`, an earlier reading, the parse is
 * used again. Throws a UsageError where there is no such folder.
 */
export function readData(folder: string, before?: SourceFolder): SourceFolder {
  requireData(folder);
  const known = new Map(before?.files.map((file) => [file.file, file]));
  return { folder: shownPath(folder), files: filesOf(folder).map((name) => readFile(folder, name, known)) };
}

/**
 * Paths of all files and links below a folder, sorted; names that begin with a dot, and `schema/` at the top, are
 * ignored.
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
  // A name in bytes that are no UTF-8 does not find its file again.
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
  // A file that was refused has no text.
  if (known?.path === name && known.text === text && text !== '') return known;
  return sourceFile(name, file, text);
}

/**
 * A file with what it holds: `name` within the data folder, `file` as it is shown. What is no YAML by its name is not
 * read as such.
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

/**
 * What an edition holds, with the hash of it: of JSON that is its content, written as it was published; of a zip all of
 * it.
 */
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

/** The content of an edition as it is published, byte for byte: rapport.json of that day. */
export function frozenText(content: unknown): string {
  return `${JSON.stringify(content)}\n`;
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function isBinary(name: string): boolean {
  return formatOfFile(name) !== undefined || /\.zip$/.test(name);
}

/** Of a picture, font or archive, its bytes in base64; of all else its text. Null where that is not UTF-8. */
export function textOf(name: string, bytes: Buffer): string | null {
  return isBinary(name) ? bytes.toString('base64') : decode(bytes);
}

/** The bytes of a file, from what `textOf` made of them. */
export function bytesOf(name: string, text: string): Buffer {
  return Buffer.from(text, isBinary(name) ? 'base64' : 'utf8');
}

/** Null where the bytes are not UTF-8. A byte order mark is dropped, and so are the line ends of Windows. */
export function decode(bytes: Buffer): string | null {
  try {
    return unixLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** A path as people see it in a problem: relative to the folder in which the command runs. */
function shownPath(absolute: string): string {
  return path.relative(process.cwd(), absolute).split(path.sep).join('/');
}
