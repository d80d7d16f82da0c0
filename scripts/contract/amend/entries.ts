import type { SourceEntry, SourceMapping, SourceScalar } from '../../model/tree.ts';

/** The lines that the parser has joined into one word, with the dash that a line begins with, and where its text does. */
export function linesIn(
  raw: string,
): readonly { readonly text: string; readonly dash: string; readonly index: number }[] {
  return [...raw.matchAll(/(?:^|\n)[ \t]*(- +)?([^\n#]*[^\s#])/g)].map((found) => {
    const [whole, dash = '', text = ''] = found;
    return { text, dash, index: found.index + whole.length - text.length };
  });
}

/** Words of a text that should have been a list. */
export function wordsOf(node: SourceScalar): SourceScalar[] {
  return [...node.text.matchAll(/[^,]+/g)].flatMap((found): SourceScalar[] => {
    const text = found[0].trim();
    const start = node.start + (node.isPlain ? found.index + found[0].search(/\S/) : 0);
    return text === '' ? [] : [{ ...node, start, end: start + text.length, text, value: text }];
  });
}

/** All entries of a mapping in the order in which they are written, those with a key that stands twice too. */
export function writtenEntries({ entries, repeated = [] }: SourceMapping): readonly SourceEntry[] {
  return repeated.length === 0 ? entries : [...entries, ...repeated].sort((a, b) => a.keyStart - b.keyStart);
}

/** A mapping that holds several, since lines are gone: apart, each from the first key that stands twice. */
export function apart(node: SourceMapping): readonly SourceMapping[] {
  const parts: SourceEntry[][] = [[]];
  let seen = new Set<string>();
  for (const entry of writtenEntries(node)) {
    if (seen.has(entry.key)) {
      parts.push([]);
      seen = new Set();
    }
    seen.add(entry.key);
    parts.at(-1)!.push(entry);
  }
  return parts.map((entries, index) => ({
    kind: 'mapping',
    start: index === 0 ? node.start : entries[0]!.keyStart,
    entries,
  }));
}

/** What is said of another sign where a colon belongs, or of a colon without a space; `written`: the line as it should be. */
export function colonMessage(sign: string | undefined, written: string): string {
  return sign === ':'
    ? `na de dubbele punt ontbreekt een spatie; schrijf ${written}`
    : `hier staat ${sign === ';' ? 'een puntkomma' : 'een isgelijkteken'} waar een dubbele punt hoort; schrijf ${written}`;
}
