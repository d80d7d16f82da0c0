import { wrapped } from '../../charts/style.ts';
import { amount } from '../../format/sentence.ts';
import { organisationNoun, readersText, statusPhrase } from '../../format/terms.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { type Brief, type BriefTable, briefView } from '../views/brief.ts';
import { letterRows, nothingSentence, ownResults, questionsOf, themeResults } from '../views/letter.ts';
import { link } from '../views/link.ts';
import { inProgressSentence } from '../views/notice.ts';
import { participations } from '../views/participation.ts';

/**
 * Size between the margins of an A4 sheet (content/styles/print.css), in millimetres, and the space kept free at the
 * bottom.
 */
const WIDTH = 174;
const HEIGHT = 265;
const FREE = 6;

/** Font sizes in points, largest first; 8 is the smallest that everyone can read on paper. */
const SIZES = [11, 10, 9, 8] as const;

const POINT = 0.3528;
/** Average width of a character in em; wider than in any usual font. */
const LETTER = 0.52;
const LINE = 1.35;

/** Column widths of a table (content/styles/sheet.css), as fractions of the sheet. */
const COLUMNS: Readonly<Record<number, readonly number[]>> = { 2: [0.7, 0.3], 4: [0.43, 0.18, 0.2, 0.19] };

/** How much of each theme is achieved, as running text: a list would take the room of three points. */
interface ThemesText {
  readonly count: number;
  readonly text: string;
}

interface SheetContent {
  readonly brief: Brief;
  readonly newer: readonly string[];
  readonly themes: ThemesText;
  readonly questions: readonly string[];
  readonly addresses: readonly string[];
}

function linesOf(text: string, width: number, size: number): number {
  const most = Math.max(4, Math.floor(width / (size * POINT * LETTER)));
  // A word that is longer than a line is broken.
  return wrapped(text, most).reduce((sum, line) => sum + Math.ceil(line.length / most), 0);
}

/** Height of a paragraph, with `after` lines of space below it. */
function heightOf(text: string, size: number, { scale = 1, after = 0.5, width = WIDTH } = {}): number {
  const line = size * scale * POINT * LINE;
  return text === '' ? 0 : (linesOf(text, width, size * scale) + after) * line;
}

function rowHeight(cells: readonly string[], size: number): number {
  const widths = COLUMNS[cells.length]!;
  const lines = cells.map((text, at) => linesOf(text, WIDTH * widths[at]! - 3, size));
  return Math.max(...lines) * size * POINT * LINE + 1.4;
}

/** Height of everything that is on every sheet. */
function frameHeight({ brief, newer, addresses }: SheetContent, organisation: Organisation, size: number): number {
  return (
    heightOf(readersText(organisation.kind), size) +
    heightOf(organisation.name, size, { scale: 1.9 }) +
    heightOf([...newer, brief.about].join(' '), size) +
    heightOf([...brief.stand, ...brief.change].join(' '), size, { scale: 1.15 }) +
    [brief.basis, brief.stated, brief.open].reduce((sum, each) => sum + heightOf(each.join(' '), size), 0) +
    addresses.reduce((sum, each) => sum + heightOf(each, size), 0) +
    // The notice on a made-up report, and the rules between parts.
    heightOf('x', size, { after: 2.5 })
  );
}

function listHeight(texts: readonly string[], size: number): number {
  return texts.length === 0
    ? 0
    : heightOf('x', size, { scale: 1.2, after: 1 }) +
        texts.reduce((sum, text) => sum + heightOf(text, size, { after: 0.2, width: WIDTH - 6 }), 0);
}

/** How many items of these heights fit in the room. */
function fitting(heights: readonly number[], room: number): number {
  let left = room;
  const over = heights.findIndex((height) => (left -= height) < 0);
  return over < 0 ? heights.length : over;
}

/** What fits on a sheet: everything, in the largest font that allows it; otherwise as much as fits in the smallest. */
function fitted(content: SheetContent, organisation: Organisation) {
  const { brief, themes, questions } = content;
  const rows = brief.table?.rows ?? [];
  for (const size of SIZES) {
    const room = HEIGHT - FREE - frameHeight(content, organisation, size);
    const head = brief.table ? rowHeight(brief.table.head, size) + heightOf('x', size, { scale: 1.2, after: 1 }) : 0;
    const heights = rows.map((cells) => rowHeight(cells, size));
    const told = heightOf(themes.text, size);
    const lists = told + listHeight(questions, size);
    if (heights.reduce((sum, each) => sum + each, head + lists) <= room)
      return { size, rows: rows.length, themes: themes.count, questions: questions.length };
    if (size !== SIZES.at(-1)) continue;
    // Keeps a line to say what is left out. Most of the room is for rows.
    const asked = fitting(
      questions.map((text) => heightOf(text, size, { after: 0.2 })),
      room / 3,
    );
    const hasThemes = told < room / 4;
    const besides = listHeight(questions.slice(0, asked), size) + (hasThemes ? told : 0) + heightOf('x', size);
    return {
      size,
      rows: fitting(heights, room - head - besides),
      themes: hasThemes ? themes.count : 0,
      questions: asked,
    };
  }
  throw new Error('no size of letters');
}

