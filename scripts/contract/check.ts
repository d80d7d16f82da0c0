import type { z } from 'zod';
import { error, type Problem } from '../model/problem.ts';
import type { CheckedFile, SourceFile, SourceNode } from '../model/tree.ts';
import type { KeyHelp } from './records.ts';
import type { Issue } from './issue.ts';
import { repair } from './repair.ts';
import { didYouMean, nearest } from '../model/suggestion.ts';
import { entryOf, listAround, nodeAt, plain, startOf, type Path } from './tree.ts';

/** A file's value as far as it can be used, with what was wrong. */
export interface Checked<Value> {
  readonly value: Value | null;
  readonly source: CheckedFile;
  readonly problems: readonly Problem[];
}

/**
 * Holds one file against its part of the contract. With problems, the value is what is left when they are put aside,
 * so that other rules can still be checked; null where too little is left.
 */
export function check<Schema extends z.ZodType>(schema: Schema, source: SourceFile): Checked<z.infer<Schema>> {
  const { tree } = source;
  if (!tree) return { value: null, source: { ...source, isDoubtful: () => true }, problems: source.problems };
  const value = plain(tree);
  const mended = repair(schema, value, tree);
  const misspelt = misspeltPaths(mended.issues);
  const problems = mended.issues
    // A key that is there, misspelt, is told as such; that the right one is missing follows from that.
    .filter((issue) => nodeAt(tree, issue.path as Path) || !misspelt.has(JSON.stringify(issue.path)))
    .flatMap((issue) => problemsOf(issue, source.file, tree));
  return {
    value: mended.value,
    source: { ...source, isDoubtful: doubts(mended.issues, new Set([...misspelt, ...mixedUp(source, tree)])) },
    problems: [...source.problems, ...problems],
  };
}

/** Paths of what was most likely meant by keys that a record does not have. */
function misspeltPaths(issues: readonly Issue[]): ReadonlySet<string> {
  return new Set(
    issues.flatMap((issue) => {
      if (issue.code !== 'unrecognized_keys') return [];
      const { known } = JSON.parse(issue.message) as KeyHelp;
      return issue.keys
        .flatMap((key) => nearest(key, known) ?? [])
        .map((meant) => JSON.stringify([...issue.path, meant]));
    }),
  );
}

/** Lists with a record that has a key twice: where the line that begins a record is gone, two of them are one. */
function mixedUp({ text, problems }: SourceFile, tree: SourceNode): string[] {
  return problems
    .filter(({ place: { offset } }) => /[^\n]/.test(text[offset - 1] ?? '\n'))
    .flatMap(({ place }) => {
      const path = listAround(tree, place.offset);
      return path ? [JSON.stringify(path)] : [];
    });
}

/** Paths at which something was put aside; `others`: those on which something else casts doubt, as a misspelt key on the one that was meant. */
function doubts(issues: readonly Issue[], others: ReadonlySet<string>): CheckedFile['isDoubtful'] {
  if (issues.length === 0 && others.size === 0) return () => false;
  const paths = new Set([
    ...others,
    ...issues
      .filter(({ code, path }) => code !== 'unrecognized_keys' || path[0] === 'correcties')
      // Of a correction all is put aside.
      .map(({ path }) => JSON.stringify(path[0] === 'correcties' ? path.slice(0, 2) : path)),
  ]);
  return (path) => path.some((_, index) => paths.has(JSON.stringify(path.slice(0, index + 1)))) || paths.has('[]');
}

function problemsOf(issue: Issue, file: string, tree: SourceNode): Problem[] {
  const path = issue.path as Path;
  const node = nodeAt(tree, path);
  if (issue.code === 'unrecognized_keys') {
    const { known, why } = JSON.parse(issue.message) as KeyHelp;
    return issue.keys.map((key) =>
      error(
        { file, offset: entryOf(node, key)?.keyStart ?? startOf(node) },
        why ? `"${key}" ${why}` : `onbekend veld "${key}"${didYouMean(key, known, 'haal het weg')}`,
      ),
    );
  }
  if (!node)
    return [
      error(
        { file, offset: startOf(nodeAt(tree, path.slice(0, -1))) },
        issue.code === 'custom' ? issue.message : missing(path),
      ),
    ];
  return [error({ file, offset: node.start }, wrongValue(issue, node))];
}

function missing(path: Path): string {
  return `het veld "${path.at(-1)}" ontbreekt; voeg een regel "${path.at(-1)}: …" toe`;
}

/** Whether a text is one of the forms that a value may have. */
function takesText(issue: Issue): boolean {
  return (
    issue.code === 'invalid_union' &&
    issue.errors.some((form) =>
      form.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type' && inner.expected === 'string'),
    )
  );
}

function wrongValue(issue: Issue, node: SourceNode): string {
  const isScalar = node.kind === 'scalar';
  if (isScalar && node.value === null) {
    if (issue.path.length === 0) return 'dit bestand is leeg; vul het in';
    return `hier ontbreekt een waarde; vul die in, of haal ${typeof issue.path.at(-1) === 'number' ? 'deze regel weg' : 'het veld weg als het niet verplicht is'}`;
  }
  if ((issue.code === 'invalid_type' && issue.expected === 'string') || (isScalar && takesText(issue))) {
    return isScalar
      ? `zet ${node.text} tussen aanhalingstekens: "${node.text}"; zonder is het voor de computer geen tekst`
      : 'hier hoort tekst, geen lijst of groep velden; schrijf haar achter de dubbele punt';
  }
  return issue.message;
}
