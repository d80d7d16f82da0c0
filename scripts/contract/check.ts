import type { z } from 'zod';
import { error, type Problem } from '../model/problem.ts';
import type { SourceFile, SourceNode } from '../model/tree.ts';
import type { KeyHelp } from './fields.ts';
import type { Issue } from './issue.ts';
import { repair } from './repair.ts';
import { didYouMean } from '../model/suggestion.ts';
import { entryOf, nodeAt, plain, startOf, type Path } from './tree.ts';

/** A file's value as far as it can be used. `sound` is false where a problem was mended to look on. */
export interface Checked<Value> {
  readonly value: Value | null;
  readonly sound: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Holds one file against its part of the contract. With problems, the value is what is left when they are put aside,
 * so that other rules can still be checked; null where too little is left.
 */
export const check = <Schema extends z.ZodType>(schema: Schema, source: SourceFile): Checked<z.infer<Schema>> => {
  const { tree } = source;
  if (!tree) return { value: null, sound: false, problems: source.problems };
  const value = plain(tree);
  const mended = repair(schema, value, tree);
  const problems = mended.issues.flatMap((issue) => problemsOf(issue, source.file, tree));
  return { value: mended.value, sound: problems.length + source.problems.length === 0, problems: [...source.problems, ...problems] };
};

const problemsOf = (issue: Issue, file: string, tree: SourceNode): Problem[] => {
  const path = issue.path as Path;
  const node = nodeAt(tree, path);
  if (issue.code === 'unrecognized_keys') {
    const { known, why } = JSON.parse(issue.message) as KeyHelp;
    return issue.keys.map((key) => error(
      { file, offset: entryOf(node, key)?.keyStart ?? startOf(node) },
      why ? `"${key}" ${why}` : `onbekend veld "${key}"${didYouMean(key, known, 'haal het weg')}`,
    ));
  }
  if (!node) return [error({ file, offset: startOf(nodeAt(tree, path.slice(0, -1))) }, issue.code === 'custom' ? issue.message : missing(path))];
  return [error({ file, offset: node.start }, wrongValue(issue, node))];
};

const missing = (path: Path): string => `het veld "${path.at(-1)}" ontbreekt; voeg een regel "${path.at(-1)}: …" toe`;

const wrongValue = (issue: Issue, node: SourceNode): string => {
  const isScalar = node.kind === 'scalar';
  if (isScalar && node.value === null) return 'hier ontbreekt een waarde; vul die in, of haal het veld weg';
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    return isScalar
      ? `zet ${node.text} tussen aanhalingstekens: "${node.text}"; zonder is het voor de computer geen tekst`
      : 'hier wordt tekst verwacht';
  }
  return issue.message;
};
