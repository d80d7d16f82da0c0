import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { filesBelow } from '../io/manifest.ts';
import { inProject } from '../io/project.ts';
import { prefixOf } from './addresses.ts';
import { HOUSE_STYLE_MEDIA } from './house-style.ts';
import type { SiteFile } from './site-file.ts';
import { stylesheetFile } from './stylesheet.ts';

/** Links to what pages load. */
export interface AssetLinks {
  /** A file by its name below assets/. Throws where there is none. */
  readonly link: (name: string) => string;
  /** The style sheet of the site, and that of who publishes it. */
  readonly styles: readonly string[];
  readonly logo: string | null;
}

export interface Assets {
  readonly files: readonly SiteFile[];
  readonly links: AssetLinks;
}

function copied(from: string, path: string): SiteFile {
  return { path, content: fs.readFileSync(inProject(from)) };
}

/** The libraries of the interactive chart, in the versions that drew the pictures: they come from this site, not from elsewhere. */
export const CHART_LIBRARIES = ['vega', 'vega-lite', 'vega-embed'];

/** Pictures that the editors' manual shows. */
function manualPictures(): string[] {
  return [...fs.readFileSync(inProject('docs/redactie.md'), 'utf8').matchAll(/\]\(images\/([\w-]+\.png)\)/g)].map(
    (match) => match[1]!,
  );
}

/** Files that readers keep, or that other sites show: they keep their names. So do pictures and fonts of the house style, which its style sheet names. */
const FIXED = new Set(['narekenen.mjs', 'kaart.png']);

/** With a hash of the content in the name, so that a browser may keep it for ever. */
function hashed({ path, content }: SiteFile): SiteFile {
  return {
    path: path.replace(/(?=\.[a-z]+$)/, `.${createHash('sha256').update(content).digest('hex').slice(0, 10)}`),
    content,
  };
}

/**
 * Files of the site that no template makes, and how pages find them. `houseStyle`: those of who publishes it;
 * `base`: the site's address. Not copied by Eleventy: when a template fails, it goes on copying into a folder that is no longer there, and
 * that fault nobody can catch.
 */
export function siteAssets(houseStyle: readonly SiteFile[], base: string): Assets {
  const prefix = prefixOf(base);
  const own = filesBelow(inProject('content/assets')).map((name) => copied(`content/assets/${name}`, `assets/${name}`));
  function isFixed({ path }: SiteFile): boolean {
    return FIXED.has(path.slice('assets/'.length)) || path.startsWith(HOUSE_STYLE_MEDIA);
  }
  const loaded = [
    ...own.filter((file) => !isFixed(file)),
    ...CHART_LIBRARIES.map((name) => copied(`node_modules/${name}/build/${name}.min.js`, `assets/vega/${name}.min.js`)),
    stylesheetFile(),
    ...houseStyle.filter((file) => !isFixed(file)),
  ].map((file) => ({ name: file.path.slice('assets/'.length), file: hashed(file) }));
  const paths = new Map(loaded.map(({ name, file }) => [name, file.path]));
  function optional(name: string): string | null {
    return paths.has(name) ? `${prefix}/${paths.get(name)!}` : null;
  }
  function link(name: string): string {
    const found = optional(name);
    if (found === null) throw new Error(`content/assets heeft geen ${name}`);
    return found;
  }
  return {
    files: [
      ...loaded.map(({ file }) => file),
      ...[...own, ...houseStyle].filter(isFixed),
      ...manualPictures().map((name) => copied(`docs/images/${name}`, `redactie/images/${name}`)),
    ],
    links: {
      link,
      styles: [link('site.css'), optional('huisstijl.css')].filter((each) => each !== null),
      logo: optional('logo.svg'),
    },
  };
}
