import { Parser } from 'saxen';
import { cellAt, COLUMNS } from './layout.ts';
import { MAX_ROWS, tooManyRows, type SheetReading } from './sheet.ts';

type Attributes = Readonly<Record<string, string>>;

interface Handlers {
  readonly open?: (name: string, attributes: () => Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  readonly isDone?: () => boolean;
}

/** Walks through XML; names without their prefix. Throws for a document type: it can make a small file grow without end. */
function walk(xml: string, { open, text, close, isDone }: Handlers): void {
  const parser = new Parser();
  function fail(what: string) {
    return () => {
      throw new Error(what);
    };
  }
  function plainName(name: string): string {
    return name.slice(name.indexOf(':') + 1);
  }
  function check(): void {
    if (isDone?.()) parser.stop();
  }
  parser.on('error', fail('not XML'));
  parser.on('attention', fail('document type'));
  parser.on('openTag', (name, attributes, decode) => {
    open?.(plainName(name), () =>
      Object.fromEntries(Object.entries(attributes()).map(([key, value]) => [key, decode(value)])),
    );
    check();
  });
  parser.on('text', (value, decode) => text?.(decode(value)));
  parser.on('cdata', (value) => text?.(value));
  parser.on('closeTag', (name) => close?.(plainName(name)));
  parser.parse(xml);
}

/** Names of the sheets, hidden ones too. */
export function sheetNames(workbook: string): string[] {
  const names: string[] = [];
  walk(workbook, {
    open: (name, attributes) => {
      if (name === 'sheet') names.push(attributes().name ?? '');
    },
  });
  return names;
}

/** As spreadsheets escape what XML cannot hold; line ends as everywhere here. */
function unescaped(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}

/** The shared texts of a workbook, in their order. Phonetic hints, which are no part of a text, are left out. */
export function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let [current, inText, hints] = ['', false, 0];
  if (xml !== '') {
    walk(xml, {
      open: (name) => {
        if (name === 'si') current = '';
        if (name === 'rPh') hints++;
        inText = name === 't' && hints === 0;
      },
      text: (text) => {
        if (inText) current += text;
      },
      close: (name) => {
        if (name === 't') inText = false;
        if (name === 'rPh') hints--;
        if (name === 'si') strings.push(unescaped(current));
      },
    });
  }
  return strings;
}

const DAY = 86_400_000;

/** A number in the column for dates: a year, or a day as spreadsheets count them, from 1900. */
function dateOf(value: string): string {
  const days = Number(value);
  return Number.isInteger(days) && days > 20_000 && days < 80_000
    ? new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10)
    : value;
}

/** Reads the cells of a sheet; formulas, merged cells and errors are refused by their cell, all at once. */
export function readSheetXml(xml: string, name: string, strings: readonly string[]): SheetReading {
  const rows: string[][] = [];
  const refused: string[] = [];
  let [cell, kind, value, reading] = ['', '', '', ''];
  let isFull = false;
  function keep(): void {
    const at = cellAt(cell);
    const text =
      kind === 's' ? (strings[Number(value)] ?? '') : kind === 'inlineStr' || kind === 'str' ? unescaped(value) : value;
    if (text === '') return;
    if (!at) throw new Error('no such cell');
    if (at.row >= MAX_ROWS) return void (isFull = true);
    if (kind === 'e') refused.push(`${name}!${cell}: deze cel bevat een fout (${text}); typ het antwoord zelf`);
    const isDate = COLUMNS[at.column]?.field === 'verwacht' && (kind === '' || kind === 'n');
    (rows[at.row] ??= [])[at.column] = isDate ? dateOf(text) : text;
  }
  walk(xml, {
    isDone: () => isFull,
    open: (tag, attributes) => {
      if (tag === 'c') {
        const { r = '', t = '' } = attributes();
        [cell, kind, value] = [r, t, ''];
      }
      if (tag === 'f') refused.push(`${name}!${cell}: deze cel bevat een formule; typ het antwoord zelf`);
      if (tag === 'mergeCell')
        refused.push(
          `${name}!${(attributes().ref ?? '').split(':')[0]}: hier zijn cellen samengevoegd (${attributes().ref}); splits ze weer`,
        );
      reading = tag;
    },
    text: (text) => {
      if (reading === 'v' || reading === 't') value += text;
    },
    close: (tag) => {
      reading = '';
      if (tag === 'c') keep();
    },
  });
  if (isFull) return { refused: [tooManyRows(name)] };
  return refused.length > 0
    ? { refused }
    : { sheet: { name, rows: Array.from(rows, (row) => Array.from(row ?? [], (text) => text ?? '')) } };
}
