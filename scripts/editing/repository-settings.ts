/** GitHub's answers about a repository, by question; null if it may not be seen or does not exist. */
export type GitHubAnswers = Readonly<Record<keyof typeof QUESTIONS, unknown>>;

/** The questions to GitHub. Source: its REST API, version 2022-11-28. */
export const QUESTIONS = {
  repository: 'repos/{owner}/{repo}',
  workflows: 'repos/{owner}/{repo}/actions/permissions/workflow',
  rules: 'repos/{owner}/{repo}/rules/branches/main',
  owners: 'repos/{owner}/{repo}/codeowners/errors',
  pages: 'repos/{owner}/{repo}/pages',
} as const;

/** A setting that the editors' tasks need: whether it is right, or null if that cannot be seen. */
export interface Setting {
  readonly isRight: boolean | null;
  /** What it should be, as a sentence without its full stop. */
  readonly wanted: string;
  /** Where to set it. */
  readonly where: string;
}

type Json = Readonly<Record<string, unknown>>;

/** A value at a path in an answer; undefined if it is not there. */
function at(answer: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (value as Json | null | undefined)?.[key], answer);
}

/** Null if nothing can be seen. */
function is(value: unknown, wanted: unknown): boolean | null {
  return value === undefined || value === null ? null : value === wanted;
}

/** Checks that a pull request must pass. Source: the names of their jobs. */
const CHECKS = ['Gegevens', 'Formulieren en opmaak'];

/** Every setting that the editors' tasks need; `namesRepository`: whether the site links to files and lines in it. */
export function settingsOf(
  { repository, workflows, rules, owners, pages }: GitHubAnswers,
  namesRepository: boolean,
): Setting[] {
  const list = Array.isArray(rules) ? (rules as Json[]) : null;
  function rule(type: string): Json | undefined {
    return list?.find((each) => each.type === type);
  }
  const review = at(rule('pull_request'), 'parameters', 'require_code_owner_review') === true;
  const required = at(rule('required_status_checks'), 'parameters', 'required_status_checks');
  const names = Array.isArray(required) ? required.map((each: Json) => each.context) : [];
  const mistakes = at(owners, 'errors');
  const isPrivate = at(repository, 'private');
  const general = 'Settings, General, Pull Requests';
  const actions = 'Settings, Actions, General, Workflow permissions';
  return [
    {
      isRight: is(at(workflows, 'can_approve_pull_request_reviews'), true),
      wanted: 'taken mogen een pull request maken (Allow GitHub Actions to create and approve pull requests)',
      where: actions,
    },
    {
      isRight: is(at(workflows, 'default_workflow_permissions'), 'read'),
      wanted: 'een workflow mag niet meer dan lezen, tenzij er in haar staat wat zij meer mag',
      where: actions,
    },
    { isRight: is(at(repository, 'default_branch'), 'main'), wanted: 'de tak heet main', where: 'Settings, General' },
    {
      isRight: is(at(repository, 'allow_squash_merge'), true),
      wanted: 'een voorstel wordt één commit (Allow squash merging)',
      where: general,
    },
    {
      isRight: is(at(repository, 'allow_merge_commit'), false),
      wanted: 'en niet anders (Allow merge commits staat uit), zodat een weggehaald formulier niet in main komt',
      where: general,
    },
    {
      isRight: is(at(repository, 'allow_rebase_merge'), false),
      wanted: 'en niet anders (Allow rebase merging staat uit), zodat een weggehaald formulier niet in main komt',
      where: general,
    },
    {
      isRight: is(at(repository, 'delete_branch_on_merge'), true),
      wanted: 'een tak gaat weg als hij is samengevoegd (Automatically delete head branches)',
      where: general,
    },
    {
      isRight: list === null ? null : review,
      wanted: 'main vraagt een pull request, goedgekeurd door Code Owners',
      where: 'Settings, Rules, Rulesets',
    },
    ...CHECKS.map((check) => ({
      isRight: list === null ? null : names.includes(check),
      wanted: `main vraagt de controle "${check}"`,
      where: 'Settings, Rules, Rulesets, Require status checks to pass',
    })),
    {
      isRight: Array.isArray(mistakes) ? mistakes.length === 0 : null,
      wanted: 'wie iets goedkeurt, bestaat',
      where: 'het bestand .github/CODEOWNERS',
    },
    {
      isRight: pages === null ? null : at(pages, 'build_type') === 'workflow',
      wanted: 'staat de site op GitHub Pages, dan zet een workflow haar daar',
      where: 'Settings, Pages, Source: GitHub Actions',
    },
    {
      isRight: typeof isPrivate === 'boolean' ? !(isPrivate && namesRepository) : null,
      wanted: 'van een besloten repository noemt site.yaml het adres niet, want een lezer kan haar niet openen',
      where: 'data/site.yaml, repository',
    },
  ];
}

/** A setting as a line that says whether it is right, and where to set it. */
export function settingLine({ isRight, wanted, where }: Setting): string {
  if (isRight === null) return `niet te zien: ${wanted}. Kijk zelf bij ${where}.`;
  return isRight ? `in orde: ${wanted}.` : `nog niet: ${wanted}. Dit stelt u in bij ${where}.`;
}
