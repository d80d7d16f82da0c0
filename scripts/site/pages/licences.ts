import fs from 'node:fs';
import path from 'node:path';
import { type InstalledPackage, installedWithUses } from '../../io/installed-packages.ts';
import { CHART_LIBRARIES, COMPONENTS } from '../assets.ts';
import type { SiteContext } from '../context.ts';
import type { SiteFile } from '../addresses.ts';

/** Work of others that is included in files of the site. */
export interface ShippedPart {
  readonly title: string;
  /** Which files of the site include it. */
  readonly files: string;
  readonly packages: readonly InstalledPackage[];
}

/** The full texts, relative to the site's root. */
export const LICENCE_TEXTS = 'licenties/teksten.txt';

/**
 * Dependencies of the chart libraries that only serve a command line or hold types: none of their code reaches a
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

/** The name of the package that a path such as `@utrecht/table-css/dist/index.css` is in. */
function packageOf(file: string): string {
  return file
    .split('/')
    .slice(0, file.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Packages without their dependencies, of which nothing is published. */
function alone(names: readonly string[]): InstalledPackage[] {
  return installedWithUses(names, (name) => !names.includes(name));
}

/** Work of others that the site publishes: installed packages, grouped by what the site takes from them. */
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

/** Files of a package that its authors want passed on; some keep them in a folder. */
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

/** The licence in a package. Throws where it has none. */
function noticesOf({ folder, name }: InstalledPackage): string {
  const files = noticeFiles(folder);
  if (files.length === 0) throw new Error(`${name} comes without the text of its licence`);
  return files.map((file) => fs.readFileSync(file, 'utf8').trim()).join('\n\n');
}

/** The full text of every licence; packages that share one to the letter share one entry. */
export function licenceTexts(): SiteFile {
  const byText = new Map<string, string[]>();
  for (const each of shippedParts().flatMap(({ packages }) => packages)) {
    const text = noticesOf(each).replace(/\r\n?/g, '\n');
    byText.set(text, [...(byText.get(text) ?? []), `${each.name} ${each.version}`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return { path: LICENCE_TEXTS, content: parts.join(`\n${'='.repeat(78)}\n\n`) };
}

/** Work of others that the site publishes, and where to find its licences. */
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
