import type { z } from 'zod';
import type { SourceNode } from '../model/tree.ts';
import { unfold, type Issue } from './issue.ts';

/** Stand-ins for required values on which no rule depends, by the key under which they stand. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  titel: '…', naam: '…', korte_naam: '…', samenvatting: '…', toelichting: '…', reden: '…', uitgever: '…', status: 'niet beoordeeld',
};

const keyOf = (issue: Issue): string | number | undefined => issue.path.at(-1) as string | number | undefined;

/** Takes away, or with `standIn` replaces, the value at an issue's path. */
const mend = (value: unknown, issue: Issue, standIn: boolean): void => {
  let at = value as Record<PropertyKey, unknown> | undefined;
  // No other rule rests on a correction, and half of one says nothing.
  if (issue.path[0] === 'correcties' && at) return void delete at.correcties;
  const path = issue.code === 'unrecognized_keys' ? issue.path : issue.path.slice(0, -1);
  for (const step of path) at = at?.[step] as Record<PropertyKey, unknown> | undefined;
  if (typeof at !== 'object' || at === null || Array.isArray(at)) return;
  if (issue.code === 'unrecognized_keys') for (const key of issue.keys) delete at[key];
  else if (issue.path.at(-2) === 'resultaten') at[keyOf(issue)!] = 'niet beoordeeld';
  else if (standIn && STAND_INS[String(keyOf(issue))] !== undefined) at[keyOf(issue)!] = STAND_INS[String(keyOf(issue))];
  else delete at[keyOf(issue)!];
};

/**
 * Parses a value and looks on past its issues: puts aside what is wrong, and where that was required, puts a stand-in
 * there. Returns every issue found on the way, and the value if enough of it is left. Changes `value`.
 */
export const repair = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  tree: SourceNode,
): { value: z.infer<Schema> | null; issues: readonly Issue[] } => {
  const found: Issue[] = [];
  for (const standIn of [false, true, true]) {
    const result = schema.safeParse(value);
    if (result.success) return { value: result.data, issues: found };
    // Taking a required value away makes it missing: that is no problem of the author's.
    const seen = new Set(found.map((issue) => issue.path.join('\n')));
    for (const issue of result.error.issues.flatMap((each) => unfold(each, tree))) if (!seen.has(issue.path.join('\n'))) found.push(issue);
    for (const issue of found) mend(value, issue, standIn);
  }
  return { value: null, issues: found };
};
