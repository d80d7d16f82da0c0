import { ORGANISATION_KIND_WORDS } from '../../contract/files/report.ts';
import { amount, enumeration } from '../../format/sentence.ts';
import { groupBy } from '../../model/group.ts';
import type { ReportData } from '../../model/report.ts';
import { slug } from '../../model/slug.ts';
import { didYouMean } from '../../model/suggestion.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { type Plan, refused, textOf } from '../draft.ts';
import { schemaLine } from '../schemas.ts';
import { documentText, listAt, newText, readDocument, yamlNode } from '../yaml-document.ts';
import { atCell, POINT_COLUMNS, POINT_FIELDS, type PointField, type Sheet } from './layout.ts';
import type { FormCell } from './write-workbook.ts';

/** Number of rows for ambitions in an empty list. */
const OPEN_ROWS = 200;

/** An empty list of ambitions to fill in: headings, and empty cells below them. */
export function emptyPointRows(): FormCell[][] {
  const fields = POINT_FIELDS.filter((field) => field !== 'id');
  return [
    fields.map((field) => ({ text: POINT_COLUMNS[field].heading, style: 'heading' as const })),
    ...Array.from({ length: OPEN_ROWS }, () => fields.map(() => ({ text: '', style: 'open' as const }))),
  ];
}

/** Widths of the columns of that list. */
export const POINT_WIDTHS = POINT_FIELDS.filter((field) => field !== 'id').map((field) => POINT_COLUMNS[field].width);

function fieldOf(heading: string): PointField | undefined {
  const name = heading.trim().toLowerCase();
  return POINT_FIELDS.find((field) => {
    const { heading: usual, also } = POINT_COLUMNS[field];
    return [usual.toLowerCase(), ...also].includes(name);
  });
}

function unknownHeading(heading: string): string {
  if (/^(?:gewicht|weging)$/i.test(heading))
    return 'een punt heeft geen gewicht: elk resultaat telt even zwaar; haal deze kolom weg. Hoe zwaar "deels behaald" telt, zegt "telling" in norm.yaml';
  const known = POINT_FIELDS.map((each) => POINT_COLUMNS[each].heading);
  return `onbekende kolom "${heading}"${didYouMean(heading, known, `kies uit ${known.join(', ')}, of haal de kolom weg`)}`;
}

interface Headings {
  readonly row: number;
  readonly columns: ReadonlyMap<PointField, number>;
}

/** The row of headings: the first one that names the ambitions. Its other headings must be known too. */
function headingsOf(sheet: Sheet): Headings | { readonly refused: readonly string[] } {
  const row = sheet.rows.findIndex((cells) => cells.some((text) => fieldOf(text) === 'titel'));
  if (row < 0)
    return {
      refused: [
        atCell(
          sheet,
          0,
          0,
          'hier hoort een regel met koppen, waarvan een "Ambitiepunt"; npm run form -- --punten maakt een lege lijst',
        ),
      ],
    };
  const columns = new Map<PointField, number>();
  const problems: string[] = [];
  sheet.rows[row]!.map((text) => text.trim()).forEach((heading, column) => {
    const field = fieldOf(heading);
    if (heading === '') return;
    if (field && !columns.has(field)) columns.set(field, column);
    else
      problems.push(
        atCell(
          sheet,
          row,
          column,
          field ? `de kolom "${heading}" staat er al; haal een van de twee weg` : unknownHeading(heading),
        ),
      );
  });
  return problems.length > 0 ? { refused: problems } : { row, columns };
}

/** An ambition as it is in a row of the list. */
interface PointRow {
  readonly row: number;
  readonly nummer: string;
  readonly thema: string;
  readonly titel: string;
  readonly toelichting: string;
  readonly geldt_voor: readonly string[];
  readonly criteria: readonly string[];
  readonly id: string;
}

