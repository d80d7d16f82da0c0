import { strToU8, zipSync } from 'fflate';

/** A zip has dates inside; the same content must give the same bytes, so it is always the first that a zip can say. */
function date(): Date {
  return new Date(1980, 0, 1);
}

/** Hardly larger than the smallest, in a third of the time. */
const LEVEL = 2;

/** A zip to be made: texts by their name in it. Plain data, so that a thread can be sent it. */
export interface Archive {
  /** Within the output folder. */
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A zip of these files, by name. The same files give the same bytes. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: LEVEL,
    mtime: date(),
    os: 3,
    attrs: 0o644 << 16,
  });
}
