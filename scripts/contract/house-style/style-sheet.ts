import {
  isFunctionNode,
  isSimpleBlockNode,
  isTokenNode,
  isWhiteSpaceOrCommentNode,
  type ComponentValue,
  type FunctionNode,
} from '@csstools/css-parser-algorithms';
import { TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { didYouMean } from '../../model/suggestion.ts';
import { quoted } from '../fields.ts';
import { AT_RULES, FUNCTIONS, isListed, PROPERTIES, type Settable } from './css-names.ts';
import { BAD_URL, endOf, isBlock, isToken, nameOf, parseCss, quotedUrl, startOf, withoutSpace } from './css.ts';
import { notText, type Finding } from './finding.ts';
import type { CheckUrl } from './media-url.ts';

class StyleSheetChecker {
  readonly findings: Finding[] = [];
  readonly #checkUrl: CheckUrl;

  constructor(checkUrl: CheckUrl) {
    this.#checkUrl = checkUrl;
  }

  /**
   * Checks the whole sheet, or the content of a block. A semicolon ends an unfinished statement only within a block.
   */
  contents(nodes: readonly ComponentValue[], settable: Settable, isSheet: boolean): void {
    for (let at = 0; at < nodes.length;) {
      const node = nodes[at]!;
      if (isWhiteSpaceOrCommentNode(node) || (isToken(node, TokenType.Semicolon) && !isSheet)) at++;
      else if (isToken(node, TokenType.AtKeyword)) at = this.#atRule(nodes, at, settable);
      else at = this.#statement(nodes, at, settable, isSheet);
    }
  }

  #atRule(nodes: readonly ComponentValue[], start: number, around: Settable): number {
    const name = nameOf(nodes[start]!);
    const end = endOf(nodes, start + 1, (node) => isBlock(node) || isToken(node, TokenType.Semicolon));
    const inBlock = AT_RULES.get(name);
    if (inBlock === undefined)
      this.#found(
        nodes[start]!,
        `${quoted(`@${name}`)} kan hier niet; ${name === 'import' ? 'zet wat erin staat in dit bestand zelf' : 'haal deze regel weg'}`,
      );
    else {
      const [condition, block] = [nodes.slice(start + 1, end), nodes[end]];
      if (name === 'charset') this.#charset(nodes[start]!, condition);
      this.values(condition);
      if (block && isSimpleBlockNode(block)) this.contents(block.value, inBlock === 'around' ? around : inBlock, false);
    }
    return end + 1;
  }

  #charset(rule: ComponentValue, condition: readonly ComponentValue[]): void {
    const [name] = withoutSpace(condition);
    const isUtf8 = name && isToken(name, TokenType.String) && nameOf(name) === 'utf-8';
    if (startOf(rule) > 0 || !isUtf8)
      this.#found(rule, 'hier kan alleen @charset "utf-8" staan, en alleen als begin van het bestand; haal dit weg');
  }

  /** Checks a declaration, or a selector with its block. */
  #statement(nodes: readonly ComponentValue[], start: number, settable: Settable, isSheet: boolean): number {
    const first = nodes[start]!;
    const next = nodes[endOf(nodes, start + 1, (node) => !isWhiteSpaceOrCommentNode(node))];
    const isNamed = !isSheet && isToken(first, TokenType.Ident) && isToken(next, TokenType.Colon);
    const isCustom = isNamed && nameOf(first).startsWith('--');
    const end = endOf(
      nodes,
      start,
      (node) => (!isSheet && isToken(node, TokenType.Semicolon)) || (!isCustom && isBlock(node)),
    );
    const block = nodes[end];
    if (block && isSimpleBlockNode(block)) {
      const selector = nodes.slice(start, end);
      if (selector.length === 0)
        this.#found(block, 'voor "{" staat niet waar dit over gaat; zet er een selector voor, zoals ":root"');
      this.#selector(selector);
      this.contents(block.value, PROPERTIES, false);
    } else if (isNamed) this.#declaration(nodes.slice(start, end), settable);
    else this.#found(first, 'dit is geen CSS; schrijf een regel zo: ":root { --accent: #154273; }"');
    return end + 1;
  }

  #selector(nodes: readonly ComponentValue[]): void {
    const strange = nodes.find(
      (node) =>
        isToken(node, TokenType.Semicolon) || (isToken(node, TokenType.Delim) && !/[&*+.>|~]/.test(node.toString())),
    );
    if (strange) this.#found(strange, `${quoted(strange.toString())} hoort hier niet; haal het weg`);
    else this.values(nodes);
  }

  #declaration([first, ...rest]: readonly ComponentValue[], settable: Settable): void {
    const name = nameOf(first!);
    if (settable === null)
      this.#found(first!, `${quoted(name)} staat niet bij een selector; schrijf het zo: ":root { ${name}: …; }"`);
    else if (!name.startsWith('--') && !isListed(settable, name))
      this.#found(first!, `${quoted(name)} kan hier niet${didYouMean(name, settable, 'haal deze regel weg')}`);
    else this.values(rest);
  }

  values(nodes: readonly ComponentValue[]): void {
    for (const node of nodes) {
      // It is a guess where this token ends, so what follows is uncertain.
      if (isToken(node, TokenType.BadURL)) return this.#found(node, BAD_URL);
      if (isFunctionNode(node)) this.#function(node);
      else if (isSimpleBlockNode(node)) this.values(node.value);
      else if (isTokenNode(node)) this.#token(node, node.value);
    }
  }

  #function(node: FunctionNode): void {
    const name = node.getName().toLowerCase();
    if (name === 'url') {
      const url = quotedUrl(node);
      const message = url === null ? BAD_URL : this.#checkUrl(url);
      if (message !== null) this.#found(node, message);
    } else if (name === 'attr') {
      const [only, ...more] = withoutSpace(node.value);
      if (more.length > 0 || !isToken(only, TokenType.Ident))
        this.#found(node, 'in attr(…) kan hier alleen één naam staan; haal de rest weg');
    } else if (isListed(FUNCTIONS, name)) this.values(node.value);
    else {
      // Short names all resemble each other.
      const like = name.length > 3 ? FUNCTIONS : [];
      this.#found(node, `${quoted(`${name}(…)`)} kan hier niet${didYouMean(name, like, 'haal dit weg')}`);
    }
  }

  #token(node: ComponentValue, token: CSSToken): void {
    switch (token[0]) {
      case TokenType.URL: {
        const message = this.#checkUrl(token[4].value);
        if (message !== null) this.#found(node, message);
        break;
      }
      case TokenType.AtKeyword:
      case TokenType.CDO:
      case TokenType.CDC:
      case TokenType.CloseParen:
      case TokenType.CloseSquare:
      case TokenType.CloseCurly:
        this.#found(node, `${quoted(token[1])} hoort hier niet; haal het weg`);
        break;
      default:
    }
  }

  #found(node: ComponentValue, message: string): void {
    this.findings.push({ offset: startOf(node), message });
  }
}

