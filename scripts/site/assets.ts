import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as esbuild from 'esbuild';
import postcss from 'postcss';
import type { Root } from 'postcss';
import { urlsIn } from '../contract/house-style/css.ts';
import { filesBelow } from '../io/manifest.ts';
import { installedPackage } from '../io/installed-packages.ts';
import { inOwnProject, inProject, IS_PACKED } from '../io/project.ts';
import { drawingInDataUrl, formatOfFile, MEDIA_FORMATS, parseDataUrl } from '../model/media.ts';
import type { SiteSettings } from '../model/report.ts';
import type { SourceFile, SourceFolder } from '../model/tree.ts';
import { prefixOf, type SiteFile } from './addresses.ts';

/** Pictures and fonts of a house style have a hash of their content in their names. */
const HOUSE_STYLE_MEDIA = 'assets/huisstijl/';

/**
 * The style sheet and logo that site.yaml names, as read; their names, sizes and contents were checked then. Pictures
 * and fonts that the style sheet names or holds as `data:` become files of their own: the site's content security
 * policy allows nothing else, and no page waits for them.
 */
export function houseStyleFiles(
  { stylesheet, logo }: Pick<SiteSettings, 'stylesheet' | 'logo'>,
  { files }: SourceFolder,
): SiteFile[] {
  const textsByName = new Map(files.map(({ path, text }) => [path, text]));
  const [sheet, drawing] = [stylesheet, logo].map((name) => (name === null ? undefined : textsByName.get(name)));
  return [
    ...(sheet === undefined ? [] : styleSheetFiles(sheet, files)),
    ...(drawing === undefined ? [] : [{ path: 'assets/logo.svg', content: drawing }]),
  ];
}

function styleSheetFiles(css: string, files: readonly SourceFile[]): SiteFile[] {
  const media = new Map<string, SiteFile>();
  let [content, at] = ['', 0];
  for (const { start, end, url } of urlsIn(css)) {
    const file = mediaFile(url, files);
    if (!file) continue;
    media.set(file.path, file);
    content += `${css.slice(at, start)}url("${file.path.replace('assets/', '')}")`;
    at = end;
  }
  return [{ path: 'assets/huisstijl.css', content: content + css.slice(at) }, ...media.values()];
}

/** The file that an address in the style sheet names; null if it names none. */
function mediaFile(url: string, files: readonly SourceFile[]): SiteFile | null {
  const drawing = drawingInDataUrl(url);
  if (drawing !== null) return named('beeld', 'svg', drawing);
  const data = parseDataUrl(url);
  if (data) {
    const format = MEDIA_FORMATS.find(({ types }) => types.includes(data.type))!;
    return named(format.isFont ? 'letter' : 'beeld', format.extensions[0]!, Buffer.from(data.base64, 'base64'));
  }
  const file = files.find(({ path }) => path === url);
  if (!file) return null;
  const dot = url.lastIndexOf('.');
  const content = formatOfFile(url) ? Buffer.from(file.text, 'base64') : file.text;
  return named(url.slice(0, dot), url.slice(dot + 1), content);
}

function named(name: string, extension: string, content: string | Uint8Array): SiteFile {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return { path: `${HOUSE_STYLE_MEDIA}${name}.${hash}.${extension}`, content };
}

/** Components of NL Design System: those in `html` style elements, the others classes. */
export const COMPONENTS: readonly string[] = [
  '@nl-design-system-candidate/heading-css/html/heading.css',
  '@nl-design-system-candidate/paragraph-css/html/paragraph.css',
  '@nl-design-system-candidate/link-css/html/link.css',
  '@nl-design-system-candidate/skip-link-css/skip-link.css',
  '@nl-design-system-candidate/data-badge-css/data-badge.css',
  '@utrecht/page-header-css/dist/index.css',
  '@utrecht/page-footer-css/dist/index.css',
  '@utrecht/breadcrumb-nav-css/dist/index.css',
  '@utrecht/table-css/dist/html/index.css',
  '@utrecht/alert-css/dist/index.css',
  '@utrecht/link-list-css/dist/index.css',
];

/** Our own, in this order: later ones win. */
const OWN = [
  'styles/tokens',
  'styles/page',
  'styles/text',
  'styles/figures',
  'styles/tables',
  'styles/sorting',
  'styles/letter',
  'styles/parts',
  'styles/open-data',
  'styles/edition',
  'styles/charts',
  'styles/print',
  'styles/sheet',
];

const NOTICE =
  '/* With components of NL Design System, EUPL-1.2, (c) Frameless B.V., Gemeente Utrecht and the NL Design System community. */\n';

/** Folders with templates: the program's, and those of the project that installed it. */
function templateFolders(): string[] {
  const folders = ['content/_includes', 'content/pages'];
  return [...new Set([...folders.map(inProject), ...folders.map(inOwnProject)])].filter((each) => fs.existsSync(each));
}

/** Every word in the templates: no page has a class that is not among them. */
function wordsOfTemplates(): Set<string> {
  const words = new Set<string>();
  for (const folder of templateFolders()) {
    for (const name of fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((each) => each.endsWith('.njk'))) {
      for (const [word] of fs.readFileSync(path.join(folder, name), 'utf8').matchAll(/[\w-]+/g)) words.add(word);
    }
  }
  return words;
}

