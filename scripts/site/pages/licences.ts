import fs from 'node:fs';
import path from 'node:path';
import { type InstalledPackage, installedWithUses } from '../../io/installed-packages.ts';
import { CHART_LIBRARIES, COMPONENTS } from '../assets.ts';
import type { SiteContext } from '../context.ts';
import type { SiteFile } from '../addresses.ts';

/** Work of others that is in some files of the site. */
export interface ShippedPart {
  readonly title: string;
  /** In which files of the site it is. */
  readonly files: string;
  readonly packages: readonly InstalledPackage[];
}

/** Where the full texts stand, from the site's root. */
export const LICENCE_TEXTS = 'licenties/teksten.txt';

/**
 * Of libraries on the charts' way, those that serve a command line or hold only types: no byte of them is sent to a
 * browser.
 */
const NOT_SENT: ReadonlySet<string> = new Set([
  '@types/estree',
  '@types/geojson',
  'commander',
  'iconv-lite',
  'rw',
  'vega-typings',
  'yargs',
]);

/** The name of a package in a path within it: `@utrecht/table-css/dist/index.css`. */
function packageOf(file: string): string {
  return file
    .split('/')
    .slice(0, file.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Packages without what they use in turn: nothing of that is sent along. */
function alone(names: readonly string[]): InstalledPackage[] {
  return installedWithUses(names, (name) => !names.includes(name));
}

/** What of others is published with the site: packages as they are installed, by what the site takes from them. */
export function shippedParts(): ShippedPart[] {
  const libraries = installedWithUses(CHART_LIBRARIES, (name) => NOT_SENT.has(name));
  const components = [...new Set(COMPONENTS.map(packageOf))];
  return [
    {
      title: 'Interactieve grafieken',
      files: 'assets/vega/',
      packages: libraries,
    },
    { title: 'Zoeken', files: 'assets/search.js', packages: alone(['minisearch']) },
    {
      title: 'Opmaak',
      files: 'assets/site.css',
      packages: alone(components),
    },
  ];
}

/** Files of a package in which its authors say what is to be passed on; some keep them in a folder. */
function noticeFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => /^(?:licen[cs]e|notice|copying|copyright)/i.test(name) && !/\.[cm]?[jt]s$/.test(name))
    .flatMap((entry) => {
      const place = path.join(folder, entry.name);
      return entry.isDirectory() ? noticeFiles(place) : [place];
    })
    .sort();
}

/** The licence that comes with a package. Throws where it has none. */
function noticesOf({ folder, name }: InstalledPackage): string {
  const files = noticeFiles(folder);
  if (files.length === 0) throw new Error(`${name} comes without the text of its licence`);
  return files.map((file) => fs.readFileSync(file, 'utf8').trim()).join('\n\n');
}

/** Every licence in full; one that several packages share to the letter stands there once. */
export function licenceTexts(): SiteFile {
  const byText = new Map<string, string[]>();
  for (const each of shippedParts().flatMap(({ packages }) => packages)) {
    const text = noticesOf(each).replace(/\r\n?/g, '\n');
    byText.set(text, [...(byText.get(text) ?? []), `${each.name} ${each.version}`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return { path: LICENCE_TEXTS, content: parts.join(`\n${'='.repeat(78)}\n\n`) };
}

/** Work of others that is published with the site, and where its licences are. */
export function licencesView(site: SiteContext) {
  return {
    parts: shippedParts().map(({ title, files, packages }) => ({
      title,
      files,
      packages: [...new Map(packages.map((each) => [`${each.name} ${each.version}`, each])).values()].map(
        ({ name, version, licence }) => ({ name, version, licence }),
      ),
    })),
    texts: site.href(`/${LICENCE_TEXTS}`),
  };
}
