/**
 * The file that the data of a report name as their schema. As committed it leads to the general schema; `withIds` makes
 * it lead to the schema with the report's own ids, which stands beside it and which git ignores. Git takes everything
 * between `$Id:` and the next `$` for its own (gitattributes, `ident`), so that this is never a change to commit; the
 * length stays what git makes it, since another size is a change to git. Why: docs/decisions/0060.
 */
export function reportSchemaFile(kind: string): string {
  return `{\n  "$ref": "../${kind}.schema.json",\n  "$comment": "docs/decisions/0060 $Id$"\n}\n`;
}

const HOLE = /\$Id(?::[^$\n]*)?\$/;

/** `$Id: `, the 40 digits of a hash, ` $`: as git writes it in a work tree. */
const EXPANDED = 47;

/** Name of the schema with ids of a kind of file, beside the one above. */
export function idsFile(kind: string): string {
  return `${kind}.json`;
}

/** As it is committed, whatever git or `withIds` made of it. */
export function asCommitted(text: string): string {
  return text.replace(HOLE, () => '$Id$');
}

/** The same file, leading to the schema with ids: of two members with one name, the last counts. */
export function withIds(text: string, kind: string): string {
  const whole = asCommitted(text) === reportSchemaFile(kind) ? text : reportSchemaFile(kind);
  const leads = `","\\u0024ref":"${idsFile(kind)}","x":"`;
  const [found] = HOLE.exec(whole)!;
  const space = ' '.repeat(Math.max(0, (found === '$Id$' ? EXPANDED : found.length) - '$Id:$'.length - leads.length));
  return whole.replace(HOLE, () => `$Id:${space}${leads}$`);
}
