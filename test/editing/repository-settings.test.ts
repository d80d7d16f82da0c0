import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { QUESTIONS } from '../../scripts/editing/repository-settings.ts';
import { putFiles, scratch } from '../support/scratch.ts';

type GitHubAnswers = Partial<Record<keyof typeof QUESTIONS, unknown>>;

/** A repository in which everything is set as it should be. */
const RIGHT: GitHubAnswers = {
  repository: {
    private: false,
    default_branch: 'main',
    allow_squash_merge: true,
    allow_merge_commit: false,
    allow_rebase_merge: false,
    delete_branch_on_merge: true,
  },
  workflows: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: true },
  rules: [
    { type: 'pull_request', parameters: { require_code_owner_review: true } },
    {
      type: 'required_status_checks',
      parameters: { required_status_checks: [{ context: 'Gegevens' }, { context: 'Formulieren en opmaak' }] },
    },
  ],
  owners: { errors: [] },
  pages: { build_type: 'workflow' },
};

/** Runs the command with these answers of `gh`; without an answer, access is denied. */
function settings(answers: GitHubAnswers, ...args: readonly string[]) {
  const tools = scratch('gh');
  const known = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [QUESTIONS[name as never], answer]));
  const program = `#!/usr/bin/env node
const answer = ${JSON.stringify(known)}[process.argv[3]];
if (answer === undefined) { console.error('gh: Not Found (HTTP 404)'); process.exit(1); }
console.log(JSON.stringify(answer));
`;
  putFiles(tools, { gh: program });
  fs.chmodSync(path.join(tools, 'gh'), 0o755);
  const env = { ...process.env, PATH: `${tools}:${process.env.PATH}`, GITHUB_ACTIONS: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/cli/start.js', 'settings', ...args], {
    env,
  });
  return { status, out: stdout.toString(), err: stderr.toString() };
}

test('a repository in which everything is set gets that message', () => {
  const { status, out, err } = settings(RIGHT);
  assert.is(status, 0, err);
  assert.match(out, /Alles is ingesteld\./);
  assert.is(err, '');
});

test('each missing setting is reported, with where to set it', () => {
  const { status, out, err } = settings({
    ...RIGHT,
    workflows: { default_workflow_permissions: 'write', can_approve_pull_request_reviews: false },
    rules: [],
    owners: { errors: [{ kind: 'Unknown owner' }] },
  });
  assert.is(status, 1);
  assert.equal(
    err
      .trim()
      .split('\n')
      .map((line) => /bij (.*)\.$/.exec(line)![1]),
    [
      'Settings, Actions, General, Workflow permissions',
      'Settings, Actions, General, Workflow permissions',
      'Settings, Rules, Rulesets',
      'Settings, Rules, Rulesets, Require status checks to pass',
      'Settings, Rules, Rulesets, Require status checks to pass',
      'het bestand .github/CODEOWNERS',
    ],
  );
  assert.match(out, /Nog in te stellen: 6\. Niet te zien: 0\.$/m);
});

test('a setting that may not be read is reported as such, and not as missing', () => {
  const { status, out } = settings({ rules: RIGHT.rules });
  assert.is(status, 0);
  assert.match(out, /niet te zien: taken mogen een pull request maken .*Kijk zelf bij Settings, Actions/);
  assert.match(out, /Er ontbreekt niets wat hier te zien is\. Niet te zien: 10; dat ziet alleen wie/);
});

test('the site may not link to files in a private repository', () => {
  const data = scratch('gegevens');
  fs.cpSync('data', data, { recursive: true });
  const named = path.join(data, 'site.yaml');
  fs.writeFileSync(
    named,
    fs.readFileSync(named, 'utf8').replace(/^contact: .*$/m, '$&\nrepository: https://github.com/regio/norm'),
  );
  const closed = { ...RIGHT, repository: { ...(RIGHT.repository as object), private: true } };
  assert.match(settings(closed, '--data', data).err, /^nog niet: van een besloten repository noemt site\.yaml/);
  assert.is(settings(closed).err, '');
});

test.run();