/** Counts what does not fit. */
function restSentence(rows: number, themes: number, ofOpen: boolean): string | null {
  const parts = [
    ...(rows > 0 ? [amount(rows, ofOpen ? 'open punt' : 'uitkomst', ofOpen ? 'open punten' : 'uitkomsten')] : []),
    ...(themes > 0 ? [amount(themes, 'thema', 'thema’s')] : []),
  ];
  return parts.length === 0
    ? null
    : `Hier ${rows + themes === 1 ? 'past' : 'passen'} nog ${parts.join(' en ')} niet bij. Alles staat op het adres onderaan.`;
}

function cut(table: BriefTable | null, rows: number): BriefTable | null {
  return table && rows > 0 ? { ...table, rows: table.rows.slice(0, rows) } : null;
}

/** The sentences around the figure that they mention; null where they mention no percentage. */
function around(figure: Brief['figure'], value: string, sentences: readonly string[]) {
  const all = sentences.join(' ');
  const at = all.indexOf(value);
  const isShare = figure?.kind === 'computed' || figure?.kind === 'bounds' || figure?.kind === 'reported';
  return isShare && at >= 0
    ? { identity: figure.identity, before: all.slice(0, at), value, after: all.slice(at + value.length) }
    : { identity: null, before: all, value: null, after: '' };
}

/** The newest norm with anything about an organisation, and later norms with nothing public. */
function normsOf(context: ReportContext, organisation: Organisation) {
  const taking = context.norms
    .filter(({ norm }) => norm.participants.some((each) => each.organisation === organisation.id))
    .toReversed();
  const at = Math.max(
    0,
    taking.findIndex((norm) => ownResults(norm, organisation) !== null),
  );
  return { main: taking[at]!, newer: taking.slice(0, at) };
}

function themesAndQuestions(context: ReportContext, norm: NormContext, organisation: Organisation) {
  const own = ownResults(norm, organisation);
  if (!own || !norm.norm.complete) return { themes: { count: 0, text: '' }, questions: [] };
  const told = themeResults(context, own);
  return {
    themes: {
      count: told.length,
      text:
        told.length === 0
          ? ''
          : `Per thema ${statusPhrase('achieved', norm.norm.statusWords)}: ${told.map(({ title, count }) => `${title}: ${count}`).join('; ')}.`,
    },
    questions: questionsOf(context, own, letterRows(context, own)).map(({ fact, question }) => `${fact}. ${question}`),
  };
}

/** An organisation's status on exactly one sheet of A4, to hand out: the contents of its page, as far as they fit. */
function sheetView(context: ReportContext, organisation: Organisation) {
  const { main, newer } = normsOf(context, organisation);
  const round = ownResults(main, organisation)?.round ?? main.latest;
  const brief = briefView(context, main, round, organisation);
  const { address } = context.settings;
  const page = link(new URL(brief.page.href, address).href, brief.page.href);
  const edition = brief.edition && link(new URL(brief.edition.href, address).href, brief.edition.href);
  const content: SheetContent = {
    brief,
    newer: [
      ...newer.map((norm) => nothingSentence(norm, organisation)),
      ...[main, ...newer].flatMap((norm) => inProgressSentence(context, norm) ?? []),
    ],
    ...themesAndQuestions(context, main, organisation),
    addresses: [
      `Alles, met bronnen: ${page.text}`,
      ...(edition ? [`Vaste cijfers, editie van ${brief.edition!.day}: ${edition.text}`] : []),
      context.settings.publisher,
    ],
  };
  const fit = fitted(content, organisation);
  const { questions, themes } = content;
  return {
    ...brief,
    salutation: readersText(organisation.kind),
    lead: around(brief.figure, brief.figure?.value ?? '', [...brief.stand, ...brief.change]),
    stated: around(brief.figure, brief.figure?.reported?.value ?? '', brief.stated),
    intro: [...content.newer, brief.about].join(' '),
    size: fit.size,
    table: cut(brief.table, fit.rows),
    themes: fit.themes > 0 ? themes.text : '',
    questions: questions.slice(0, fit.questions),
    rest: restSentence(
      (brief.table?.rows.length ?? 0) - fit.rows,
      themes.count - fit.themes,
      brief.table?.ofOpen ?? false,
    ),
    page,
    fixed: edition && { ...edition, day: brief.edition!.day },
    publisher: context.settings.publisher,
  };
}

/** A sheet for each organisation that takes part in a published norm. */
export function sheetPages(context: ReportContext): PageItem[] {
  return participations(context).map(
    ({ organisation }) =>
      new PageItem(
        context,
        {
          address: context.at.sheet(organisation.id),
          parent: context.at.organisation(organisation.id),
          organisation,
          noun: organisationNoun(organisation.name),
          back: context.to.organisation(organisation.id),
        },
        () => sheetView(context, organisation),
      ),
  );
}
