import { YAMLException } from 'js-yaml';
import type { SourceNode } from '../model/tree.ts';
import {
  colonWithoutSpace,
  detailsUnderWord,
  fieldsUnderWord,
  hardSpace,
  missingColon,
  missingDash,
  otherSign,
  scopeWithSpace,
} from './yaml-repairs/colon.ts';
import { INDENT_LINES, indentRepairs } from './yaml-repairs/indent.ts';
import { type Line, linesOf, type Recognise, type Repair } from './yaml-repairs/repair.ts';
import { closed, colonInText, quoteRepairs, specialStart } from './yaml-repairs/text.ts';

/** What the parser says (js-yaml 5.5), and what it means to someone who does not know YAML; the first match counts. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/tab characters/, 'deze regel springt in met een tab; gebruik spaties'],
  [
    /bad indentation of a mapping/,
    'hier is het bestand niet te lezen: let op het inspringen, en zet tekst met ": " of een vreemd teken vooraan tussen aanhalingstekens',
  ],
  [
    /bad indentation of a sequence|deficient indentation/,
    'hier is het bestand niet te lezen: deze regel springt te veel of te weinig in, of een aanhalingsteken of een lijst is niet goed afgesloten',
  ],
  [
    /within a flow collection|missed comma|found ','/,
    'hier is het bestand niet te lezen: een lijst [ … ] of groep { … } is niet goed afgesloten',
  ],
  [/quoted scalar/, 'hier is het bestand niet te lezen: een aanhalingsteken is geopend en niet gesloten'],
  [
    /unknown escape|hexadecimal/,
    'hier is het bestand niet te lezen: na \\ staat binnen dubbele aanhalingstekens een teken dat daar niet kan; gebruik enkele aanhalingstekens',
  ],
  [
    /expected ':'|multiline key|document separator/,
    'hier is het bestand niet te lezen: hier hoort "naam: waarde"; staat er een dubbele punt, en springt de regel goed in?',
  ],
  [
    /line break is expected|block scalar|repeat of/,
    'achter | of > hoort op die regel niets meer; begin de tekst op de volgende regel',
  ],
  [/maxDepth/, 'hier zitten meer dan 20 lagen in elkaar; let op het inspringen, of haal lagen weg'],
  [/null byte|non-printable|valid JSON character/, 'hier staat een onzichtbaar teken dat geen tekst is; haal het weg'],
  [/tag/i, 'tekst die met ! begint, hoort tussen aanhalingstekens; een aanduiding (tag) kan hier niet'],
  [/alias/, 'tekst die met * begint, hoort tussen aanhalingstekens; een verwijzing (alias) kan hier niet'],
  [
    /anchor/,
    'tekst die met & begint, hoort tussen aanhalingstekens; een naam om naar te verwijzen (anker) kan hier niet',
  ],
  [/directive|YAML version/, 'een regel kan hier niet met % beginnen; haal die regel weg'],
];

/** Certain at the place where the parser stops: no common mistake in punctuation or spacing hides behind it. */
const CERTAIN = /tab characters|maxDepth|null byte|non-printable|valid JSON character|directive|YAML version/;

export function isCertain(error: unknown): boolean {
  return error instanceof YAMLException && CERTAIN.test(error.reason);
}

/** An error of the YAML parser, in Dutch. */
export function yamlMessage(error: unknown): string {
  const reason = error instanceof YAMLException ? error.reason : '';
  return (
    MESSAGES.find(([pattern]) => pattern.test(reason))?.[1] ??
    'hier is het bestand niet te lezen; vergelijk deze regel en die erboven met een ander bestand'
  );
}

/** What is wrong with a text that is not YAML, and at which offset. */
interface Diagnosis {
  readonly offset: number;
  readonly message: string;
}

/** Common mistakes, most specific first: if a line matches several, the first is reported. */
const RECOGNISE: readonly (readonly Recognise[])[] = [
  [hardSpace],
  [scopeWithSpace],
  [colonWithoutSpace],
  [otherSign],
  [detailsUnderWord, fieldsUnderWord],
  [quoteRepairs],
  [missingDash],
  [missingColon],
  [colonInText],
  [closed],
  [specialStart],
  [indentRepairs],
];

