/** A line of a text. */
export interface Line {
  readonly index: number;
  /** Offset at which it begins. */
  readonly start: number;
  /** Without its end. */
  readonly text: string;
  /** How far it is indented. */
  readonly indent: number;
  /** What stands after that. */
  readonly body: string;
}

/** A line put right: what the whole text is then, and what is said of the mistake. */
export interface Repair {
  readonly offset: number;
  readonly message: string;
  readonly text: string;
  /** Where a key or an item must begin in that text, if this is what was meant. */
  readonly begins?: number;
  /** How many lines the repair adds before the place where the parser stumbled. */
  readonly addedLines?: number;
  /** How much less likely this is than another repair of its sort. */
  readonly oddities?: number;
}

/** What can be put right about a line. */
export type Recognise = (line: Line, lines: readonly Line[]) => readonly Repair[];

export function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((raw, index) => {
    const each = raw.replace(/\r$/, '');
    const indent = /^ */.exec(each)![0].length;
    const line = { index, start, text: each, indent, body: each.slice(indent) };
    start += raw.length + 1;
    return line;
  });
}

/** Whether nothing is written on a line but, perhaps, a remark. */
export function isBlank({ body }: Line): boolean {
  return body === '' || body.startsWith('#');
}

/** The last line above one that is not blank, of those that `fits` holds for. */
export function lineAbove(
  { index }: Line,
  lines: readonly Line[],
  fits: (line: Line) => boolean = () => true,
): Line | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at]!;
    if (!isBlank(line) && fits(line)) return line;
  }
  return undefined;
}

/**
 * The whole text with these lines in place of those from `first` on; as many as are given, unless `count` says
 * otherwise.
 */
export function withLines(
  lines: readonly Line[],
  first: number,
  replaced: readonly string[],
  count: number = replaced.length,
): string {
  return [
    ...lines.slice(0, first).map(({ text }) => text),
    ...replaced,
    ...lines.slice(first + count).map(({ text }) => text),
  ].join('\n');
}

/** A line as a problem shows it. */
export function shown(text: string): string {
  const line = text.trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

/** A text between the quotes that do not occur in it; where both do, between apostrophes, with those in it twice. */
export function inQuotes(text: string): string {
  if (!text.includes('"') && !text.includes('\\')) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** The begin of a line up to its value: dashes, a key, and its colon. */
export const KEY = String.raw`[\p{L}\p{N}_-]+`;
export const BEFORE_VALUE = new RegExp(String.raw`^(?:- +)*(?:${KEY}: +)?`, 'u');
