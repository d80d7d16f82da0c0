/** A line of a text. */
export interface Line {
  readonly index: number;
  /** Offset of its first character. */
  readonly start: number;
  /** Without its line end. */
  readonly text: string;
  /** Width of its indentation. */
  readonly indent: number;
  /** The rest of the line. */
  readonly body: string;
}

/** A repaired line: the whole text after the repair, and the message about the mistake. */
export interface Repair {
  readonly offset: number;
  readonly message: string;
  readonly text: string;
  /** Offset in that text at which a key or an item must begin, if this is the right repair. */
  readonly begins?: number;
  /** Number of lines the repair adds before the place where the parser stumbled. */
  readonly addedLines?: number;
  /** Penalty compared with other repairs of its kind. */
  readonly oddities?: number;
}

/** Possible repairs of a line. */
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

/** Whether a line is blank or holds only a comment. */
export function isBlank({ body }: Line): boolean {
  return body === '' || body.startsWith('#');
}

/** The nearest non-blank line above one for which `fits` holds. */
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

/** The whole text with these lines in place of those from `first` on; it replaces as many as are given, or `count`. */
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

/** A line as shown in a problem. */
export function shown(text: string): string {
  const line = text.trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

/** A text in the kind of quotes it does not contain; if it contains both, in single quotes, with those doubled. */
export function inQuotes(text: string): string {
  if (!text.includes('"') && !text.includes('\\')) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** The beginning of a line up to its value: dashes, a key and its colon. */
export const KEY = String.raw`[\p{L}\p{N}_-]+`;
export const BEFORE_VALUE = new RegExp(String.raw`^(?:- +)*(?:${KEY}: +)?`, 'u');
