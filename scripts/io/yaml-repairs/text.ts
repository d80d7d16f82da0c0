import { BEFORE_VALUE, inQuotes, isBlank, KEY, shown, withLines, type Line, type Repair } from './repair.ts';

const WITH_KEY = new RegExp(String.raw`^((?:- +)*)(?:(${KEY}): +)?(.*)$`, 'u');

/** A line with its value between quotes; null where it has none of its own. */
function quotedLine({ indent, body }: Line): string | null {
  const [, dashes = '', key, value = ''] = WITH_KEY.exec(body) ?? [];
  if (value === '' || (dashes === '' && key === undefined) || /^["']/.test(value)) return null;
  return `${' '.repeat(indent)}${dashes}${key === undefined ? '' : `${key}: `}${inQuotes(value.trimEnd())}`;
}

/** `titel: Norm: het begin`. */
export function colonInText(line: Line, lines: readonly Line[]): readonly Repair[] {
  const fixed = isBlank(line) ? null : quotedLine(line);
  const from = BEFORE_VALUE.exec(line.body)![0].length;
  const colon = line.body.slice(from).search(/:(?=\s|$)/);
  // A list or a group has colons of its own.
  return fixed && colon >= 0 && !/^[[{]/.test(line.body.slice(from))
    ? [
        {
          offset: line.start + line.indent + from + colon,
          message: `een tekst met een dubbele punt en een spatie hoort tussen aanhalingstekens; schrijf ${shown(fixed)}`,
          text: withLines(lines, line.index, [fixed]),
        },
      ]
    : [];
}

/** A text that begins with a sign to which YAML gives a meaning. */
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

/** A list or a group that is not closed on its line. */
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
