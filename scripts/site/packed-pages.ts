import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { UserConfig } from '@11ty/eleventy';
import { filesBelow } from '../io/manifest.ts';
import { inProject } from '../io/project.ts';
import type { SiteRun } from './run.ts';

type Data = Readonly<Record<string, unknown>>;

/** The data in a data file next to templates; empty where there is no such file. */
async function dataOf(file: string): Promise<Data> {
  if (fs.existsSync(`${file}.json`)) return JSON.parse(fs.readFileSync(`${file}.json`, 'utf8')) as Data;
  if (!fs.existsSync(`${file}.js`)) return {};
  return ((await import(pathToFileURL(`${file}.js`).href)) as { default: Data }).default;
}

/** Folder of the program's pages. */
const PAGES = 'pages/';

/**
 * Eleventy plugin: adds the pages of this program to a project that installed it, as virtual templates. A file at the
 * same path in the project's own content replaces one. Does nothing in the program's repository, whose content they
 * are.
 */
export async function packedPages(config: UserConfig, { base }: SiteRun): Promise<void> {
  const [content, own] = [inProject('content'), path.resolve(config.directories.input)];
  if (own === content) return;
  const includes = path.basename(config.directories.includes);
  for (const name of filesBelow(content).filter((each) => /\.(?:njk|md)$/.test(each))) {
    if (fs.existsSync(path.join(own, name))) continue;
    const [folder] = name.split('/');
    const file = path.join(content, name.replace(/\.\w+$/, '.11tydata'));
    // Data of pages/ is added below, since it goes for the project's own pages too. Eleventy puts virtual data above
    // front matter, which does not set any of this.
    const shared = folder === 'nieuws' ? await dataOf(path.join(content, folder, `${folder}.11tydata`)) : {};
    config.addTemplate(name.replace(/^_includes(?=\/)/, includes), fs.readFileSync(path.join(content, name), 'utf8'), {
      ...shared,
      ...(await dataOf(file)),
    });
  }
  for (const [key, value] of Object.entries(await dataOf(path.join(content, `${PAGES}pages.11tydata`))))
    config.addGlobalData(key, () => value);
  // Nunjucks looks for partials in the project's folders first, then in the program's.
  config.on('eleventy.engine.njk', ({ nunjucks, environment }) => {
    const loader = new nunjucks.FileSystemLoader(path.join(content, '_includes'));
    environment.loaders.push(Object.assign(loader, { cache: {} }));
  });
  // Eleventy does not let plugins set `pathPrefix`.
  config.addFilter('url', (address: string) => (address.startsWith('/') ? `${base}${address}` : address));
}
