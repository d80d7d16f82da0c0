/** A text in code: the fixed parts between its placeholders. */
export interface Literal {
  readonly line: number;
  readonly parts: readonly string[];
}

/** Whether a value ends here, so that a slash after it divides; otherwise it starts a regular expression. */
function endsValue(before: string): boolean {
  return /[\w)\]}'"`$]$/.test(before.trimEnd()) && !/\b(?:return|typeof|case|in|of)$/.test(before.trimEnd());
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/**
 * Finds the texts in TypeScript: quoted ones, and templates with the texts inside them. Sufficient for this project,
 * but not a parser.
 */
class Scanner {
  readonly found: Literal[] = [];
  #at = 0;
  readonly #code: string;

  constructor(code: string) {
    this.#code = code;
  }

  /** Reads code up to its end, or to the brace that closes a placeholder in a template. */
  code(): void {
    for (let depth = 0; this.#at < this.#code.length;) {
      const rest = this.#code.slice(this.#at, this.#at + 2);
      const [sign = ''] = rest;
      if (rest === '//') this.#to('\n');
      else if (rest === '/*') this.#to('*/');
      else if (sign === '/' && !endsValue(this.#code.slice(0, this.#at))) this.#expression();
      else if (sign === "'" || sign === '"') this.#quoted(sign);
      else if (sign === '`') this.#template();
      else {
        this.#at++;
        if (sign === '{') depth++;
        if (sign === '}' && depth-- === 0) return;
      }
    }
  }

  #to(end: string): void {
    const found = this.#code.indexOf(end, this.#at);
    this.#at = found < 0 ? this.#code.length : found + end.length;
  }

  #expression(): void {
    for (let within = false, first = true; first || within || this.#code[this.#at] !== '/'; first = false) {
      if (!first && this.#code[this.#at] === '[') within = true;
      if (this.#code[this.#at] === ']') within = false;
      this.#at += this.#code[this.#at] === '\\' ? 2 : 1;
    }
    this.#at++;
  }

  #sign(): string {
    if (this.#code[this.#at] !== '\\') return this.#code[this.#at++]!;
    this.#at += 2;
    const escaped = this.#code[this.#at - 1]!;
    return ESCAPES[escaped] ?? escaped;
  }

  #quoted(quote: string): void {
    const start = this.#at++;
    let text = '';
    while (this.#code[this.#at] !== quote) text += this.#sign();
    this.#at++;
    this.#keep(start, [text]);
  }

  #template(): void {
    const start = this.#at++;
    const parts = [''];
    while (this.#code[this.#at] !== '`') {
      if (this.#code.startsWith('${', this.#at)) {
        this.#at += 2;
        this.code();
        parts.push('');
      } else parts[parts.length - 1] += this.#sign();
    }
    this.#at++;
    this.#keep(start, parts);
  }

  #keep(start: number, parts: readonly string[]): void {
    this.found.push({ line: this.#code.slice(0, start).split('\n').length, parts });
  }
}

/** Every text in a file of code. */
export function literalsIn(code: string): readonly Literal[] {
  const scanner = new Scanner(code);
  scanner.code();
  return scanner.found;
}
