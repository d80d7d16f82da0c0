import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** The part of a JSON Schema that says in which order keys stand. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Of the forms that a value may have, the one that has most of its keys. */
function formOf(schema: SchemaNode, keys: readonly string[]): SchemaNode {
  const forms = (schema.anyOf ?? schema.oneOf ?? [schema]).flatMap((form) =>
    form.anyOf || form.oneOf ? (form.anyOf ?? form.oneOf)! : [form],
  );
  function known(form: SchemaNode): number {
    return keys.filter((key) => form.properties && key in form.properties).length;
  }
  return (
    forms.filter((form) => form.properties).sort((a, b) => known(b) - known(a))[0] ??
    forms.find((form) => form.additionalProperties) ??
    forms[0]!
  );
}

function itemsOf(schema: SchemaNode): SchemaNode {
  return [schema, ...(schema.anyOf ?? schema.oneOf ?? [])].find(({ items }) => items)?.items ?? {};
}

/** Moves the comment above what was the first key to what is it now. */
function keepAtTop(old: unknown, now: unknown): void {
  if (!isScalar(old) || !isScalar(now) || old === now || !old.commentBefore) return;
  now.commentBefore = [old.commentBefore, now.commentBefore].filter(Boolean).join('\n');
  old.commentBefore = null;
}

/**
 * Puts the keys of every mapping in the order of the contract; keys that it does not know come last. A comment above
 * the first key stays at the top, like a heading; one above another key goes with that key.
 */
export function orderKeys(node: Node | null, schema: SchemaNode): void {
  if (isSeq(node)) for (const item of node.items) orderKeys(item as Node, itemsOf(schema));
  if (!isMap(node)) return;
  const keys = node.items.map(keyText);
  const form = formOf(schema, keys);
  const order = new Map(Object.keys(form.properties ?? {}).map((key, index) => [key, index]));
  function rank(pair: Pair): number {
    return order.get(keyText(pair)) ?? order.size;
  }
  const first = node.items[0]?.key;
  if (order.size > 0)
    node.items = node.items
      .map((pair, index) => ({ pair, index }))
      .sort((a, b) => rank(a.pair) - rank(b.pair) || a.index - b.index)
      .map(({ pair }) => pair);
  keepAtTop(first, node.items[0]?.key);
  for (const pair of node.items) {
    const inner =
      form.properties?.[keyText(pair)] ??
      (typeof form.additionalProperties === 'object' ? form.additionalProperties : {});
    orderKeys(pair.value as Node | null, inner);
  }
}
