import fs from 'node:fs';
import path from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { makeSite } from '../../scripts/site/make-site.ts';
import { scratch } from './scratch.ts';

/** A page of a built site, read back from disk. */
export interface BuiltPage {
  /** As in a browser: `/norm/1.0/`. */
  readonly address: string;
  readonly html: string;
  readonly $: CheerioAPI;
}

const built = new Map<string, Promise<string>>();

/**
 * Builds a data folder once per process. Resolves to the folder of the site, which is removed when the process ends.
 */
export function builtSite(data = 'data'): Promise<string> {
  const known = built.get(data);
  if (known) return known;
  const output = path.join(scratch('site'), 'site');
  const made = makeSite(data, output).then(({ summary, problems }) => {
    if (summary === null) throw new Error(`${data} does not build: ${problems[0]?.message}`);
    return output;
  });
  built.set(data, made);
  return made;
}

const pages = new Map<string, BuiltPage[]>();

/** Every page of a built site, parsed. */
export function pagesOf(folder: string): BuiltPage[] {
  const known = pages.get(folder);
  if (known) return known;
  const read = filesBelow(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const html = fs.readFileSync(path.join(folder, name), 'utf8');
      return { address: `/${name.replace(/(^|\/)index\.html$/, '$1')}`, html, $: load(html) };
    });
  pages.set(folder, read);
  return read;
}
