import { TemplateFault } from '../../cli/system-error.ts';
import type { NodeOf, SymbolNode, TemplateNode } from './node.ts';
import { parseTemplate } from './parse.ts';
import { escape } from './runtime.ts';
import { Scope } from './scope.ts';

/** The text of a JavaScript function body that returns a `Compiled` template. Throws on what our templates do not use of Nunjucks. */
export function compileTemplate(text: string, name: string, filters: readonly string[]): string {
  return new Compiler(name, filters).template(parseTemplate(text, name));
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function member(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${quoted(key)}]`;
}

/** What a loop knows of itself, by its counter `i` and list `l`. */
const LOOP: Readonly<Record<string, (i: string) => string>> = {
  first: (i) => `(${i} === 0)`,
  last: (i) => `(${i} === l${i}.length - 1)`,
  index: (i) => `(${i} + 1)`,
  index0: (i) => i,
  length: (i) => `l${i}.length`,
};

const COMPARISONS: ReadonlySet<string> = new Set(['==', '===', '!=', '!==', '<', '>', '<=', '>=']);

/**
 * From Nunjucks' tree of one template to JavaScript that joins strings. In it `c` is the context, `o` the output so far, `rt` the runtime,
 * `f` the filters; `link` gives another template, `module` what it defines.
 */
class Compiler {
  readonly #name: string;
  readonly #filters: readonly string[];
  readonly #blocks: string[] = [];
  #parent: string | null = null;
  /** Names that {% set %} makes for the whole template. */
  readonly #setAtTop = new Set<string>();
  #loops = 0;

  constructor(name: string, filters: readonly string[]) {
    this.#name = name;
    this.#filters = filters;
  }

  template(root: TemplateNode): string {
    const body = this.#statement(root, null);
    const end =
      this.#parent === null ? 'return o;' : `return link(${quoted(this.#parent)}).run(c, { ...own, ...blocks });`;
    return `'use strict';\nconst own = {${this.#blocks.join('\n')}};\nreturn { run(c, blocks) {\nlet o = '';\n${body}\n${end}\n} };`;
  }

  #at({ lineno, colno }: TemplateNode): string {
    return quoted(`${this.#name}:${lineno + 1}:${colno + 1}`);
  }

  #refused(node: TemplateNode, what: string): TemplateFault {
    return new TemplateFault(
      `${this.#name}:${node.lineno + 1}:${node.colno + 1}: ${what} kennen onze sjablonen niet (docs/decisions/0016)`,
    );
  }

  /** What is printed by a node, as a function's body. */
  #body(node: TemplateNode, scope: Scope): string {
    const statements = this.#statement(node, scope);
    return `{ let o = ''; ${scope.declarations}\n${statements}\nreturn new rt.Safe(o); }`;
  }

  /** A name that is set within a loop, for what stands outside it, is another one here: there is no telling which is meant. */
  #set(node: NodeOf<'Set'>, scope: Scope | null): string {
    if (!node.value) throw this.#refused(node, '{% set %} met een blok');
    const value = this.#value(node.value, scope);
    return node.targets
      .map(({ value: name }) => {
        if (scope?.isOuter(name) || (scope?.isInLoopAtTop && this.#setAtTop.has(name)))
          throw this.#refused(node, `{% set ${name} %} voor wat al buiten dit blok staat`);
        if (!scope) this.#setAtTop.add(name);
        return this.#define(name, value, scope);
      })
      .join('\n');
  }

  /** The name of a template as it is written there. */
  #named(node: NodeOf<'Extends' | 'Include' | 'Import' | 'FromImport'>): string {
    if (node.template.typename !== 'Literal' || typeof node.template.value !== 'string')
      throw this.#refused(node, 'de naam van een sjabloon die wordt berekend');
    if (node.ignoreMissing) throw this.#refused(node, '"ignore missing"');
    return node.template.value;
  }

  #define(name: string, value: string, scope: Scope | null): string {
    return `${scope ? scope.set(name) : `c${member(name)}`} = ${value};`;
  }

  #statement(node: TemplateNode, scope: Scope | null): string {
    switch (node.typename) {
      case 'Root':
      case 'NodeList':
        return node.children.map((child) => this.#statement(child, scope)).join('\n');
      case 'Output':
        return node.children.map((child) => `o += ${this.#printed(child, scope)};`).join('\n');
      case 'If':
        return `if (${this.#value(node.cond, scope)}) {\n${this.#statement(node.body, scope)}\n}${node.else_ ? ` else {\n${this.#statement(node.else_, scope)}\n}` : ''}`;
      case 'For':
        return this.#loop(node, scope);
      case 'Set':
        return this.#set(node, scope);
      case 'Macro':
        return this.#define(node.name.value, this.#macro(node, null), scope);
      case 'Block':
        if (scope) throw this.#refused(node, 'een {% block %} binnen iets anders');
        this.#blocks.push(`${quoted(node.name.value)}: (c) => ${this.#body(node.body, new Scope(null))},`);
        return `o += (blocks${member(node.name.value)} ?? own${member(node.name.value)})(c).html;`;
      case 'Extends':
        this.#parent = this.#named(node);
        return '';
      case 'Include':
        return `o += link(${quoted(this.#named(node))}).run({ ...c, ${(scope?.names ?? []).map((name) => `${name}: ${scope!.find(name)}`).join(', ')} }, {});`;
      case 'Import':
        return this.#define(node.target.value, this.#module(node), scope);
      case 'FromImport':
        return node.names.children
          .map((each) => {
            const [from, to] =
              'key' in each ? [each.key.value, (each.value as NodeOf<'Symbol'>).value] : [each.value, each.value];
            return this.#define(to, `${this.#module(node)}${member(from)}`, scope);
          })
          .join('\n');
      default:
        throw this.#refused(node, node.typename);
    }
  }

  #module(node: NodeOf<'Import' | 'FromImport'>): string {
    return `module(${quoted(this.#named(node))}, ${node.withContext ? 'c' : 'null'})`;
  }

  #loop(node: NodeOf<'For'>, scope: Scope | null): string {
    if (node.name.typename !== 'Symbol') throw this.#refused(node, 'een {% for %} met meer dan één naam');
    const counter = `i${this.#loops++}`;
    const inner = new Scope(scope, [node.name.value], counter);
    const body = this.#statement(node.body, inner);
    return [
      `{ const l${counter} = rt.list(${this.#value(node.arr, scope)}, ${this.#at(node)});`,
      `for (let ${counter} = 0; ${counter} < l${counter}.length; ${counter}++) {`,
      `const ${inner.find(node.name.value)} = l${counter}[${counter}]; ${inner.declarations}`,
      body,
      '}',
      node.else_ ? `if (l${counter}.length === 0) {\n${this.#statement(node.else_, scope)}\n}` : '',
      '}',
    ].join('\n');
  }

  /** A macro sees its parameters and the context of its own template; a caller also all that stands around it. */
  #macro({ args, body }: NodeOf<'Macro' | 'Caller'>, outer: Scope | null): string {
    const parameters = args.children.flatMap((each): { name: string; otherwise?: string }[] =>
      each.typename === 'KeywordArgs'
        ? each.children.map(({ key, value }) => ({ name: key.value, otherwise: this.#value(value, null) }))
        : [{ name: (each as SymbolNode).value }],
    );
    const names = [...parameters.map(({ name }) => name), 'caller'];
    const scope = new Scope(outer, names);
    const list = [
      ...parameters.map(
        ({ name, otherwise }) => `${scope.find(name)}${otherwise === undefined ? '' : ` = ${otherwise}`}`,
      ),
      scope.find('caller'),
    ];
    return `rt.macro((${list.join(', ')}) => ${this.#body(body, scope)}, ${JSON.stringify(names)})`;
  }

  /** A value as HTML. */
  #printed(node: TemplateNode, scope: Scope | null): string {
    if (node.typename === 'TemplateData') return quoted(node.value);
    if (node.typename === 'Literal') return quoted(escape(String(node.value)));
    if (node.typename === 'InlineIf') {
      return `(${this.#value(node.cond, scope)} ? ${this.#printed(node.body, scope)} : ${node.else_ ? this.#printed(node.else_, scope) : "''"})`;
    }
    return `rt.print(${this.#value(node, scope)}, ${this.#at(node)})`;
  }

  #value(node: TemplateNode, scope: Scope | null): string {
    switch (node.typename) {
      case 'NodeList':
        if (node.children.length !== 1) throw this.#refused(node, 'meer dan één waarde op deze plaats');
        return this.#value(node.children[0]!, scope);
      case 'Literal':
        return JSON.stringify(node.value);
      case 'Symbol':
        return scope?.find(node.value) ?? `c${member(node.value)}`;
      case 'LookupVal':
        return this.#lookup(node, scope);
      case 'InlineIf':
        return `(${this.#value(node.cond, scope)} ? ${this.#value(node.body, scope)} : ${node.else_ ? this.#value(node.else_, scope) : "''"})`;
      case 'Not':
        // Nunjucks takes the value before the comparison alone.
        if (node.target.typename === 'Compare')
          throw this.#refused(node, '"not" voor een vergelijking; met "!=" is het duidelijk');
        return `!${this.#value(node.target, scope)}`;
      case 'Or':
        return `(${this.#value(node.left, scope)} || ${this.#value(node.right, scope)})`;
      case 'And':
        return `(${this.#value(node.left, scope)} && ${this.#value(node.right, scope)})`;
      case 'Compare':
        return this.#comparison(node, scope);
      case 'Filter':
        if (!this.#filters.includes(node.name.value)) throw this.#refused(node, `het filter "${node.name.value}"`);
        return `f${member(node.name.value)}(${node.args.children.map((each, index) => (index === 0 ? `rt.given(${this.#value(each, scope)}, ${this.#at(node)})` : this.#value(each, scope))).join(', ')})`;
      case 'FunCall':
        return this.#call(node, scope);
      default:
        throw this.#refused(node, node.typename);
    }
  }

  #lookup({ target, val }: NodeOf<'LookupVal'>, scope: Scope | null): string {
    if (target.typename === 'Symbol' && target.value === 'loop' && scope?.counter && val.typename === 'Literal') {
      const known = LOOP[String(val.value)];
      if (!known) throw this.#refused(target, `loop.${val.value}`);
      return known(scope.counter);
    }
    const of = this.#value(target, scope);
    return val.typename === 'Literal' && typeof val.value === 'string' && member(val.value).startsWith('.')
      ? `${of}?${member(val.value)}`
      : `${of}?.[${this.#value(val, scope)}]`;
  }

  #comparison(node: NodeOf<'Compare'>, scope: Scope | null): string {
    const [{ type, expr }, ...more] = node.ops as [NodeOf<'Compare'>['ops'][number]];
    if (more.length > 0 || !COMPARISONS.has(type)) throw this.#refused(node, 'deze vergelijking');
    return `(${this.#value(node.expr, scope)} ${type} ${this.#value(expr, scope)})`;
  }

  #call(node: NodeOf<'FunCall'>, scope: Scope | null): string {
    const macro = `rt.callable(${this.#value(node.name, scope)}, ${this.#at(node)})`;
    const args = node.args.children
      .filter(({ typename }) => typename !== 'KeywordArgs')
      .map((each) => this.#value(each, scope))
      .join(', ');
    const named = node.args.children.flatMap((each) => (each.typename === 'KeywordArgs' ? each.children : []));
    if (named.length === 0) return `${macro}(${args})`;
    const values = named.map(
      ({ key, value }) =>
        `${quoted(key.value)}: ${value.typename === 'Caller' ? this.#macro(value, scope) : this.#value(value, scope)}`,
    );
    return `rt.callNamed(${macro}, [${args}], { ${values.join(', ')} }, ${this.#at(node)})`;
  }
}
