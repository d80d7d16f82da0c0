import { TemplateFault } from '../../cli/system-error.ts';

/** HTML that is printed as it is. */
export class Safe {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }
}

/** A macro, or what `{% call %}` hands on to one. */
export interface Macro {
  (...args: readonly unknown[]): Safe;
  /** The names of its parameters, in their order. */
  readonly parameters?: readonly string[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
  '\\': '&#92;',
};

const SPECIAL = /[&"'<>\\]/;
const EVERY_SPECIAL = /[&"'<>\\]/g;

/** Text within HTML, the same as Nunjucks writes it. */
export function escape(text: string): string {
  return SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (character) => ESCAPES[character]!) : text;
}

/** What compiled templates call; `at` says where in which template. */
export const runtime = {
  Safe,

  /** A value as HTML. Throws where there is none: a misspelt name is an error, not an empty place. */
  print: (value: unknown, at: string): string => {
    if (typeof value === 'string') return escape(value);
    if (value instanceof Safe) return value.html;
    if (value === undefined || value === null)
      throw new TemplateFault(`${at}: hier is niets om te tonen; staat de naam er goed?`);
    return escape(String(value));
  },

  /** A value that a filter is given. Throws where there is none, as `print` does. */
  given: (value: unknown, at: string): unknown => {
    if (value === undefined || value === null)
      throw new TemplateFault(`${at}: hier is niets voor het filter; staat de naam er goed?`);
    return value;
  },

  /** What a loop goes through. */
  list: (value: unknown, at: string): readonly unknown[] => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) throw new TemplateFault(`${at}: dit is geen lijst`);
    return value;
  },

  macro: (run: (...args: readonly unknown[]) => Safe, parameters: readonly string[]): Macro =>
    Object.assign(run, { parameters }),

  /** A macro that is about to be called. */
  callable: (macro: unknown, at: string): Macro => {
    if (typeof macro !== 'function') throw new TemplateFault(`${at}: dit is niets dat kan worden aangeroepen`);
    return macro as Macro;
  },

  /** A call in which some arguments are given by name. */
  callNamed: (macro: Macro, args: readonly unknown[], named: Readonly<Record<string, unknown>>, at: string): Safe => {
    const { parameters = [] } = macro;
    const all = [...args];
    for (const [name, value] of Object.entries(named)) {
      const place = parameters.indexOf(name);
      if (place < 0) throw new TemplateFault(`${at}: hier wordt "${name}" meegegeven, en daar is geen plaats voor`);
      all[place] = value;
    }
    return macro(...all);
  },
};

/** What templates may do with a value beside printing it: the value, and what stands in brackets behind the filter. */
export type Filters = Readonly<Record<string, (value: never, ...args: readonly never[]) => unknown>>;

/** Filters that Nunjucks has too. */
export const COMMON_FILTERS: Filters = {
  safe: (html: unknown) => (html instanceof Safe ? html : new Safe(String(html))),
  forceescape: (value: unknown) => new Safe(escape(String(value))),
  join: (list: readonly unknown[], between = '') => list.join(between),
  lower: (text: unknown) => String(text).toLowerCase(),
};
