/** Text that goes with a picture outside its page: what it shows, about whom, and on which sources. */
export interface Caption {
  readonly title: string;
  /** Sentences, each starting on a new line. */
  readonly lines: readonly string[];
}

/** Font size and line height of the title and of the text below it, in pixels. */
export const HEADING = { size: 16, line: 21 };
export const BODY = { size: 12.5, line: 17 };

/** Average width of a character in em, for the widest common font. There is no canvas to measure text with. */
const WIDE = 0.6;
const BOLD = 0.66;

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > most && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** The lines of a caption, wrapped to a width in pixels. */
export function captionLines({ title, lines }: Caption, width: number) {
  return {
    heading: wrapped(title, Math.floor(width / (HEADING.size * BOLD))),
    body: lines.flatMap((line) => wrapped(line, Math.floor(width / (BODY.size * WIDE)))),
  };
}
