import {
  isFunctionNode,
  isSimpleBlockNode,
  isTokenNode,
  isWhiteSpaceOrCommentNode,
  parseListOfComponentValues,
  type ComponentValue,
  type FunctionNode,
} from '@csstools/css-parser-algorithms';
import { ParseErrorMessage, tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer';
import type { Finding } from './finding.ts';

export const BAD_URL = 'deze url(…) klopt niet; zet wat tussen de haakjes staat tussen aanhalingstekens';
const QUOTE = 'dit aanhalingsteken is niet gesloten; zet er nog een achter de tekst';

/** Messages for what the tokenizer rejects; a bad `url()` is recognised by its token. */
const STUMBLES: ReadonlyMap<string, string> = new Map([
  [ParseErrorMessage.UnexpectedEOFInComment, 'deze opmerking is niet gesloten; zet er "*/" achter'],
  [ParseErrorMessage.UnexpectedEOFInString, QUOTE],
  [ParseErrorMessage.UnexpectedNewLineInString, QUOTE],
  [ParseErrorMessage.UnexpectedEOFInURL, '"(" is niet gesloten; zet er ")" achter'],
  [ParseErrorMessage.UnexpectedEOFInEscapedCodePoint, 'na deze "\\" staat niets meer; haal hem weg'],
]);

export interface ParsedCss {
  readonly nodes: readonly ComponentValue[];
  /** The first token or bracket that is not closed. Nothing after it is certain. */
  readonly broken: Finding | null;
}

/** Maximum nesting of brackets: more than any style sheet needs. The parser itself fails at 512. */
const MOST_LEVELS = 256;

/** Parses CSS as browsers do, with escapes decoded. */
export function parseCss(css: string): ParsedCss {
  const broken: Finding[] = [];
  const tokens = tokenize(
    { css },
    {
      onParseError: ({ message, sourceStart }) => {
        const said = STUMBLES.get(message);
        if (said !== undefined) broken.push({ offset: sourceStart, message: said });
      },
    },
  );
  const deep = tooDeep(tokens);
  if (deep) return { nodes: [], broken: deep };
  const nodes = parseListOfComponentValues(tokens, {
    onParseError: ({ sourceStart }) => broken.push(unclosed(css, sourceStart)),
  });
  return { nodes, broken: broken[0] ?? null };
}

const OPENING: readonly TokenType[] = [
  TokenType.OpenCurly,
  TokenType.OpenParen,
  TokenType.OpenSquare,
  TokenType.Function,
];
const CLOSING: readonly TokenType[] = [TokenType.CloseCurly, TokenType.CloseParen, TokenType.CloseSquare];

function tooDeep(tokens: readonly CSSToken[]): Finding | null {
  let level = 0;
  for (const [type, , offset] of tokens) {
    if (OPENING.includes(type)) level++;
    if (CLOSING.includes(type)) level--;
    if (level > MOST_LEVELS) return { offset, message: 'hier zit te veel in elkaar; haal een paar lagen weg' };
  }
  return null;
}

/** Message for an unclosed block, or an unclosed function at its name. */
function unclosed(css: string, offset: number): Finding {
  const [open, close] = { '{': ['{', '}'], '[': ['[', ']'] }[css[offset]!] ?? ['(', ')'];
  return { offset, message: `"${open}" is niet gesloten; zet er "${close}" achter` };
}

function firstToken(node: ComponentValue): CSSToken {
  if (isFunctionNode(node)) return node.name;
  if (isSimpleBlockNode(node)) return node.startToken;
  return node.tokens()[0]!;
}

export function startOf(node: ComponentValue): number {
  return firstToken(node)[2];
}

export function isToken(node: ComponentValue | undefined, type: TokenType): boolean {
  return node !== undefined && isTokenNode(node) && node.value[0] === type;
}

export function isBlock(node: ComponentValue): boolean {
  return isSimpleBlockNode(node) && node.startToken[0] === TokenType.OpenCurly;
}

/** Name of an identifier or at-rule with escapes decoded; in lower case, except a custom property. */
export function nameOf(node: ComponentValue): string {
  const { value } = firstToken(node)[4] as { readonly value: string };
  return value.startsWith('--') ? value : value.toLowerCase();
}

export function withoutSpace(nodes: readonly ComponentValue[]): ComponentValue[] {
  return nodes.filter((node) => !isWhiteSpaceOrCommentNode(node));
}

/** The text in `url("…")`; null if it contains anything else. */
export function quotedUrl(node: FunctionNode): string | null {
  const [only, ...more] = withoutSpace(node.value);
  return more.length === 0 && only && isTokenNode(only) && only.value[0] === TokenType.String
    ? only.value[4].value
    : null;
}

export function endOf(
  nodes: readonly ComponentValue[],
  start: number,
  isEnd: (node: ComponentValue) => boolean,
): number {
  let end = start;
  while (end < nodes.length && !isEnd(nodes[end]!)) end++;
  return end;
}

/** A `url(…)` in a style sheet: its start and end as UTF-16 offsets, and the address in it. */
export interface UrlInSheet {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** Every `url(…)` in a style sheet, in order. */
export function urlsIn(css: string): UrlInSheet[] {
  function within(nodes: readonly ComponentValue[]): UrlInSheet[] {
    return nodes.flatMap((node) => {
      if (isSimpleBlockNode(node)) return within(node.value);
      if (isFunctionNode(node)) {
        const url = node.getName().toLowerCase() === 'url' ? quotedUrl(node) : null;
        return url === null ? within(node.value) : [{ start: node.name[2], end: node.endToken[3] + 1, url }];
      }
      if (!isTokenNode(node) || node.value[0] !== TokenType.URL) return [];
      const [, , start, last, { value: url }] = node.value;
      return [{ start, end: last + 1, url }];
    });
  }
  return within(parseCss(css).nodes);
}