/** Who an ambition applies to: kinds and organisations, by id or by name; or a sentence that says which is unknown. */
function appliesTo(text: string, { organisations }: ReportData): { readonly ids: readonly string[] } | string {
  const names = text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^(?:alle(?:n|maal)?|iedereen|alle deelnemers)$/i.test(name));
  const words = new Map<string, string>([
    ...ORGANISATION_KIND_WORDS.map((kind) => [kind, kind] as const),
    ['gemeenten', 'gemeente'],
    ['gemeentes', 'gemeente'],
    ['provincies', 'provincie'],
    ['waterschappen', 'waterschap'],
    ['om', 'openbaar-ministerie'],
    ['openbaar ministerie', 'openbaar-ministerie'],
    ...organisations.flatMap(({ id, name, shortName }) =>
      [id, name, shortName].map((each) => [each.toLowerCase(), id] as const),
    ),
  ]);
  const unknown = names.find((name) => !words.has(name.toLowerCase()));
  if (unknown !== undefined)
    return `"${unknown}" is geen soort en geen organisatie van dit rapport${didYouMean(unknown.toLowerCase(), words.keys(), 'schrijf bijvoorbeeld "gemeente", of laat leeg als het punt voor elke deelnemer geldt')}`;
  return { ids: [...new Set(names.map((name) => words.get(name.toLowerCase())!))] };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The ambitions of a list, or every mistake with its cell. An empty theme means that of the row above. */
function pointsOn(sheet: Sheet, report: ReportData): readonly PointRow[] | { readonly refused: readonly string[] } {
  const found = headingsOf(sheet);
  if ('refused' in found) return found;
  const { columns, row: heading } = found;
  const used = new Set(columns.values());
  const problems = sheet.problems
    .filter(({ row, column }) => row > heading && used.has(column))
    .map(({ row, column, sentence }) => atCell(sheet, row, column, sentence));
  const points: PointRow[] = [];
  sheet.rows.forEach((cells, row) => {
    if (row <= heading || cells.every((text) => text.trim() === '')) return;
    function text(field: PointField): string {
      return cells[columns.get(field) ?? -1] ?? '';
    }
    function problem(field: PointField, sentence: string): void {
      problems.push(atCell(sheet, row, columns.get(field) ?? 0, sentence));
    }
    const whom = appliesTo(text('geldt_voor'), report);
    if (typeof whom === 'string') problem('geldt_voor', whom);
    const titel = oneLine(text('titel'));
    // A row with only a theme is a heading for the rows below it.
    const isHeading =
      titel === '' && cells.every((cell, column) => cell.trim() === '' || column === columns.get('thema'));
    if (titel === '' && !isHeading)
      problem('titel', 'hier ontbreekt het ambitiepunt; vul het in, of maak de hele regel leeg');
    points.push({
      row,
      nummer: oneLine(text('nummer')),
      thema: oneLine(text('thema')) || (points.at(-1)?.thema ?? ''),
      titel,
      toelichting: text('toelichting').trim(),
      geldt_voor: typeof whom === 'string' ? [] : whom.ids,
      criteria: text('criteria')
        .split('\n')
        .map(oneLine)
        .filter((line) => line !== ''),
      id: text('id').trim(),
    });
  });
  const real = points.filter(({ titel }) => titel !== '');
  for (const field of ['nummer', 'titel', 'id'] as const)
    for (const [said, [first, ...others]] of groupBy(real, (point) => point[field].toLowerCase()))
      for (const { row } of said === '' ? [] : others)
        problems.push(
          atCell(
            sheet,
            row,
            columns.get(field)!,
            `dit staat ook op regel ${first!.row + 1}; twee punten hebben niet ${field === 'titel' ? 'dezelfde titel' : `hetzelfde ${field === 'id' ? 'id' : 'nummer'}`}`,
          ),
        );
  const themes = real.filter(({ thema }) => thema !== '');
  if (themes.length > 0)
    for (const { row, thema } of real)
      if (thema === '')
        problems.push(
          atCell(sheet, row, columns.get('thema')!, 'hier ontbreekt het thema; andere punten hebben er een'),
        );
  if (problems.length > 0) return { refused: problems };
  return real.length > 0
    ? real
    : { refused: [atCell(sheet, heading + 1, 0, 'onder de koppen staat nog geen ambitiepunt')] };
}

/** Ids are permanent, so they are kept short enough to type, and made of whole words. */
const LONGEST_ID = 50;

function idFor(name: string, taken: Set<string>, fallback: string): string {
  const whole = slug(name) || fallback;
  const short = whole.length <= LONGEST_ID ? whole : whole.slice(0, LONGEST_ID + 1).replace(/-[^-]*$/, '');
  let id = short;
  for (let number = 2; taken.has(id); number++) id = `${short}-${number}`;
  taken.add(id);
  return id;
}

