import type { z } from 'zod';
import type { SourceNode } from '../model/tree.ts';
import { unfold, type Issue } from './issue.ts';
import type { Path } from './tree.ts';

/** Fields that depend on another, by that one: they go when it is replaced, so that the two cannot contradict. */
const DEPENDENT: Readonly<Record<string, string>> = { relatie: 'vergelijkbaar', openbaar: 'titel' };

/** Differs for every record of a list, so that no stand-in is the same as another, or as what an author wrote. */
function nameFor({ path }: Issue): string {
  return `x-${path.filter((step) => typeof step === 'number').join('-') || '0'}`;
}

/** What may stand in for a value, whatever it was to be: the first that the contract takes. */
function standIns(issue: Issue): unknown[] {
  return [
    ...(issue.code === 'invalid_value'
      ? issue.values
      : 'options' in issue && Array.isArray(issue.options)
        ? issue.options
        : []),
    false,
    0,
    '…',
    nameFor(issue),
    '2000',
    '0.0',
    `thema:${nameFor(issue)}`,
    'https://x.example',
    'x@x.example',
    `/${nameFor(issue)}/`,
    [],
    {},
  ];
}

/** A path as one text. A key that holds the sign between its steps is wrong itself, so nothing goes unnoticed behind it. */
function textOf(path: readonly PropertyKey[]): string {
  return path.join('\u0000');
}

function keyOf({ code, path }: Issue): string {
  return `${code === 'unrecognized_keys' ? code : ''}\u0000${textOf(path)}`;
}

function parentOf(value: unknown, path: Path): Record<PropertyKey, unknown> | null {
  let at = value as Record<PropertyKey, unknown> | undefined;
  for (const step of path) at = at?.[step] as Record<PropertyKey, unknown> | undefined;
  return typeof at === 'object' && at !== null ? at : null;
}

const CORRECTION = { datum: '2000', bereik: 'totaal', oud: 0, nieuw: 1, reden: '…' };

/** Takes the value at an issue's path away, or puts the next stand-in there. */
function mend(value: unknown, issue: Issue, attempt: number): void {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const at = parentOf(value, path);
    for (const key of issue.keys) delete at?.[key];
    return;
  }
  // Half a correction says nothing: a whole one stands in. Of a row it only counts that it is there.
  const isStatus = path[0] === 'resultaten' && (path.length === 2 || (path.length === 3 && path[2] === 'status'));
  const [whole, standIn] =
    path[0] === 'correcties' && path.length > 1
      ? [path.slice(0, 2), CORRECTION]
      : [path, isStatus ? 'niet beoordeeld' : attempt === 0 ? undefined : standIns(issue)[attempt - 1]];
  const [at, key] = [parentOf(value, whole.slice(0, -1)), whole.at(-1)!];
  if (!at) return;
  if (standIn === undefined && !Array.isArray(at)) delete at[key];
  else at[key] = standIn ?? standIns(issue)[0];
  if (typeof key === 'string' && DEPENDENT[key] !== undefined) delete at[DEPENDENT[key]];
}

/** Paths that were mended, and the paths that those are part of. */
class Mended {
  readonly #paths = new Set<string>();
  readonly #wholes = new Set<string>();

  add(path: Path): void {
    const whole = textOf(path);
    if (this.#paths.has(whole)) return;
    this.#paths.add(whole);
    for (let length = 1; length < path.length; length++) this.#wholes.add(textOf(path.slice(0, length)));
  }

  /** Whether a path is that of a mended value, of what it is part of, of something in it or, of what decides on a form, beside it. */
  concerns(path: Path): boolean {
    const whole = textOf(path);
    return (
      this.#paths.has(whole) ||
      this.#wholes.has(whole) ||
      path.some(
        (_, index) =>
          this.#paths.has(textOf(path.slice(0, index + 1))) ||
          this.#paths.has(textOf([...path.slice(0, index), 'openbaar'])),
      )
    );
  }
}

const MOST_ATTEMPTS = 24;

/**
 * Parses a value and looks on past its issues: puts aside what is wrong, and where that was required, puts a stand-in
 * there, until the rest can be read. Returns every issue found on the way, and the value if enough of it is left.
 * Changes `value`.
 */
export function repair<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  tree: SourceNode,
): { value: z.infer<Schema> | null; issues: readonly Issue[] } {
  const found: Issue[] = [];
  const attempts = new Map<string, number>();
  const mended = new Mended();
  for (let turn = 0; turn < MOST_ATTEMPTS; turn++) {
    const result = schema.safeParse(value);
    if (result.success) return { value: result.data, issues: found };
    const issues = result.error.issues
      .flatMap((issue) => unfold(issue, tree))
      .map((issue) => ({ issue, key: keyOf(issue) }));
    // Taking a required value away makes it missing, and a stand-in lacks what belongs in it: no problems of the author's.
    for (const { issue, key } of issues)
      if (!attempts.has(key) && !mended.concerns(issue.path as Path)) found.push(issue);
    for (const key of new Set(issues.map(({ key: each }) => each))) attempts.set(key, (attempts.get(key) ?? -1) + 1);
    for (const { issue, key } of issues) {
      mend(value, issue, attempts.get(key)!);
      if (issue.code !== 'unrecognized_keys') mended.add(issue.path as Path);
    }
  }
  return { value: null, issues: found };
}
