import type { LoggerInterface } from 'vega';

const WARN = 2;

/** Throws on any warning from Vega, since it means that a chart does not show what it should. */
export class StrictLogger implements LoggerInterface {
  level(): number;
  level(level: number): this;
  level(level?: number): number | this {
    return level === undefined ? WARN : this;
  }

  error(...words: readonly unknown[]): this {
    throw new Error(`Vega: ${words.map((word) => (word instanceof Error ? word.message : String(word))).join(' ')}`);
  }

  warn(...words: readonly unknown[]): this {
    return this.error(...words);
  }

  info(): this {
    return this;
  }

  debug(): this {
    return this;
  }
}
