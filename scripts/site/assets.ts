import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../io/manifest.ts';
import type { SiteFile } from './site-file.ts';

const inProject = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const copied = (from: string, path: string): SiteFile => ({ path, content: fs.readFileSync(inProject(from)) });

/** The libraries of the interactive chart, in the versions that drew the pictures: they come from this site, not from elsewhere. */
const LIBRARIES = ['vega', 'vega-lite', 'vega-embed'];

/** Pictures that the editors' manual shows. */
const manualPictures = (): string[] =>
  [...fs.readFileSync(inProject('docs/redactie.md'), 'utf8').matchAll(/\]\(images\/([\w-]+\.png)\)/g)].map((match) => match[1]!);

/**
 * Files of the site that are copied as they are. Not by Eleventy: when a template fails, it goes on copying into a
 * folder that is no longer there, and that fault nobody can catch.
 */
export const assetFiles = (): SiteFile[] => [
  ...filesBelow(inProject('content/assets')).map((name) => copied(`content/assets/${name}`, `assets/${name}`)),
  ...LIBRARIES.map((name) => copied(`node_modules/${name}/build/${name}.min.js`, `assets/vega/${name}.min.js`)),
  ...manualPictures().map((name) => copied(`docs/images/${name}`, `redactie/images/${name}`)),
];
