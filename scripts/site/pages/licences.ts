import fs from 'node:fs';
import path from 'node:path';
import { type LockedPackage, packagesHere } from '../../io/lock-file.ts';
import { inProject } from '../../io/project.ts';
import { CHART_LIBRARIES, COMPONENTS } from '../assets.ts';
import type { SiteContext } from '../context.ts';
import type { SiteFile } from '../addresses.ts';

/** Work of others that is in some files of the site. */
export interface ShippedPart {
  readonly title: string;
  /** In which files of the site it is. */
  readonly files: string;
  readonly packages: readonly LockedPackage[];
}

/** Where the full texts stand, from the site's root. */
export const LICENCE_TEXTS = 'licenties/teksten.txt';

/** Of libraries on the charts' way, those that serve a command line or hold only types: no byte of them is sent to a browser. */
const NOT_SENT: ReadonlySet<string> = new Set([
  '@types/estree',
  '@types/geojson',
  'commander',
  'iconv-lite',
  'rw',
  'vega-typings',
  'yargs',
]);

/** Packages with what they use in turn, as far as it is sent along; in the order of their names. */
function withUses(names: readonly string[], all: readonly LockedPackage[]): LockedPackage[] {
  const byPath = new Map(all.map((each) => [each.path, each]));
  const found = new Map<string, LockedPackage>();
  function add(each: LockedPackage | undefined): void {
    if (!each || NOT_SENT.has(each.name) || found.has(each.path)) return;
    found.set(each.path, each);
    for (const used of each.uses) add(byPath.get(used));
  }
  for (const name of names) add(byPath.get(`node_modules/${name}`));
  return [...found.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** The name of a package in a path within it: `@utrecht/table-css/dist/index.css`. */
function packageOf(file: string): string {
  return file
    .split('/')
    .slice(0, file.startsWith('@') ? 2 : 1)
    .join('/');
}

/** What of others is published with the site, by the lock file and by what the site takes from it. */
export function shippedParts(): ShippedPart[] {
  const all = packagesHere();
  const components = COMPONENTS.map(packageOf);
  return [
    {
      title: 'Interactieve grafieken',
      files: 'assets/vega/',
      packages: withUses(CHART_LIBRARIES, all),
    },
    { title: 'Zoeken', files: 'assets/search.js', packages: all.filter(({ name }) => name === 'minisearch') },
    {
      title: 'Opmaak',
      files: 'assets/site.css',
      packages: all.filter(({ name }) => components.includes(name)),
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
function noticesOf({ path: folder, name }: LockedPackage): string {
  const files = noticeFiles(inProject(folder));
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
