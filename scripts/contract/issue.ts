import type { z } from 'zod';
import type { SourceNode } from '../model/tree.ts';
import { nodeAt, type Path } from './tree.ts';

export type Issue = z.core.$ZodIssue;

/** Replaces the issue of a value that may have one of two forms by the issues of the form that was meant. */
export function unfold(issue: Issue, tree: SourceNode): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const node = nodeAt(tree, issue.path as Path);
  function isWrongKind(inner: Issue): boolean {
    return (
      inner.path.length === 0 &&
      (inner.code === 'invalid_type' || (inner.code === 'invalid_value' && node?.kind !== 'scalar'))
    );
  }
  const meant = issue.errors.find((inner) => !inner.some(isWrongKind));
  if (!meant) return [issue];
  return meant.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] } as Issue, tree));
}
