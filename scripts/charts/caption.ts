/** What must be read with a picture that leaves its page: what it is, of whom, and on what it rests. */
export interface Caption {
  readonly title: string;
  /** Sentences, each of which begins on a line of its own. */
  readonly lines: readonly string[];
}

/** Letters of the title and of what stands below it, in pixels. */
export const HEADING = { size: 16, line: 21 };
export const BODY = { size: 12.5, line: 17 };

/** Without a canvas nobody can measure: letters of the widest usual font are 0.6 em on average, bold ones 0.66. */
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

/** A caption as lines that fit a width in pixels. */
export function captionLines({ title, lines }: Caption, width: number) {
  return {
    heading: wrapped(title, Math.floor(width / (HEADING.size * BOLD))),
    body: lines.flatMap((line) => wrapped(line, Math.floor(width / (BODY.size * WIDE)))),
  };
}
