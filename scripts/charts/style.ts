import type { Config } from 'vega-lite';

/**
 * Colours by meaning. Each has one meaning only, so that in a page it can be replaced by the custom property for that
 * meaning, which adapts to light, dark and forced colours. No chart uses the colours of statuses.
 */
export const COLOUR = {
  text: '#1b2733',
  textSoft: '#4c5a68',
  line: '#d5dce3',
  paper: '#ffffff',
  main: '#0b5563',
  band: '#b9cfe6',
  reported: '#8a5a00',
  before: '#56707f',
} as const;

export type ColourName = keyof typeof COLOUR;

/** Name of a colour in kebab case, for its custom property: `text-soft` in `--chart-text-soft`. */
export function kebab(name: ColourName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export const FONT_SIZE = 13;

/**
 * Vega's limit for a text that may take `width` pixels. Without a canvas Vega assumes 0.8 em per character; here it is
 * 0.5 em, close to the average in our fonts.
 */
export function textLimit(width: number): number {
  return Math.round((width * 0.8) / 0.5);
}

/** The same limit for a browser, where Vega measures the actual text. */
export function limitInBrowser(limit: number): number {
  return Math.round((limit * 0.5) / 0.8);
}

/** Defaults of all charts: our text and colours, no frame, Dutch number format. */
export const CONFIG: Config = {
  background: 'transparent',
  font: 'system-ui, sans-serif',
  view: { stroke: null },
  axis: {
    labelColor: COLOUR.textSoft,
    labelFontSize: 12,
    title: null,
    domain: false,
    ticks: false,
    gridColor: COLOUR.line,
    labelPadding: 6,
  },
  text: { fontSize: FONT_SIZE, color: COLOUR.text },
  // The page has its own Dutch description; Vega's would be in English.
  aria: false,
  locale: { number: { decimal: ',', thousands: '.', grouping: [3], currency: ['€ ', ''] } },
};

export const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';

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

/** A text in lines of at most so many letters; a longer word has a line of its own. */
export function wrapped(text: string, most: number): string[] {
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