const MARKER = /^(?:<{7}|={7}|>{7})(?=\s|$)/m;

/** A merge conflict left in the text, at its first line; null if there is none. */
export function mergeConflict(text: string): Diagnosis | null {
  return /^<{7} /m.test(text) || /^>{7} /m.test(text)
    ? {
        offset: text.search(MARKER),
        message:
          'hier staat nog een conflict van een samenvoeging (<<<<<<<, =======, >>>>>>>); kies een van de twee versies, en haal de andere en deze drie regels weg',
      }
    : null;
}

/** Maximum number of attempts: enough for a file that people wrote, and never slow for a hostile one. */
const MOST_TRIALS = 400;
const MOST_SIGNS = 12_000_000;
const MOST_LINES = 1000;

/**
 * Finds the line with the mistake, which may be before the place where the parser stumbled. Repairs each common
 * mistake, one line at a time: the repair that makes the text readable was the mistake, or else the one that gets the
 * parser furthest. Null if none helps. `attempt` returns the tree of a text, or the offset at which it cannot be read.
 */
export function diagnose(
  text: string,
  offset: number,
  attempt: (text: string) => SourceNode | number,
): Diagnosis | null {
  const lines = linesOf(text);
  const failed = Math.max(
    0,
    lines.findLastIndex(({ start }) => start <= offset),
  );
  let trials = Math.min(MOST_TRIALS, Math.ceil(MOST_SIGNS / Math.max(1, text.length)));
  let furthest: { readonly repair: Repair; readonly line: number } | null = null;
  for (const recognisers of RECOGNISE) {
    let best: { readonly repair: Repair; readonly oddities: number } | null = null;
    const isIndent = recognisers.includes(indentRepairs);
    for (const line of nearestFirst(lines, failed).slice(0, isIndent ? INDENT_LINES : undefined)) {
      for (const repair of recognisers.flatMap((recognise) => recognise(line, lines))) {
        if (trials-- <= 0) return best?.repair ?? furthest?.repair ?? null;
        const outcome = attempt(repair.text);
        if (typeof outcome !== 'number') {
          if (repair.begins !== undefined && !beginsAt(outcome, repair.begins)) continue;
          const oddities = odditiesOf(outcome) + 5 * (repair.addedLines ?? 0) + (repair.oddities ?? 0);
          if (!best || oddities < best.oddities) best = { repair, oddities };
          continue;
        }
        const reached = linesOf(repair.text.slice(0, outcome)).length - 1 - (repair.addedLines ?? 0);
        if (reached > Math.max(failed, furthest?.line ?? 0)) furthest = { repair, line: reached };
      }
      if (best && !isIndent) break;
    }
    if (best) return best.repair;
  }
  return furthest?.repair ?? null;
}

/** From the place where the parser stumbled upwards, then what follows it. */
function nearestFirst(lines: readonly Line[], failed: number): readonly Line[] {
  return [
    ...lines.slice(Math.max(0, failed + 1 - MOST_LINES), failed + 1).toReversed(),
    ...lines.slice(failed + 1, failed + 3),
  ];
}

/** Whether a key or a list item begins at an offset. */
function beginsAt(node: SourceNode, offset: number): boolean {
  switch (node.kind) {
    case 'scalar':
      return node.start === offset;
    case 'sequence':
      return node.start === offset || node.items.some((item) => item.start === offset || beginsAt(item, offset));
    case 'mapping':
      return node.entries.some(({ keyStart, value }) => keyStart === offset || beginsAt(value, offset));
  }
}

/**
 * How odd a tree is: an intended text has few omitted values and duplicate keys, and many keys and items, since none
 * was taken for the text of another.
 */
function odditiesOf(node: SourceNode): number {
  switch (node.kind) {
    case 'scalar':
      return node.value === null && node.text === '' ? 10 : 0;
    case 'sequence':
      return sum(node.items.map((item) => odditiesOf(item) - 5));
    case 'mapping':
      return 5 * (node.repeated?.length ?? 0) + sum(node.entries.map(({ value }) => odditiesOf(value) - 5));
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
