import { locate, type LocatedProblem } from '../model/position.ts';
import { error, type Problem } from '../model/problem.ts';
import type { SourceFile, SourceFolder } from '../model/tree.ts';
import type { SiteReport } from '../report.ts';
import { prefixOf, type SiteFile } from './addresses.ts';
import { siteContext } from './context.ts';
import { downloadsOf } from './downloads/downloads.ts';
import { archiveName } from './downloads/edition.ts';
import { pageItems } from './pages/all.ts';

/** Name of the file with every address that was ever published, one per line; next to site.yaml. */
export const ADDRESSES = 'adressen.txt';

/** Name of the file that says where a former address leads now; next to site.yaml. */
const REDIRECTS = 'doorverwijzingen.yaml';

/** From a former address of the site to a current one. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** The addresses of a site's reports: of each page, and of each data file. */
function publishedAddresses(report: SiteReport): string[] {
  const site = siteContext(report, { link: () => '', styles: [], logo: null });
  return [
    ...[...pageItems(site.reports).values()].flatMap((items) => items.map(({ address }) => address)),
    ...report.reports.flatMap((each) => downloadsOf(each).map(({ path }) => `/${path}`)),
    ...site.reports.flatMap(({ at, report: { data } }) =>
      data.editions.flatMap(({ id }) => [`${at.edition(id)}rapport.json`, `${at.edition(id)}${archiveName(id)}`]),
    ),
  ].sort();
}

/** The list with today's addresses added; what was published stays in it. */
export function withAddresses(list: string, report: SiteReport): string {
  const all = new Set([...list.split('\n').map((line) => line.trim()), ...publishedAddresses(report)]);
  all.delete('');
  return `${[...all].sort().join('\n')}\n`;
}

function fileIn({ files }: SourceFolder, name: string): SourceFile | undefined {
  return files.find(({ path }) => path === name);
}

/** An address within the site: it leads to no other site, and out of no folder. */
const ADDRESS = /^\/(?:[a-z0-9][\w.-]*\/)*(?:[a-z0-9][\w.-]*)?$/;

interface AuthoredRedirect extends Redirect {
  readonly key: number;
  readonly value: number;
}

function authored(folder: SourceFolder): AuthoredRedirect[] {
  const tree = fileIn(folder, REDIRECTS)?.tree;
  if (tree?.kind !== 'mapping') return [];
  return tree.entries.map(({ key, keyStart, value }) => ({
    from: key,
    to: value.kind === 'scalar' ? value.text : '',
    key: keyStart,
    value: value.start,
  }));
}

/** Pages that exist only while they have something to show: a chart, what is open, a table to sort. Not in editions. */
const SHOWN_WHILE_FILLED = /^(?!.*\/editie\/).*\/(?:grafiek\/[^/]+|norm\/[^/]+\/(?:open|sorteren|open\/sorteren))\/$/;

/** The nearest page above an address; the home page of the site if there is no other. */
function pageAbove(address: string, now: ReadonlySet<string>): string {
  const above = address.replace(/[^/]+\/$/, '');
  return above === '/' || now.has(above) ? above : pageAbove(above, now);
}

/** Published pages that now have nothing to show lead to the page above them. */
function automatic(folder: SourceFolder, now: ReadonlySet<string>): Redirect[] {
  return (fileIn(folder, ADDRESSES)?.text.split('\n') ?? [])
    .map((line) => line.trim())
    .filter((address) => SHOWN_WHILE_FILLED.test(address) && !now.has(address))
    .map((from) => ({ from, to: pageAbove(from, now) }));
}

/** The redirects in doorverwijzingen.yaml, and those of published pages that now have nothing to show. */
export function redirectsIn(folder: SourceFolder, report: SiteReport): Redirect[] {
  const redirects = authored(folder).map(({ from, to }) => ({ from, to }));
  const from = new Set(redirects.map((each) => each.from));
  const rest = automatic(folder, new Set(publishedAddresses(report)));
  return [...redirects, ...rest.filter((each) => !from.has(each.from))];
}

function redirectProblems(file: SourceFile, redirects: readonly AuthoredRedirect[], now: ReadonlySet<string>) {
  return redirects.flatMap(({ from, to, key, value }): Problem[] => {
    const [at, target] = [
      { file: file.file, offset: key },
      { file: file.file, offset: value },
    ];
    if (!ADDRESS.test(from))
      return [
        error(at, `"${from}" is geen adres van deze site; schrijf het zoals in ${ADDRESSES}: "/norm/1.0/: /norm/2.0/"`),
      ];
    if (now.has(from))
      return [error(at, `"${from}" bestaat nog, dus wie daarheen gaat komt er al; haal deze regel weg`)];
    return now.has(to.replace(/#[\w/.-]*$/, ''))
      ? []
      : [error(target, `"${to}" bestaat niet; noem een adres van een pagina die er nu is, zoals "/norm/2.0/"`)];
  });
}

/**
 * Published addresses that would vanish: they are in the list, the site no longer has them, and they have no redirect.
 * Empty if there is no list.
 */
export function addressProblems(folder: SourceFolder, report: SiteReport): LocatedProblem[] {
  const [list, moved] = [fileIn(folder, ADDRESSES), fileIn(folder, REDIRECTS)];
  if (!list && !moved) return [];
  const now = new Set(publishedAddresses(report));
  const redirects = authored(folder);
  const from = new Set([...redirects, ...automatic(folder, now)].map((each) => each.from));
  let offset = 0;
  const vanished = (list?.text.split('\n') ?? []).flatMap((line): Problem[] => {
    const at = { file: list!.file, offset };
    offset += line.length + 1;
    const address = line.trim();
    return address === '' || now.has(address) || from.has(address)
      ? []
      : [
          error(
            at,
            `"${address}" is gepubliceerd en bestaat straks niet meer; zet in ${REDIRECTS} waar dit nu staat: "${address}: /nieuw/adres/"`,
          ),
        ];
  });
  return locate([...vanished, ...(moved ? redirectProblems(moved, redirects, now) : [])], folder.files);
}

/**
 * A page at each former address, which redirects even if the server has no redirect; and the files that static hosts
 * read.
 */
export function redirectFiles(redirects: readonly Redirect[], address: string): SiteFile[] {
  if (redirects.length === 0) return [];
  const base = prefixOf(address);
  const pages = redirects.filter(({ from }) => from.endsWith('/'));
  return [
    ...pages.map(({ from, to }) => ({
      path: `${from.slice(1)}index.html`,
      content: `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Deze pagina is verhuisd</title>
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="${address}${to}">
<meta http-equiv="refresh" content="0; url=${base}${to}">
</head>
<body>
<main>
<h1>Deze pagina is verhuisd</h1>
<p>Wat hier stond, staat nu op <a href="${base}${to}">${address}${to}</a>.</p>
</main>
</body>
</html>
`,
    })),
    { path: '_redirects', content: redirects.map(({ from, to }) => `${base}${from} ${base}${to} 301\n`).join('') },
  ];
}