/** Themes and ambitions for norm.yaml. `there` has those that exist: themes by title, ambitions by id. */
function recordsOf(
  points: readonly PointRow[],
  there: { readonly themes: ReadonlyMap<string, string>; readonly ids: readonly string[] },
) {
  const themeIds = new Map(there.themes);
  const takenThemes = new Set(there.themes.values());
  const themas = points.flatMap(({ thema }) => {
    if (thema === '' || themeIds.has(thema.toLowerCase())) return [];
    const id = idFor(thema, takenThemes, 'thema');
    themeIds.set(thema.toLowerCase(), id);
    return { id, titel: thema };
  });
  const taken = new Set([...there.ids, ...points.flatMap(({ id }) => id || [])]);
  const ambitiepunten = points.map(({ nummer, thema, titel, toelichting, geldt_voor, criteria, id }) => ({
    id: id || idFor(titel, taken, 'punt'),
    ...(nummer === '' ? {} : { nummer }),
    ...(thema === '' ? {} : { thema: themeIds.get(thema.toLowerCase())! }),
    titel,
    ...(toelichting === '' ? {} : { toelichting }),
    ...(criteria.length === 0 ? {} : { criteria }),
    ...(geldt_voor.length === 0 ? {} : { geldt_voor }),
  }));
  return { themas, ambitiepunten };
}

/** Turns a list of ambitions into a norm in concept, or adds it to one without rounds. */
export function newPoints(
  folder: SourceFolder,
  report: ReportData,
  { sheet, versie, titel }: { readonly sheet: Sheet; readonly versie: string; readonly titel: string },
): Plan {
  const points = pointsOn(sheet, report);
  if ('refused' in points) return refused(...points.refused);
  const path = `${report.id}/normen/${versie}/norm.yaml`;
  const norm = report.norms.find(({ version }) => version === versie);
  const text = textOf(folder, path);
  const counted = `${amount(points.length, 'ambitiepunt', 'ambitiepunten')} uit de lijst ${points.length === 1 ? 'staat' : 'staan'} in norm ${versie}. Kijk de ids na voordat de norm openbaar wordt: daarna veranderen zij nooit meer.`;
  if (text === null || !norm) {
    if (text !== null)
      return refused(`norm ${versie} is niet te lezen; draai npm run validate en herstel eerst wat daar staat`);
    const { themas, ambitiepunten } = recordsOf(points, { themes: new Map(), ids: [] });
    const whole = {
      versie,
      titel: titel || `${report.title} ${versie}`,
      samenvatting: `Norm ${versie} heeft ${amount(ambitiepunten.length, 'ambitiepunt', 'ambitiepunten')}${themas.length === 0 ? '' : `, over ${enumeration(themas.map((each) => each.titel))}`}.`,
      status: 'concept',
      deelnemers: report.organisations.map(({ id }) => id),
      volledig: true,
      themas,
      ambitiepunten,
    };
    return {
      edits: [{ path, text: newText(whole, schemaLine(folder, path, 'norm')) }],
      notes: [
        counted,
        `Norm ${versie} is in concept en nog niet te zien op de site. ${report.organisations.length === 0 ? 'Er doet nog niemand mee: voeg organisaties toe met --norm.' : 'Elke organisatie van het rapport doet mee; haal bij "deelnemers" weg wie niet meedoet.'}`,
        'Schrijf bij "samenvatting" in enkele zinnen wat er is afgesproken.',
      ],
    };
  }
  if (norm.rounds.length > 0)
    return refused(
      `norm ${versie} heeft al een meting; een punt dat er later bij komt, zet u zelf in norm.yaml, met bij "vanaf" vanaf wanneer het geldt`,
    );
  const twice = points.flatMap(({ row, titel: name, nummer }) => {
    const old = norm.ambitions.find(
      ({ title, number }) => title.toLowerCase() === name.toLowerCase() || (nummer !== '' && number === nummer),
    );
    return old
      ? [
          atCell(
            sheet,
            row,
            0,
            `"${old.title}"${old.number === null ? '' : ` (${old.number})`} staat al in norm ${versie}; haal deze regel weg`,
          ),
        ]
      : [];
  });
  if (twice.length > 0) return refused(...twice);
  const document = readDocument(text);
  const added = recordsOf(points, {
    themes: new Map(norm.themes.map(({ id, title }) => [title.toLowerCase(), id])),
    ids: norm.ambitions.map(({ id }) => id),
  });
  for (const [key, records] of Object.entries(added))
    for (const record of records) listAt(document, key).add(yamlNode(document, record));
  return { edits: [{ path, text: documentText(document) }], notes: [counted] };
}
