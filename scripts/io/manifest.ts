import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { UsageError } from '../model/problem.ts';

/** One published file: `path` relative to the root of the site, with `/` as separator; size in bytes. */
interface ManifestEntry {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Path of the manifest within a site. */
export const MANIFEST = 'data/manifest.json';

/** Every file below a folder, with `/` as separator, sorted by UTF-16 code units. */
export function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

function entryOf(name: string, content: Uint8Array): ManifestEntry {
  return {
    path: name,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

/**
 * All files of a site except the manifest itself and root names that begin with a dot; of those only `.well-known` is
 * published.
 */
export function manifestOf(folder: string): ManifestEntry[] {
  return filesBelow(folder)
    .filter((name) => name !== MANIFEST && (!name.startsWith('.') || name.startsWith('.well-known/')))
    .map((name) => entryOf(name, fs.readFileSync(path.join(folder, name))));
}

/** Entries in the order of `filesBelow`. */
export function inOrder(entries: readonly ManifestEntry[]): ManifestEntry[] {
  return [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The manifest as published: one file per line, so that two of them are easy to diff. */
export function manifestText(entries: readonly ManifestEntry[]): string {
  return `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}

/** Parses what `manifestText` wrote. Throws on anything else. */
export function parseManifest(text: string): ManifestEntry[] {
  const value: unknown = JSON.parse(text);
  function isEntry(entry: unknown): entry is ManifestEntry {
    const { path: name, size, sha256 } = (entry ?? {}) as Record<string, unknown>;
    return (
      typeof name === 'string' &&
      !name.split('/').includes('..') &&
      typeof size === 'number' &&
      typeof sha256 === 'string'
    );
  }
  if (!Array.isArray(value) || !value.every(isEntry)) throw new Error('geen lijst van bestanden');
  return value;
}

const TEXT = /\.(?:css|csv|html|js|json|jsonld|mjs|svg|txt|webmanifest|xml)$/;

/** Smaller files fit in one packet uncompressed. */
const MIN_BYTES = 1024;

/** The number of threads Node has for this. */
const PACKED_AT_ONCE = 4;

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

/**
 * Writes `.gz` and `.br` next to each text file of a site, for servers that send precompressed files. The same bytes
 * give the same bytes.
 */
export async function compressFiles(folder: string): Promise<void> {
  const names = filesBelow(folder).filter((name) => TEXT.test(name));
  async function compressNext(): Promise<void> {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const file = path.join(folder, name);
      const content = fs.readFileSync(file);
      if (content.length < MIN_BYTES) continue;
      const [small, smaller] = await Promise.all([
        gzip(content, { level: 9 }),
        brotli(content, {
          params: {
            [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
            [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          },
        }),
      ]);
      fs.writeFileSync(`${file}.gz`, small);
      fs.writeFileSync(`${file}.br`, smaller);
    }
  }
  await Promise.all(Array.from({ length: PACKED_AT_ONCE }, compressNext));
}

/** The outcome of verifying a published site. */
interface Verified {
  /** Number of files compared with the manifest. */
  readonly checked: number;
  /** The differences, one sentence per file. */
  readonly differences: readonly string[];
}

/** The bytes of a published file; null if there is none, with the reason in words if it could not be fetched. */
type Fetch = (name: string) => Promise<Buffer | string | null>;

/** Number of simultaneous requests. */
const FETCHED_AT_ONCE = 8;

const TIMEOUT = 30_000;

/** Status codes that mean there is no such file. */
const GONE: ReadonlySet<number> = new Set([404, 410]);

function differenceOf(expected: ManifestEntry, content: Buffer | string | null): string | null {
  if (content === null) return `${expected.path}: ontbreekt`;
  if (typeof content === 'string') return `${expected.path}: ${content}`;
  const found = entryOf(expected.path, content);
  if (found.size !== expected.size) return `${expected.path}: is ${found.size} bytes in plaats van ${expected.size}`;
  return found.sha256 === expected.sha256 ? null : `${expected.path}: heeft een andere inhoud`;
}

async function compare(entries: readonly ManifestEntry[], fetchFile: Fetch): Promise<string[]> {
  const differences: (string | null)[] = Array.from(entries, () => null);
  let next = 0;
  async function work(): Promise<void> {
    for (let index = next++; index < entries.length; index = next++)
      differences[index] = differenceOf(entries[index]!, await fetchFile(entries[index]!.path));
  }
  await Promise.all(Array.from({ length: FETCHED_AT_ONCE }, work));
  return differences.filter((difference) => difference !== null);
}

function readManifest(content: Buffer | string | null, shown: string): ManifestEntry[] {
  if (typeof content === 'string')
    throw new UsageError(`${MANIFEST} van ${shown} is ${content}; probeer het later opnieuw`);
  if (content === null)
    throw new UsageError(
      `in ${shown} staat geen ${MANIFEST}; noem de map of het adres van een site die dit programma maakte`,
    );
  try {
    return parseManifest(content.toString('utf8'));
  } catch {
    throw new UsageError(`${MANIFEST} van ${shown} is geen lijst van bestanden`);
  }
}

const UNPACK: Readonly<Record<string, (content: Buffer) => Buffer>> = {
  '.gz': zlib.gunzipSync,
  '.br': zlib.brotliDecompressSync,
};

/** Whether a file is the compressed form of one that the manifest names, with the same content. */
function isPacked(folder: string, name: string, known: ReadonlySet<string>): boolean {
  const unpack = UNPACK[path.extname(name)];
  const original = name.slice(0, -3);
  if (!unpack || !(known.has(original) || original === MANIFEST)) return false;
  try {
    return unpack(fs.readFileSync(path.join(folder, name))).equals(fs.readFileSync(path.join(folder, original)));
  } catch {
    return false;
  }
}

/** Files of a site that are not published as they are. */
const OWN = new Set([MANIFEST, '_headers', '.normrapport']);

async function verifyFolder(folder: string): Promise<Verified> {
  const read: Fetch = async (name) => {
    const file = path.join(folder, name);
    return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? fs.readFileSync(file) : null;
  };
  const entries = readManifest(await read(MANIFEST), folder);
  const known = new Set(entries.map((entry) => entry.path));
  const strange = filesBelow(folder).filter(
    (name) => !known.has(name) && !OWN.has(name) && !isPacked(folder, name, known),
  );
  return {
    checked: entries.length,
    differences: [...(await compare(entries, read)), ...strange.map((name) => `${name}: hoort er niet bij`)],
  };
}

async function verifyAddress(base: string): Promise<Verified> {
  const root = base.endsWith('/') ? base : `${base}/`;
  const get: Fetch = async (name) => {
    const address = new URL(name.replace(/(^|\/)index\.html$/, '$1'), root);
    const response = await fetch(address, {
      signal: AbortSignal.timeout(TIMEOUT),
      headers: { 'cache-control': 'no-cache' },
    });
    if (response.ok) return Buffer.from(await response.arrayBuffer());
    return GONE.has(response.status) ? null : `nu niet op te halen (de server zegt ${response.status})`;
  };
  const entries = await get(MANIFEST).then(
    (content) => readManifest(content, base),
    (error: unknown) => {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`${base} geeft geen antwoord; klopt het adres?`);
    },
  );
  function silent(name: string) {
    return get(name).catch(() => 'nu niet op te halen (geen antwoord)');
  }
  return { checked: entries.length, differences: await compare(entries, silent) };
}

/**
 * Compares a site, in a folder or at an address, with the manifest it publishes. Throws a UsageError if there is no
 * manifest. At an address only the files that the manifest names can be checked, not extra ones.
 */
export function verifySite(place: string): Promise<Verified> {
  return /^https?:\/\//.test(place) ? verifyAddress(place) : verifyFolder(place);
}