function check(
  css: string,
  checkUrl: CheckUrl,
  use: (checker: StyleSheetChecker, nodes: readonly ComponentValue[]) => void,
): Finding[] {
  const strange = notText(css);
  if (strange.length > 0) return strange;
  const { nodes, broken } = parseCss(css);
  const checker = new StyleSheetChecker(checkUrl);
  use(checker, nodes);
  return broken ? [...checker.findings.filter(({ offset }) => offset < broken.offset), broken] : checker.findings;
}

/**
 * Finds what is not allowed in a style sheet: rules, properties and functions that are not listed, addresses that
 * `checkUrl` rejects, and invalid CSS. Reads as browsers do (CSS Syntax Level 3, 5.4), nested rules included.
 */
export function checkStyleSheet(css: string, checkUrl: CheckUrl): Finding[] {
  return check(css, checkUrl, (checker, nodes) => checker.contents(nodes, null, true));
}

/** The same for the content of a `style` attribute. */
export function checkDeclarations(css: string, checkUrl: CheckUrl): Finding[] {
  return check(css, checkUrl, (checker, nodes) => checker.contents(nodes, PROPERTIES, false));
}

/** The same for a single value. */
export function checkValue(css: string, checkUrl: CheckUrl): Finding[] {
  return check(css, checkUrl, (checker, nodes) => checker.values(nodes));
}
