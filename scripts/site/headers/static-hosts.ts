import type { SiteSettings } from '../../model/report.ts';
import { prefixOf } from '../addresses.ts';
import { HEADER_RULES, headersOf } from './policy.ts';

/** The rule that applies to a file. */
function ruleOf(path: string): string {
  return HEADER_RULES.find(({ pattern }) => pattern.test(path))!.name;
}

interface SiteFolder {
  readonly files: string[];
  readonly folders: Map<string, SiteFolder>;
}

function treeOf(paths: readonly string[]): SiteFolder {
  const root: SiteFolder = { files: [], folders: new Map() };
  for (const path of paths) {
    const names = path.split('/');
    let at = root;
    for (const name of names.slice(0, -1)) {
      const next = at.folders.get(name) ?? { files: [], folders: new Map() };
      at.folders.set(name, next);
      at = next;
    }
    at.files.push(path);
  }
  return root;
}

function filesIn({ files, folders }: SiteFolder): string[] {
  return [...files, ...[...folders.values()].flatMap(filesIn)];
}

/**
 * Patterns that never match the same address twice: hosts differ in what they do then. A folder with files of one kind
 * needs one pattern.
 */
function patternsOf(folder: SiteFolder, prefix: string): { pattern: string; path: string }[] {
  const paths = filesIn(folder);
  const isOneKind = prefix !== '/' && new Set(paths.map(ruleOf)).size === 1;
  if (isOneKind) return [{ pattern: `${prefix}*`, path: paths[0]! }];
  return [
    ...folder.files.map((path) => ({
      pattern: `${prefix}${path
        .split('/')
        .at(-1)!
        .replace(/^index\.html$/, '')}`,
      path,
    })),
    ...[...folder.folders].flatMap(([name, inner]) => patternsOf(inner, `${prefix}${name}/`)),
  ];
}

/** `_headers`, which static hosts such as Netlify and Cloudflare Pages read. `published` has all paths of the site. */
export function headersFile(settings: SiteSettings, published: readonly string[]): { path: string; content: string } {
  const base = prefixOf(settings.address);
  const rules = patternsOf(treeOf(published), '/').map(({ pattern, path }) =>
    [`${base}${pattern}`, ...Object.entries(headersOf(path)).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return { path: '_headers', content: `${rules.join('\n\n')}\n` };
}

/** What GitHub Pages cannot do of the policy, in Markdown, for someone choosing a host. */
export function githubPagesNote(): string {
  return [
    '# Koppen op GitHub Pages',
    '',
    'GitHub Pages stuurt zijn eigen koppen. U kunt er geen bij zetten. De site werkt, maar dit ontbreekt:',
    '',
    ...Object.entries(HEADER_RULES.at(-1)!.headers).map(([name, value]) => `- \`${name}: ${value}\``),
    '',
    'Wat u wel kunt doen:',
    '',
    '- Zet bij *Settings*, *Pages* het vinkje *Enforce HTTPS* aan.',
    '- Zet een dienst ervoor die wel koppen kan sturen. Veel diensten lezen het bestand `_headers` in de map van de site.',
    '- Zet een leeg bestand `.nojekyll` in de map. Anders laat GitHub bestanden weg waarvan de naam met een streepje begint.',
    '',
    'Voor een site van de overheid is een webserver met eigen koppen beter: internet.nl test daarop. Zie `npm run headers -- --server nginx`.',
    '',
  ].join('\n');
}
