import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss, { type Root } from 'postcss';
import { inProject } from '../io/project.ts';
import type { SiteFile } from './site-file.ts';

/** Components of NL Design System; those in `html` style elements, the others classes. */
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
  'styles/tabs',
  'styles/parts',
  'styles/open-data',
  'styles/charts',
  'styles/print',
];

const NOTICE =
  '/* With components of NL Design System, EUPL-1.2, (c) Frameless B.V., Gemeente Utrecht and the NL Design System community. */\n';

/** Every word in the templates: a class that is not among them is on no page. */
function wordsOfTemplates(): Set<string> {
  const words = new Set<string>();
  for (const folder of ['content/_includes', 'content/pages'].map(inProject)) {
    for (const name of fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((each) => each.endsWith('.njk'))) {
      for (const [word] of fs.readFileSync(path.join(folder, name), 'utf8').matchAll(/[\w-]+/g)) words.add(word);
    }
  }
  return words;
}

/** Drops rules for elements and classes that no page has, and declarations that wait for a token that nobody gives. */
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
    // What falls back on a token that nobody gives does not wait for it where the first one is given.
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

/** The one style sheet of the site: components, then our own; only what pages use of the components. */
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
