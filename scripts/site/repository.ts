import type { Origin } from '../model/problem.ts';

/** The part of an address that says which branch is shown, as GitHub, GitLab and Forgejo write it. */
const NAMES_BRANCH = /\/(?:-\/)?(?:blob|tree|src\/branch|src\/commit)\/[^/]+/;

/**
 * The address of a line in a repository. Where the repository's own address names no branch, the one that is shown first
 * is taken, in the way of GitHub, or of GitLab where the host is called so.
 */
export function repositoryAddress(repository: string, { file, line }: Origin): string {
  const base = repository.replace(/\/+$/, '').replace(/\.git$/, '');
  const path = file.split('/').map(encodeURIComponent).join('/');
  if (NAMES_BRANCH.test(new URL(base).pathname)) return `${base.replace('/tree/', '/blob/')}/${path}#L${line}`;
  const branch = new URL(base).hostname.includes('gitlab') ? '/-/blob/HEAD/' : '/blob/HEAD/';
  return `${base}${branch}${path}#L${line}`;
}
