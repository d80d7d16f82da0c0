import { invisibleIn, withoutInvisible } from '../../model/invisible.ts';
import { isBlank, KEY, lineAbove, shown, withLines, type Line, type Repair } from './repair.ts';

/** A non-breaking space or an invisible character where YAML wants a space. */
export function hardSpace(line: Line, lines: readonly Line[]): readonly Repair[] {
  const found = invisibleIn(line.text);
  return found && !isBlank(line)
    ? [
        {
          offset: line.start + found.index,
          message: found.isSpace
            ? `hier staat ${found.name}, die op een gewone spatie lijkt; typ er een gewone spatie voor in de plaats`
            : `hier staat ${found.name}; haal het weg, of typ deze regel opnieuw`,
          text: withLines(lines, line.index, [withoutInvisible(line.text)]),
        },
      ]
    : [];
}

const NO_SPACE = new RegExp(String.raw`(^(?:- +)*|[{,]\s*)(${KEY}):(?=[^\s:/,}\]])`, 'u');

/** `plan:behaald`, also between braces. */
export function colonWithoutSpace(line: Line, lines: readonly Line[]): readonly Repair[] {
  if (isBlank(line)) return [];
  const found = NO_SPACE.exec(line.body);
  if (!found) return [];
  const colon = found.index + found[0].length - 1;
  const body = `${line.body.slice(0, colon + 1)} ${line.body.slice(colon + 1)}`;
  return [
    {
      offset: line.start + line.indent + colon,
      message: `na de dubbele punt ontbreekt een spatie; schrijf ${shown(body)}`,
      text: withLines(lines, line.index, [' '.repeat(line.indent) + body]),
    },
  ];
}

const SIGNS: Readonly<Record<string, string>> = {
  ';': 'een puntkomma',
  '=': 'een isgelijkteken',
  ',': 'een komma',
  '.': 'een punt',
  '?': 'een vraagteken',
};
const OTHER_SIGN = new RegExp(String.raw`(^(?:- +)*|[{,]\s*)(${KEY})\s*([;=]|[,.?](?=\s|$))\s*(?=\S|$)`, 'u');

/** `plan; behaald` and `plan = behaald`. */
export function otherSign(line: Line, lines: readonly Line[]): readonly Repair[] {
  if (isBlank(line)) return [];
  const found = OTHER_SIGN.exec(line.body);
  if (!found) return [];
  const [whole, before = '', key = '', sign = ';'] = found;
  const rest = line.body.slice(found.index + whole.length);
  const body = `${line.body.slice(0, found.index)}${before}${key}:${rest === '' ? '' : ` ${rest}`}`;
  return [
    {
      offset: line.start + line.indent + found.index + whole.indexOf(sign, before.length + key.length),
      message: `hier staat ${SIGNS[sign]} waar een dubbele punt hoort; schrijf ${shown(body)}`,
      text: withLines(lines, line.index, [' '.repeat(line.indent) + body]),
    },
  ];
}

const STATUSES = [
  'behaald',
  'deels behaald',
  'niet behaald',
  'niet van toepassing',
  'niet beoordeeld',
  'niet openbaar',
];
const STATUS = new RegExp(String.raw`^(${KEY}):\s+(${STATUSES.join('|')})\s*(?:#.*)?$`, 'u');

/** `toelichting:` under `plan: deels behaald`. */
export function detailsUnderWord(line: Line, lines: readonly Line[]): readonly Repair[] {
  const above = lineAbove(line, lines);
  const found = above && STATUS.exec(above.body);
  if (!above || !found || line.indent <= above.indent || isBlank(line)) return [];
  // A row indented too far is not a detail of the row above.
  if (STATUS.test(line.body) || !/^\S+:\s+\S/.test(line.body)) return [];
  const [, key, status] = found;
  return [
    {
      offset: line.start + line.indent,
      message: `onder een status in één woord kan niets meer staan; schrijf op de regel erboven alleen "${key}:", daaronder "status: ${status}", en dan pas deze regel, even ver ingesprongen`,
      text: withLines(
        lines,
        above.index,
        [`${' '.repeat(above.indent)}${key}:`, `${' '.repeat(line.indent)}status: ${status}`],
        1,
      ),
      addedLines: 1,
    },
  ];
}

