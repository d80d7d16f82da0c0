import type { Config } from 'vega-lite';

/**
 * Colours by what they mean. Each is used for one meaning only, so that in a page it can be replaced by the custom
 * property of that meaning, which knows light, dark and forced colours. Those of statuses belong to statuses: no chart
 * has them.
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

/** A colour's name as part of that of its custom property: `--chart-not-achieved`. */
export function kebab(name: ColourName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export const FONT_SIZE = 13;

/**
 * Limit for a text that may take `width` pixels. Without a canvas Vega takes every letter for 0.8 em wide, while
 * letters of the fonts that we use are 0.55 em on average.
 */
export function textLimit(width: number): number {
  return Math.round((width * 0.8) / 0.5);
}

/** What such a limit is in a browser, where Vega measures the letters themselves. */
export function limitInBrowser(limit: number): number {
  return Math.round((limit * 0.5) / 0.8);
}

/** What all charts share: our own text and colours, no frame, Dutch numbers. */
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
  // The page describes the data itself; Vega need not describe it to screen readers in English.
  aria: false,
  locale: { number: { decimal: ',', thousands: '.', grouping: [3], currency: ['€ ', ''] } },
};

export const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';
