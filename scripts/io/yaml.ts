import {
  boolCoreTag,
  type Event,
  EVENT_ID,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml';
import { invisibleIn } from '../model/invisible.ts';
import { error, type Problem } from '../model/problem.ts';
import type { SourceEntry, SourceNode, SourceScalar } from '../model/tree.ts';
import { diagnose, isCertain, mergeConflict, yamlMessage } from './yaml-diagnosis.ts';
import { hardSpace } from './yaml-repairs/colon.ts';
import { linesOf } from './yaml-repairs/repair.ts';

/** The parser counts the document itself as one level. */
const MAX_DEPTH = 21;

/** From the end of one list item to the dash of the next, across a closing quote, empty lines and comments. */
const NEXT_ITEM = /^["']?[ \t]*(?:#[^\n]*)?(?:\r?\n[ \t]*(?:#[^\n]*)?)*-(?=\s|$)/;

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

/** Why a text is not YAML that the contract allows, at an offset. */
class NotAllowed extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** One YAML 1.2 core document as a tree, or the reason it cannot be read. Duplicate keys are in the tree. */
export function parseYaml(text: string, file: string): { tree: SourceNode | null; problems: readonly Problem[] } {
  const odd: Problem[] = [];
  const conflict = mergeConflict(text);
  if (conflict) return { tree: null, problems: [error({ file, offset: conflict.offset }, conflict.message)] };
  try {
    const tree = build(text, (offset, message) => odd.push(error({ file, offset }, message)));
    const hidden = hiddenKey(tree);
    if (hidden === null) return { tree, problems: odd };
    return unhidden(text, file, hidden) ?? { tree, problems: odd };
  } catch (thrown) {
    // On hostile input js-yaml can throw errors that are not its own; each means that we cannot read it.
    const offset = offsetOf(thrown, text);
    if (thrown instanceof NotAllowed) return { tree: null, problems: [error({ file, offset }, thrown.message)] };
    const found = isCertain(thrown) ? null : diagnose(text, offset, attempt);
    return (
      (found && unhidden(text, file, found.offset)) ?? {
        tree: null,
        problems: [error({ file, offset: found?.offset ?? offset }, found?.message ?? yamlMessage(thrown))],
      }
    );
  }
}

/** Offset of the first key that contains an invisible character; null if there is none. */
function hiddenKey(node: SourceNode): number | null {
  if (node.kind === 'scalar') return null;
  const parts = node.kind === 'sequence' ? node.items : node.entries.map(({ value }) => value);
  const own = node.kind === 'mapping' ? node.entries.find(({ key }) => invisibleIn(key)) : undefined;
  return parts.reduce<number | null>((first, part) => first ?? hiddenKey(part), own?.keyStart ?? null);
}

/**
 * A text with a non-breaking or zero-width space where YAML wants a space, read as if it were one; null if it has none.
 */
function unhidden(
  text: string,
  file: string,
  offset: number,
): { tree: SourceNode; problems: readonly Problem[] } | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  const [line] = linesOf(text.slice(start, end < 0 ? undefined : end));
  const [repair] = line ? hardSpace(line, [line]) : [];
  if (!repair) return null;
  // Of the same length, so that every offset stays right.
  const spaces = repair.text.padEnd(line!.text.length);
  const tree = attempt(text.slice(0, start) + spaces + text.slice(start + line!.text.length));
  return typeof tree === 'number'
    ? null
    : { tree, problems: [error({ file, offset: start + repair.offset }, repair.message)] };
}

function build(text: string, report: (offset: number, message: string) => void): SourceNode {
  return new TreeBuilder(text, parseEvents(text, { maxDepth: MAX_DEPTH }), report).document();
}

function offsetOf(thrown: unknown, text: string): number {
  const offset =
    thrown instanceof NotAllowed ? thrown.offset : thrown instanceof YAMLException ? (thrown.mark?.position ?? 0) : 0;
  return Math.min(offset, text.length);
}

/** The result of reading a text: its tree, or where it cannot be read. */
function attempt(text: string): SourceNode | number {
  try {
    return build(text, () => {});
  } catch (thrown) {
    return offsetOf(thrown, text);
  }
}

/** Builds the tree of values and offsets from the parser's flat list of events. */
class TreeBuilder {
  #next = 0;
  /** End of the last token read, where an omitted value would have been. */
  #end = 0;
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #report: (offset: number, message: string) => void;

  constructor(text: string, events: readonly Event[], report: (offset: number, message: string) => void) {
    this.#text = text;
    this.#events = events;
    this.#report = report;
  }

  document(): SourceNode {
    const documents = this.#events.filter((event) => event.type === EVENT_ID.DOCUMENT);
    const first = documents[0];
    if (!first) return empty(0);
    if (first.directives.length > 0)
      throw new NotAllowed(
        Math.max(0, this.#text.search(/^%/m)),
        'een regel kan hier niet met % beginnen; haal die regel weg',
      );
    if (documents.length > 1) {
      throw new NotAllowed(
        this.#startOfSecond(),
        'hier begint een tweede deel, en een bestand heeft er één; haal de regel "---" of "..." weg, of maak er twee bestanden van',
      );
    }
    this.#next = 1;
    return this.#node();
  }

  #startOfSecond(): number {
    const second = this.#events.findIndex((event, index) => index > 0 && event.type === EVENT_ID.DOCUMENT);
    const before = this.#events
      .slice(0, second)
      .map((event) => ('valueEnd' in event ? event.valueEnd : 'start' in event ? event.start : 0));
    const from = Math.max(0, ...before);
    const mark = this.#text.slice(from).search(/^(?:---|\.\.\.)/m);
    return mark < 0 ? from : from + mark;
  }

  #node(): SourceNode {
    const event = this.#events[this.#next++]!;
    if (event.type === EVENT_ID.ALIAS)
      throw new NotAllowed(
        event.anchorStart - 1,
        'tekst die met * begint, hoort tussen aanhalingstekens; een verwijzing (alias) kan hier niet',
      );
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return empty(this.#end);
    if (event.anchorStart >= 0)
      throw new NotAllowed(
        event.anchorStart - 1,
        'tekst die met & begint, hoort tussen aanhalingstekens; een naam om naar te verwijzen (anker) kan hier niet',
      );
    if (event.tagStart >= 0)
      throw new NotAllowed(
        event.tagStart,
        'tekst die met ! begint, hoort tussen aanhalingstekens; een aanduiding (tag) kan hier niet',
      );
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event);
    return event.type === EVENT_ID.SEQUENCE ? this.#sequence(event.start) : this.#mapping(event.start);
  }

  #closed(): boolean {
    return this.#events[this.#next]?.type === EVENT_ID.POP;
  }

  #sequence(start: number): SourceNode {
    const items: SourceNode[] = [];
    this.#end = start + 1;
    while (!this.#closed()) {
      if (items.length > 0) this.#end += NEXT_ITEM.exec(this.#text.slice(this.#end))?.[0].length ?? 0;
      items.push(this.#node());
    }
    this.#next++;
    return { kind: 'sequence', start, items };
  }

  #mapping(start: number): SourceNode {
    const entries: SourceEntry[] = [];
    const repeated: SourceEntry[] = [];
    const seen = new Set<string>();
    while (!this.#closed()) {
      const key = this.#node();
      if (key.kind !== 'scalar')
        throw new NotAllowed(
          key.start,
          'links van de dubbele punt hoort één woord, geen lijst of groep; haal de haken weg',
        );
      if (key.text === '<<')
        throw new NotAllowed(key.start, 'samenvoegen met << kan hier niet; schrijf de velden voluit');
      this.#end += /^["']?\s*:?/.exec(this.#text.slice(this.#end, this.#end + 20))![0].length;
      const value = this.#node();
      const entry = { key: key.text, keyStart: key.start, value };
      if (seen.has(key.text)) repeated.push(entry);
      else if (key.text === '__proto__') this.#report(key.start, 'de naam "__proto__" kan hier niet; kies een andere');
      else entries.push(entry);
      seen.add(key.text);
    }
    this.#next++;
    return { kind: 'mapping', start, entries, ...(repeated.length > 0 ? { repeated } : {}) };
  }

  #scalar(event: ScalarEvent): SourceScalar {
    const written = event.valueStart >= 0;
    const start = written ? this.#startOf(event) : this.#end;
    if (written) this.#end = event.valueEnd;
    const text = written ? getScalarValue(this.#text, event) : '';
    const isPlain = event.style === SCALAR_STYLE.PLAIN;
    return { kind: 'scalar', start, end: this.#end, text, value: isPlain ? plainValue(text) : text, isPlain };
  }

  /** The parser gives the offset of the content; people look for the quote or the `|` before it. */
  #startOf({ style, valueStart }: ScalarEvent): number {
    if (style === SCALAR_STYLE.PLAIN) return valueStart;
    if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1;
    const header = /[|>][-+0-9]*[ \t]*(#[^\n]*)?\r?\n[ \t\r\n]*$/.exec(this.#text.slice(this.#end, valueStart));
    return header ? this.#end + header.index : valueStart;
  }
}

function empty(at: number): SourceScalar {
  return { kind: 'scalar', start: at, end: at, value: null, text: '', isPlain: true };
}

function plainValue(text: string): SourceScalar['value'] {
  for (const tag of [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]) {
    const value = tag.resolve(text, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return text;
}