const SCOPE = /(\bbereik:\s+(?:thema|organisatie)):\s+(?=\S)/;

/** `bereik: organisatie: adam`, where a colon without a space belongs. */
export function scopeWithSpace(line: Line, lines: readonly Line[]): readonly Repair[] {
  const found = isBlank(line) ? null : SCOPE.exec(line.body);
  if (!found) return [];
  const body = line.body.replace(SCOPE, '$1:');
  return [
    {
      offset: line.start + line.indent + found.index + found[1]!.length,
      message: `in een bereik staat na deze dubbele punt geen spatie; schrijf ${shown(body)}`,
      text: withLines(lines, line.index, [' '.repeat(line.indent) + body]),
    },
  ];
}

/** Fields of which people write the most important one in their place. */
const FIRST_FIELD: Readonly<Record<string, string>> = {
  beoordeling: 'door',
  telling: 'totaal',
  looptijd: 'van',
  toegankelijkheid: 'status',
};
const FIRST = new RegExp(String.raw`^(${Object.keys(FIRST_FIELD).join('|')}):\s+(\S.*?)\s*$`, 'u');

/** `toelichting:` under `beoordeling: elkaar`. */
export function fieldsUnderWord(line: Line, lines: readonly Line[]): readonly Repair[] {
  const above = lineAbove(line, lines);
  const found = above && FIRST.exec(above.body);
  if (!above || !found || line.indent <= above.indent || isBlank(line)) return [];
  const [, key = '', word = ''] = found;
  const field = FIRST_FIELD[key]!;
  return [
    {
      offset: above.start + above.indent + key.length + 2,
      message: `onder een waarde kan niets meer staan; schrijf op deze regel alleen "${key}:", en daaronder "${field}: ${word}", even ver ingesprongen als de regel die er al staat`,
      text: withLines(
        lines,
        above.index,
        [`${' '.repeat(above.indent)}${key}:`, `${' '.repeat(line.indent)}${field}: ${word}`],
        1,
      ),
      addedLines: 1,
    },
  ];
}

/** `-gemeente`, `* gemeente`, and a line without a dash in a list of words. */
export function missingDash(line: Line, lines: readonly Line[]): readonly Repair[] {
  if (isBlank(line) || /:(?:\s|$)/.test(line.body)) return [];
  const other = /^[*•–—+](?= +\S)/u.exec(line.body);
  const tight = /^-(?=[^\s-])/.test(line.body);
  const isBeside = [lines[line.index - 1], lines[line.index + 1]].some(
    (each) => each && each.indent === line.indent && /^- /.test(each.body),
  );
  if (!tight && (!isBeside || /^- /.test(line.body))) return [];
  const body = `- ${tight || other ? line.body.slice(1).trimStart() : line.body}`;
  const wrong = other
    ? 'een regel van een lijst begint met een streepje'
    : tight
      ? 'na het streepje ontbreekt een spatie'
      : 'voor deze regel van een lijst ontbreekt een streepje';
  return [
    {
      offset: line.start + line.indent,
      message: `${wrong}; schrijf ${shown(body)}`,
      text: withLines(lines, line.index, [' '.repeat(line.indent) + body]),
    },
  ];
}

const NO_COLON = new RegExp(String.raw`^((?:- +)*)(${KEY})(\s+\S.*)?$`, 'u');

/** `regio Proefland`, or a line such as `resultaten`. */
export function missingColon(line: Line, lines: readonly Line[]): readonly Repair[] {
  const found = isBlank(line) ? null : NO_COLON.exec(line.body);
  if (!found) return [];
  const [, dashes = '', key = '', rest = ''] = found;
  const body = `${dashes}${key}:${rest}`;
  return [
    {
      offset: line.start + line.indent + dashes.length,
      message: `na "${key}" ontbreekt een dubbele punt; schrijf ${shown(body)}`,
      text: withLines(lines, line.index, [' '.repeat(line.indent) + body]),
    },
  ];
}
