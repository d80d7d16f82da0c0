import { isBlank, lineAbove, withLines, type Line, type Repair } from './repair.ts';

/** How many lines up and down to look for an example of the right indentation. */
const AROUND = 12;

/** How far from the place where the parser stumbled to look for a wrong indentation. */
export const INDENT_LINES = 25;

function spaces(count: number): string {
  return count === 1 ? '1 spatie' : `${count} spaties`;
}

/** Possible mistakes in the indentation of a line, or in the line that should be above it. */
export function indentRepairs(line: Line, lines: readonly Line[]): readonly Repair[] {
  return isBlank(line) ? [] : [...moved(line, lines), ...headless(line, lines), ...dashless(line, lines)];
}

/** Width of the dashes that a line begins with. */
function dashes({ body }: Pick<Line, 'body'>): number {
  return /^(?:- +)*/.exec(body)![0].length;
}

/** The lines from a given one that are indented as far or further, and so move with it. */
function blockOf(line: Line, lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((each) => each.index > line.index && !isBlank(each) && each.indent <= line.indent);
  return lines.slice(line.index, end < 0 ? lines.length : end);
}

function moved(line: Line, lines: readonly Line[]): readonly Repair[] {
  const around = lines
    .slice(Math.max(0, line.index - AROUND), line.index + 3)
    .filter((each) => each !== line && !isBlank(each));
  // Also as far as the text after a list item's dash.
  const targets = new Set(around.flatMap(({ indent, body }) => [indent, indent + dashes({ body }), indent + 2]));
  targets.delete(line.indent);
  const block = blockOf(line, lines);
  return [...targets].flatMap((target) =>
    [...new Set([1, block.length])].map((count): Repair => ({
      offset: line.start + line.indent,
      message: `deze regel springt ${target < line.indent ? 'te ver' : 'niet ver genoeg'} in, of de regel erboven ontbreekt; ${target === 0 ? 'haal de spaties ervoor weg' : `zet er ${spaces(target)} voor`}, of zet die regel terug`,
      text: withLines(
        lines,
        line.index,
        block.slice(0, count).map((each) => ' '.repeat(Math.max(0, each.indent + target - line.indent)) + each.body),
      ),
      ...(isInBlock(line, lines, target) ? {} : { begins: line.start + target + dashes(line) }),
      oddities: unevenness(line, lines, target) + (count > 1 ? 1 : 0),
    })),
  );
}

/** Whether a line, indented that far, belongs to a block text that began above it with `|` or `>`. */
function isInBlock(line: Line, lines: readonly Line[], indent: number): boolean {
  const head = lineAbove(line, lines, (each) => each.indent < indent);
  return /[|>][-+0-9]*\s*$/.test(head?.body ?? '');
}

/** How much more regular the indentation around a line becomes if it is indented that far; below 0 for less. */
function unevenness(line: Line, lines: readonly Line[], indent: number): number {
  const written = lines.filter((each) => !isBlank(each));
  const at = written.indexOf(line);
  const near = written.slice(Math.max(0, at - AROUND), at + AROUND);
  return stepsIn(near.map((each) => (each === line ? indent : each.indent))) - stepsIn(near.map((each) => each.indent));
}

/** Steps in and out; a step is normally two spaces, and any other width counts twice. */
function stepsIn(indents: readonly number[]): number {
  const steps = indents.flatMap((each, index) => (index > 0 ? [each - indents[index - 1]!] : []));
  return steps.filter((step) => step !== 0).length + steps.filter((step) => step > 0 && step !== 2).length;
}

const IS_LIST = 'boven deze lijst ontbreekt een regel met haar naam, zoals "deelnemers:"; zet die terug';
const IS_GROUP =
  'boven deze regel ontbreekt de regel waar zij onder hoort (een naam met een dubbele punt), of zij springt te ver in; zet die regel terug, of haal de spaties weg';

/** A list or group whose name is missing, so that it ends up under a text. */
function headless(line: Line, lines: readonly Line[]): readonly Repair[] {
  const above = lineAbove(line, lines);
  if (!above || /:\s*(?:#.*)?$/.test(above.body)) return [];
  const isList = /^- /.test(line.body);
  const indents = new Set(
    lines
      .slice(Math.max(0, line.index - AROUND), line.index)
      .flatMap((each) => (isBlank(each) ? [] : [each.indent, each.indent + dashes(each)]))
      .filter((indent) => (isList ? indent <= line.indent : indent < line.indent)),
  );
  return [...indents].map((indent) => ({
    offset: line.start + line.indent,
    message: isList ? IS_LIST : IS_GROUP,
    text: withLines(lines, line.index, [`${' '.repeat(indent)}x:`, line.text], 1),
    begins: line.start + indent + 3 + line.indent + dashes(line),
    addedLines: 1,
    oddities: (isList ? -1 : 0) + (line.indent - indent === 2 ? 0 : 1),
  }));
}

/** The first line of a record in a list, without its dash. */
function dashless(line: Line, lines: readonly Line[]): readonly Repair[] {
  if (line.indent < 2 || /^- /.test(line.body)) return [];
  const above = lineAbove(line, lines);
  const isFirst = above !== undefined && /:\s*(?:#.*)?$/.test(above.body) && above.indent < line.indent;
  return [
    {
      offset: line.start + line.indent,
      message:
        'voor deze regel ontbreekt het streepje waarmee een nieuw onderdeel van de lijst begint, of de regel die ermee begint; zet die terug, zoals "- id: …"',
      text: withLines(lines, line.index, [`${' '.repeat(line.indent - 2)}- ${line.body}`]),
      begins: line.start + line.indent,
      oddities: isFirst ? -3 : 1,
    },
  ];
}
