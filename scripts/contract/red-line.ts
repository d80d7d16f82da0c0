/**
 * How a rule that is written in code is told to editors' tools: in JSON Schema, beside the rule, with the sentence that
 * the YAML language server shows (`errorMessage`, `patternErrorMessage`). `test/messages/` holds each rule against it.
 */
export type RedLine = Readonly<Record<string, unknown>>;

/** A text that fits a pattern. The server reads it with the `u` flag. */
export function fits(pattern: string, message: string): RedLine {
  return { pattern, patternErrorMessage: message };
}

/** A value for which a schema holds. Where a keyword has no sentence of its own, that of `const` is used: no value gets there that is it. */
export function holds(schema: RedLine, message: string): RedLine {
  return {
    if: schema,
    else: { const: 'x', errorMessage: message },
  };
}

/** A record that has these values in these fields. */
export function has(values: Readonly<Record<string, readonly unknown[]>>): RedLine {
  return {
    properties: Object.fromEntries(Object.entries(values).map(([field, allowed]) => [field, { enum: allowed }])),
    required: Object.keys(values),
  };
}

/** These fields are there. */
export function needs(fields: readonly string[], message: string): RedLine {
  return {
    required: fields,
    errorMessage: message,
  };
}

/** These fields are not there. */
export function lacks(fields: readonly string[], message: string): RedLine {
  return {
    properties: Object.fromEntries(fields.map((field) => [field, false])),
    errorMessage: message,
  };
}

/** What a value under a key must be; where there is none, nothing. */
export function under(field: string, schema: RedLine): RedLine {
  return { properties: { [field]: schema } };
}

export function when(condition: RedLine, then: RedLine): RedLine {
  return { if: condition, then };
}
