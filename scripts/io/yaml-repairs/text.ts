import { BEFORE_VALUE, inQuotes, isBlank, KEY, type Line, type Repair, shown, withLines } from './repair.ts';

/** A value between braces or brackets that begins and ends with a quote and contains that quote. */
const IN_FLOW = /(?<=[:,[{]\s*)(["'])([^\n]*?)\1(?=\s*[,}\]]|\s*$)/gu;

function repaired(
  line: Line,
  lines: readonly Line[],
  from: number,
  to: number,
  offset: number,
  content: string,
): Repair {
  const [quote] = line.text.slice(from);
  const fixed = inQuotes(content);
  return {
    offset: line.start + offset,
    message: `deze tekst begint met ${quote} en eindigt dus al bij dit teken; zet haar tussen ${
      fixed.startsWith('"') ? 'dubbele' : 'enkele'
    } aanhalingstekens: ${shown(fixed)}`,
    text: withLines(lines, line.index, [line.text.slice(0, from) + fixed + line.text.slice(to)]),
  };
}

/** An apostrophe in single-quoted text, a quotation in double-quoted text, or an unclosed quote. */
export function quoteRepairs(line: Line, lines: readonly Line[]): readonly Repair[] {
  if (isBlank(line)) return [];
  const before = line.indent + BEFORE_VALUE.exec(line.body)![0].length;
  const value = line.text.slice(before).replace(/\s+$/, '');
  const quote = value[0];
  const repairs: Repair[] = [];
  if (quote === '"' || quote === "'") {
    const inner = value.slice(1);
    const early = firstEnd(inner, quote);
    const content = inner.endsWith(quote) ? inner.slice(0, -1) : inner;
    if (early >= 0 && early < inner.length - 1)
      repairs.push(repaired(line, lines, before, before + value.length, before + 1 + early, unescaped(content, quote)));
    if (early < 0 && new RegExp(`^${KEY}:\\s`, 'u').test(inner))
      repairs.push({
        offset: line.start + before,
        message: `voor de naam van een veld staat een aanhalingsteken (${quote}); haal het weg`,
        text: withLines(lines, line.index, [line.text.slice(0, before) + inner]),
      });
    else if (early < 0)
      repairs.push({
        offset: line.start + before,
        message: `hier begint een tekst met een aanhalingsteken (${quote}) dat aan het eind ontbreekt; zet het er ook achter, of haal het hier weg`,
        text: withLines(lines, line.index, [line.text.slice(0, before) + value + quote]),
      });
  }
  for (const found of line.text.matchAll(IN_FLOW)) {
    const [whole, sign = '"'] = found;
    // Up to the last such character before whatever ends a value.
    const rest = line.text.slice(found.index + 1);
    const last = [...rest.matchAll(new RegExp(`${sign}(?=\\s*[,}\\]])`, 'gu'))].at(-1);
    const content = rest.slice(0, last?.index ?? whole.length - 2);
    const early = firstEnd(content, sign);
    if (early >= 0)
      repairs.push(
        repaired(
          line,
          lines,
          found.index,
          found.index + content.length + 2,
          found.index + 1 + early,
          unescaped(content, sign),
        ),
      );
  }
  return repairs;
}

/** Offset at which the parser ends a quoted text; -1 if it does not. */
function firstEnd(text: string, quote: string): number {
  for (let at = 0; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return -1;
}

function unescaped(text: string, quote: string): string {
  return quote === "'" ? text.replaceAll("''", "'") : text;
}

const WITH_KEY = new RegExp(String.raw`^((?:- +)*)(?:(${KEY}): +)?(.*)$`, 'u');

/** A line with its value in quotes; null if it has no value of its own. */
function quotedLine({ indent, body }: Line): string | null {
  const [, dashes = '', key, value = ''] = WITH_KEY.exec(body) ?? [];
  if (value === '' || (dashes === '' && key === undefined) || /^["']/.test(value)) return null;
  return `${' '.repeat(indent)}${dashes}${key === undefined ? '' : `${key}: `}${inQuotes(value.trimEnd())}`;
}

/** Added to the message if the word before a colon is likely a field name: it has a hyphen, or begins another line. */
function anotherLine({ body }: Line, lines: readonly Line[], from: number, colon: number): string {
  const word = /(?<=\S +)[\p{Ll}\d]+(?:[-_][\p{Ll}\d]+)*$/u.exec(body.slice(from, from + colon))?.[0];
  if (word === undefined) return '';
  const isField = /[-_]/.test(word) || lines.some((each) => each.body.replace(/^(?:- +)*/, '').startsWith(`${word}:`));
  return isField ? `; begint met "${word}:" een nieuwe regel, zet die dan op een eigen regel` : '';
}

/** `titel: Norm: het begin`. */
export function colonInText(line: Line, lines: readonly Line[]): readonly Repair[] {
  const fixed = isBlank(line) ? null : quotedLine(line);
  const from = BEFORE_VALUE.exec(line.body)![0].length;
  const colon = line.body.slice(from).search(/:(?=\s|$)/);
  // A list or group has colons of its own.
  return fixed && colon >= 0 && !/^[[{]/.test(line.body.slice(from))
    ? [
        {
          offset: line.start + line.indent + from + colon,
          message: `een tekst met een dubbele punt en een spatie hoort tussen aanhalingstekens; schrijf ${shown(fixed)}${anotherLine(line, lines, from, colon)}`,
          text: withLines(lines, line.index, [fixed]),
        },
      ]
    : [];
}

/** A text that begins with a character that has a meaning in YAML. */
export function specialStart(line: Line, lines: readonly Line[]): readonly Repair[] {
  const fixed = isBlank(line) ? null : quotedLine(line);
  const from = BEFORE_VALUE.exec(line.body)![0].length;
  const sign = line.body[from];
  return fixed && sign !== undefined && '@`%*&![]{},'.includes(sign)
    ? [
        {
          offset: line.start + line.indent + from,
          message: `een tekst die met ${sign} begint, hoort tussen aanhalingstekens; schrijf ${shown(fixed)}`,
          text: withLines(lines, line.index, [fixed]),
        },
      ]
    : [];
}

const PAIRS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** A list or group that is not closed on its line. */
export function closed(line: Line, lines: readonly Line[]): readonly Repair[] {
  if (isBlank(line)) return [];
  const open: { readonly sign: string; readonly at: number }[] = [];
  for (const [at, sign] of [...line.text].entries()) {
    if (sign in PAIRS) open.push({ sign, at });
    else if (open.length > 0 && PAIRS[open.at(-1)!.sign] === sign) open.pop();
  }
  const first = open[0];
  if (!first) return [];
  const end = open
    .toReversed()
    .map(({ sign }) => PAIRS[sign])
    .join('');
  return [
    {
      offset: line.start + first.at,
      message: `${first.sign === '[' ? 'een lijst die met [ begint' : 'een groep die met { begint'}, is niet afgesloten; zet ${end} aan het eind, of zet een gewone tekst tussen aanhalingstekens`,
      text: withLines(lines, line.index, [line.text.trimEnd() + end]),
    },
  ];
}