/**
 * Drops rules for elements and classes that no page has, and declarations that depend on a token that nothing defines.
 */
function prune(components: Root, words: ReadonlySet<string>, tokens: ReadonlySet<string>): void {
  function isUsed(selector: string) {
    return (
      [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => words.has(name!)) &&
      !/\bh[456]\b|aria-disabled/.test(selector)
    );
  }
  components.walkComments((comment) => {
    comment.remove();
  });
  components.walkRules((rule) => {
    rule.selectors = rule.selectors.filter(isUsed);
    if (rule.selectors.every((selector) => selector === '')) rule.remove();
  });
  components.walkDecls((declaration) => {
    // A fallback to an undefined token does no harm if the first token is defined.
    const asked = declaration.value.replace(/var\((--[\w-]+),\s*var\(--[\w-]+\)\s*\)/g, (whole, name: string) =>
      tokens.has(name) ? '' : whole,
    );
    const waits = [...asked.matchAll(/var\((--[\w-]+)\s*\)/g)].some(([, name]) => !tokens.has(name!));
    if (waits) declaration.remove();
  });
  components.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
}

function compact(root: Root): string {
  root.walkComments((comment) => {
    comment.remove();
  });
  return root
    .toString()
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
}

/** The site's only style sheet: components, then our own; of the components only what pages use. */
export function stylesheetFile(): SiteFile {
  const own = OWN.map((name) => postcss.parse(fs.readFileSync(inProject(`content/${name}.css`), 'utf8')));
  const components = COMPONENTS.map((name) =>
    postcss.parse(fs.readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8')),
  );
  const tokens = new Set<string>();
  for (const root of [...own, ...components])
    root.walkDecls(/^--/, ({ prop }) => {
      tokens.add(prop);
    });
  const words = wordsOfTemplates();
  for (const root of components) prune(root, words, tokens);
  return { path: 'assets/site.css', content: `${NOTICE}${[...components, ...own].map(compact).join('\n')}\n` };
}

/** Links to what pages load. */
export interface AssetLinks {
  /** A file by its name below assets/. Throws if there is none. */
  readonly link: (name: string) => string;
  /** The style sheet of the site, and the publisher's own. */
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

/** The script of the search page, with the library and the part of this program that it shares with the build. */
function searchScript(): SiteFile {
  if (IS_PACKED) return copied('content/assets/search.js', 'assets/search.js');
  const { outputFiles } = (createRequire(import.meta.url)('esbuild') as typeof esbuild).buildSync({
    entryPoints: [inProject('content/assets/search.js')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return { path: 'assets/search.js', content: outputFiles[0]!.text };
}

/** The libraries of the interactive chart, in the versions that drew the pictures, served by this site. */
export const CHART_LIBRARIES = ['vega', 'vega-lite', 'vega-embed'];

function libraryFile(name: string): SiteFile {
  const { folder } = installedPackage(name)!;
  return { path: `assets/vega/${name}.min.js`, content: fs.readFileSync(`${folder}/build/${name}.min.js`) };
}

/** Images in the editors' manual. */
function manualImages(): string[] {
  return [
    ...fs.readFileSync(inProject('docs/redactie.md'), 'utf8').matchAll(/\]\(images\/([\w-]+\.(?:png|svg))\)/g),
  ].map((match) => match[1]!);
}

/**
 * Files that readers keep or that other sites show keep their names, as do pictures and fonts of the house style, which
 * its style sheet names.
 */
const FIXED = new Set(['narekenen.mjs']);

/** With a hash of the content in the name, so that browsers may cache it for ever. */
function hashed({ path, content }: SiteFile): SiteFile {
  return {
    path: path.replace(/(?=\.[a-z]+$)/, `.${createHash('sha256').update(content).digest('hex').slice(0, 10)}`),
    content,
  };
}

/**
 * Files of the site that no template makes, and how pages link to them. `houseStyle`: the publisher's; `base`: the
 * site's address. Not copied by Eleventy: if a template fails, it goes on copying into a folder that no longer exists,
 * and nothing can catch that error.
 */
export function siteAssets(houseStyle: readonly SiteFile[], base: string): Assets {
  const prefix = prefixOf(base);
  const own = filesBelow(inProject('content/assets')).map((name) =>
    name === 'search.js' ? searchScript() : copied(`content/assets/${name}`, `assets/${name}`),
  );
  function isFixed({ path }: SiteFile): boolean {
    return FIXED.has(path.slice('assets/'.length)) || path.startsWith(HOUSE_STYLE_MEDIA);
  }
  const loaded = [
    ...own.filter((file) => !isFixed(file)),
    ...CHART_LIBRARIES.map(libraryFile),
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
      ...manualImages().map((name) => copied(`docs/images/${name}`, `redactie/images/${name}`)),
    ],
    links: {
      link,
      styles: [link('site.css'), optional('huisstijl.css')].filter((each) => each !== null),
      logo: optional('logo.svg'),
    },
  };
}
