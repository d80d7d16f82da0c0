import { isCollection, isPair, isScalar, visit, type Document, type Scalar } from 'yaml';
import { isNumberLike, LINE_WIDTH } from '../yaml-document.ts';

/** Room that a scalar has on its first line, given its depth and the key before it. */
function roomFor(path: readonly unknown[]): number {
  const parent = path.at(-1);
  const depth = path.filter(isCollection).length - 1;
  const key = isPair(parent) && isScalar(parent.key) ? String(parent.key.value).length + 2 : 2;
  return LINE_WIDTH - 2 * depth - key;
}

function styleOf(scalar: Scalar<string>, path: readonly unknown[]): Scalar.Type {
  const { value } = scalar;
  if (value.includes('\n')) return scalar.type === 'BLOCK_FOLDED' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
  if (isNumberLike(value)) return 'QUOTE_DOUBLE';
  return value.length > roomFor(path) && value.includes(' ') ? 'BLOCK_FOLDED' : 'PLAIN';
}

/**
 * One way to write each text: as it is where YAML allows that, in double quotes where a number or date is meant as text,
 * folded below its key where it is longer than a line, line by line where it has lines. Lists and groups stand below
 * each other, unless they are empty.
 */
export function styleValues(document: Document): void {
  visit(document, {
    Collection: (_, node) => {
      node.flow = node.items.length === 0;
    },
    Scalar: (key, node, path) => {
      if (typeof node.value !== 'string') return;
      node.type =
        key === 'key' ? (isNumberLike(node.value) ? 'QUOTE_DOUBLE' : 'PLAIN') : styleOf(node as Scalar<string>, path);
    },
  });
}
