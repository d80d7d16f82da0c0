import type { Config } from 'vega-lite';
import type { Status } from '../model/round.ts';

/**
 * Colours by what they mean, from Okabe and Ito's palette. Each is used for one meaning only, so that in a page it can be
 * replaced by the custom property of that meaning, which knows light, dark and forced colours.
 */
export const COLOUR = {
  achieved: '#009e73',
  partly: '#0072b2',
  notAchieved: '#d55e00',
  notAssessed: '#cc79a7',
  notPublic: '#6b7680',
  notApplicable: '#8a949d',
  /** Text on a light and on a dark colour of a status. */
  onLight: '#0b1217',
  onDark: '#fdfefe',
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

export const STATUS_COLOUR_NAME: Readonly<Record<Status, ColourName>> = {
  achieved: 'achieved',
  'partly-achieved': 'partly',
  'not-achieved': 'notAchieved',
  'not-assessed': 'notAssessed',
  'not-public': 'notPublic',
  'not-applicable': 'notApplicable',
};

/** What a status looks like in a chart: never told by colour alone. */
export const STATUS_COLOUR: Readonly<Record<Status, { readonly fill: string; readonly text: string }>> = {
  achieved: { fill: COLOUR.achieved, text: COLOUR.onLight },
  'partly-achieved': { fill: COLOUR.partly, text: COLOUR.onDark },
  'not-achieved': { fill: COLOUR.notAchieved, text: COLOUR.onLight },
  'not-assessed': { fill: COLOUR.notAssessed, text: COLOUR.onLight },
  'not-public': { fill: COLOUR.notPublic, text: COLOUR.onDark },
  'not-applicable': { fill: COLOUR.notApplicable, text: COLOUR.onLight },
};

export const FONT_SIZE = 13;

/**
 * Limit for a text that may take `width` pixels. Without a canvas Vega takes every letter for 0.8 em wide, while letters
 * of the fonts that we use are 0.55 em on average.
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
