import { strFromU8, unzipSync } from 'fflate';
import type { Report } from '../../compute/report.ts';
import { editionOf, type EditionText } from '../../contract/edition.ts';
import { asFrozen } from '../../contract/files/edition.ts';
import { dateText } from '../../format/date.ts';
import { frozenText, sha256 } from '../../io/read.ts';
import type { Edition, FrozenFigure, FrozenNorm, FrozenRound } from '../../model/edition.ts';
import type { SiteFile } from '../addresses.ts';
import { saidThen } from '../views/said.ts';
import { zipOf } from './archive.ts';
import { tablesOf } from './downloads.ts';
import { reportJson } from './json.ts';
import { toCsv, type ShownFigure, type TableCell } from './table.ts';

/** The tables of an edition, with the columns of each. */
export type FrozenColumns = Readonly<Record<FrozenTable, readonly string[]>>;

const TABLES = ['resultaten', 'cijfers', 'wijzigingen', 'vergelijking'] as const;
type FrozenTable = (typeof TABLES)[number];

/** File name of an edition's archive. */
export function archiveName(id: string): string {
  return `editie-${id}.zip`;
}

/** rapport.json of a report as published on a day. */
export function contentOn(day: string, publisher: string, report: Report): unknown {
  const { versie, ...rest } = JSON.parse(reportJson(report, tablesOf(report))) as Record<string, unknown>;
  return {
    versie,
    editie: { datum: day, uitgever: publisher, weggehaald: { resultaten: [], documenten: 0 } },
    ...rest,
  };
}

export function columnsOf(report: Report): FrozenColumns {
  return Object.fromEntries(tablesOf(report).map(({ name, columns }) => [name, columns])) as unknown as FrozenColumns;
}

/** The columns in an archive, also if this program's tables have others by now. */
export function columnsIn(zip: string): FrozenColumns {
  const files = unzipSync(Buffer.from(zip, 'base64'));
  return Object.fromEntries(
    TABLES.map((name) => [
      name,
      strFromU8(files[`${name}.csv`]!)
        .replace(/^\uFEFF/, '')
        .split('\r\n')[0]!
        .split(';'),
    ]),
  ) as unknown as FrozenColumns;
}

/** JSON numbers have a decimal point; published CSV files have a decimal comma. */
function cellOf(value: string | number | null): TableCell | ShownFigure {
  return typeof value === 'number' ? { text: String(value).replace('.', ',') } : value;
}

function csvOf(rows: readonly object[], columns: readonly string[]): string {
  return toCsv({
    columns,
    rows: rows.map((row) => columns.map((column) => cellOf((row as Record<string, string | number | null>)[column]!))),
  });
}

/** The files of an edition: the JSON as text, and the archive in base64. The same content gives the same bytes. */
export function editionTexts(
  content: unknown,
  columns: FrozenColumns,
): { readonly json: string; readonly zip: string } {
  const text = frozenText(content);
  const hash = sha256(text);
  const read = asFrozen(content);
  const zip = zipOf({
    'rapport.json': text,
    ...Object.fromEntries(TABLES.map((name) => [`${name}.csv`, csvOf(read[name], columns[name])])),
    'editie.html': plainPage(editionOf(read), hash),
  });
  return {
    json: `${JSON.stringify({ sha256: hash, zip: sha256(zip), inhoud: content })}\n`,
    zip: Buffer.from(zip).toString('base64'),
  };
}

/**
 * The files of an edition under its address: the archive, and its contents, so that anyone can recompute the figures.
 */
export function editionFiles({ id, zip }: Edition, folder: string): SiteFile[] {
  const bytes = Buffer.from(zip, 'base64');
  return [
    { path: `${folder}${archiveName(id)}`, content: bytes },
    ...Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(?:csv|json)$/.test(name))
      .map(([name, content]) => ({ path: `${folder}${name}`, content: Buffer.from(content) })),
  ];
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
}

/** The name of a set on the page of an edition. */
export function frozenName(
  { scope: { kind, theme, organisation, ambition } }: FrozenFigure,
  norm: FrozenNorm,
  organisations: Edition['organisations'],
): string {
  const themeName = norm.themes.find(({ id }) => id === theme)?.title ?? theme ?? '';
  const organisationName = organisations.get(organisation ?? '')?.name ?? organisation ?? '';
  switch (kind) {
    case 'total':
      return 'Totaal';
    case 'theme':
      return themeName;
    case 'organisation':
      return organisationName;
    case 'theme-organisation':
      return `${organisationName}: ${themeName}`;
    case 'ambition': {
      const point = norm.ambitions.find(({ id }) => id === ambition);
      return [point?.number, point?.title ?? ambition].filter(Boolean).join(' ');
    }
  }
}

function roundTable(edition: EditionText, norm: FrozenNorm, round: FrozenRound): string {
  const rows = round.figures.map((figure) => {
    const said = saidThen(figure, norm);
    return `<tr><th scope="row">${escaped(frozenName(figure, norm, edition.organisations))}</th><td>${
      said
        ? `${escaped(said.value)}</td><td>${escaped([said.basis, said.weight, said.reported && `gerapporteerd: ${said.reported}`].filter(Boolean).join('; '))}`
        : 'weggehaald</td><td>een resultaat hierin is niet meer openbaar'
    }</td></tr>`;
  });
  return `<h3>${escaped(round.title)} (${escaped(dateText(round.date))})</h3>
<table><thead><tr><th scope="col">Waarover</th><th scope="col">Stand</th><th scope="col">Hoe</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
`;
}

/** A page with everything that was said, which opens from disk: it needs no scripts and loads nothing. */
function plainPage(edition: EditionText, hash: string): string {
  const { id, title, region, publisher, fictional, norms } = edition;
  const day = dateText(id);
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}, editie van ${day}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.5rem; border-bottom: 1px solid; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${escaped(title)}, editie van ${day}</h1>
${fictional ? `<p><strong>Verzonnen voorbeeld.</strong> De regio ${escaped(region)}, de organisaties en de cijfers bestaan niet.</p>\n` : ''}<p>Dit is wat dit rapport over ${escaped(region)} op ${day} zei. ${escaped(publisher)} legde het toen vast. Wat daarna is gecorrigeerd, staat hier niet.</p>
<p>In hetzelfde pakket: <a href="rapport.json">rapport.json</a>, ${TABLES.map((name) => `<a href="${name}.csv">${name}.csv</a>`).join(', ')}. SHA-256 van rapport.json: <code>${hash}</code></p>
${norms
  .toReversed()
  .map(
    (norm) =>
      `<h2>${escaped(norm.title)} ${escaped(norm.version)}</h2>\n${norm.rounds
        .toReversed()
        .map((round) => roundTable(edition, norm, round))
        .join('')}`,
  )
  .join('')}</body>
</html>
`;
}
