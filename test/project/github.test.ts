import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { readData } from '../../scripts/io/read.ts';
import { readContract } from '../../scripts/contract/read.ts';
import { DOCUMENT_KIND_WORDS, ORGANISATION_KIND_WORDS } from '../../scripts/contract/files/report.ts';
import { ROUND_KIND_WORDS } from '../../scripts/contract/files/round.ts';
import { CORRECTED_STATUSES } from '../../scripts/editing/correct.ts';
import { scratch } from '../support/scratch.ts';
import type { Job, Workflow } from '../support/workflow.ts';

const FOLDER = '.github/workflows';

const workflows = fs
  .readdirSync(FOLDER)
  .map((name) => ({ name, text: fs.readFileSync(`${FOLDER}/${name}`, 'utf8') }))
  .map(({ name, text }) => ({ name, text, workflow: parse(text) as Workflow }));

const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([job, value]) => ({ name: `${name}: ${job}`, job: value })),
);

test('every action is pinned by a commit hash, with its version next to it', () => {
  const used = workflows.flatMap(({ text }) => text.split('\n').filter((line) => /\buses:/.test(line)));
  assert.ok(used.length > 5);
  assert.equal(
    used.filter(
      (line) =>
        !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} {2}# v\d+\.\d+\.\d+$/.test(line) &&
        !/uses: \.\/\.github\/workflows\/[\w-]+\.yml$/.test(line),
    ),
    [],
  );
});

/** Checked by hand: these hashes are those versions, and they run on Node 24. Source: the releases of each action. */
const ACTIONS: Readonly<Record<string, string>> = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1  # v7.0.1',
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020  # v7.0.0',
  'actions/upload-artifact': 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f  # v7.0.0',
  'actions/download-artifact': '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c  # v8.0.1',
  'actions/upload-pages-artifact': 'fc324d3547104276b827a68afc52ff2a11cc49c9  # v5.0.0',
  'actions/deploy-pages': 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128  # v5.0.0',
};

test('every action has been reviewed, in that version', () => {
  const used = workflows.flatMap(({ text }) => [...text.matchAll(/uses: (actions\/[\w-]+)@(.*)$/gm)]);
  assert.equal(
    used.filter(([, name, version]) => ACTIONS[name!] !== version).map(([line]) => line),
    [],
  );
  assert.equal([...new Set(used.map(([, name]) => name!))].sort(), Object.keys(ACTIONS).sort());
  const { updates } = parse(fs.readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: { 'package-ecosystem': string }[];
  };
  assert.equal(
    updates.map((each) => each['package-ecosystem']),
    ['github-actions'],
  );
});

test('GitHub’s own parser accepts every workflow, and every expression in it', async () => {
  for (const { name, text } of workflows) {
    const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
    if (value) await convertWorkflowTemplate(context, value);
    assert.equal(
      context.errors.getErrors().map((error) => error.message),
      [],
      name,
    );
  }
  const wrong = parseWorkflow(
    { name: 'x', content: 'on: push\njobs:\n  a:\n    runs-on: x\n    steps: [{run: "${{ inputs.a + 1 }}"}]\n' },
    new NoOperationTraceWriter(),
  );
  assert.is(wrong.context.errors.count > 0, true);
});

/** The only workflow that writes to the repository. */
const WRITER = './.github/workflows/voorstel.yml';

const MAKES_PROPOSALS = ['actions', 'contents', 'pull-requests'];

test('workflows begin with no right to write; content is written by one workflow only, and each job that may write says what', () => {
  assert.equal(
    workflows
      .filter(({ workflow }) => Object.values(workflow.permissions).some((right) => right !== 'read'))
      .map(({ name }) => name),
    [],
  );
  const writing = jobs.filter(({ job }) => Object.values(job.permissions ?? {}).includes('write'));
  assert.equal(
    writing.filter(({ job }) => job.uses !== WRITER).map(({ name, job }) => [name, Object.keys(job.permissions!)]),
    [
      ['publiceren.yml: pages', ['pages', 'id-token']],
      ['voorbeeld.yml: reactie', ['pull-requests']],
      ['voorstel.yml: schrijven', MAKES_PROPOSALS],
    ],
  );
  const callers = writing.filter(({ job }) => job.uses === WRITER);
  assert.equal(
    callers.map(({ name, job }) => [name, Object.keys(job.permissions!)]),
    [
      'correctie.yml: voorstel',
      'editie.yml: voorstel',
      'inlezen.yml: schrijven',
      'nieuw-document.yml: voorstel',
      'nieuwe-meting.yml: voorstel',
      'nieuwe-norm.yml: voorstel',
      'nieuwe-organisatie.yml: voorstel',
      'publicatie.yml: voorstel',
    ].map((name) => [name, MAKES_PROPOSALS]),
  );
  assert.equal(Object.keys(workflowOf('voorstel.yml').on), ['workflow_call']);
});

test('a job that may write runs no program of the repository, and no workflow uses a secret or the rights of the base for a fork', () => {
  for (const { name, job } of jobs.filter(({ job: { steps, permissions } }) => steps && mayWrite(permissions))) {
    const steps = job.steps!;
    assert.equal(
      steps.filter(({ run = '' }) => /\b(?:npm|npx|node|\.\/\w+)\b/.test(run)).map(({ run }) => run),
      [],
      name,
    );
    assert.is(
      steps.some(({ uses = '' }) => uses.startsWith('actions/checkout')),
      name === 'voorstel.yml: schrijven',
      name,
    );
  }
  assert.equal(
    workflows.filter(({ text }) => /pull_request_target|workflow_run|secrets\./.test(text)).map(({ name }) => name),
    [],
  );
  const kept = jobs.flatMap(({ name, job }) =>
    (job.steps ?? [])
      .filter((step) => step.uses?.startsWith('actions/checkout') && step.with?.['persist-credentials'] !== false)
      .map(() => name),
  );
  assert.equal(kept, ['voorstel.yml: schrijven']);
});

function mayWrite(permissions: Job['permissions'] = {}): boolean {
  return Object.values(permissions).includes('write');
}

interface Input {
  readonly description: string;
  readonly type: string;
  readonly options?: readonly string[];
}

/** The tasks that an editor starts by hand, with the inputs of each. */
const tasks = workflows.flatMap(({ name, workflow }) => {
  const by = workflow.on.workflow_dispatch as { inputs?: Readonly<Record<string, Input>> } | null | undefined;
  return by?.inputs && name !== 'voorbeeld.yml' ? [{ name, workflow, inputs: by.inputs }] : [];
});

test('every task of an editor is one line, which reads what was typed from its environment', () => {
  assert.equal(
    tasks.map(({ workflow }) => workflow.name),
    [
      'Correctie',
      'Editie',
      'Formulieren',
      'Nieuw document',
      'Nieuwe meting',
      'Nieuwe norm',
      'Nieuwe organisatie',
      'Publicatie',
    ],
  );
  for (const { name, workflow, inputs } of tasks) {
    const { env = {}, run = '' } = workflow.jobs.maken!.steps!.find((step) => step.run?.startsWith('npm run'))!;
    assert.is(run.split('\n').length, 1, name);
    assert.equal(
      Object.keys(inputs).map((input) => input.toUpperCase()),
      Object.keys(env),
      name,
    );
    for (const key of Object.keys(env))
      assert.ok(run.includes(`="$${key}"`) || run.includes(`\${${key}:+--`), `${name}: ${key}`);
    assert.ok(Object.keys(inputs).length <= 10, 'GitHub asks no more than ten things');
  }
});

test('lists to choose from have the words of the contract, and nothing that depends on the data', () => {
  const lists: Readonly<Record<string, readonly [name: string, words: readonly string[]]>> = {
    'correctie.yml': ['nieuw', CORRECTED_STATUSES],
    'nieuw-document.yml': ['soort', DOCUMENT_KIND_WORDS],
    'nieuwe-meting.yml': ['soort', ROUND_KIND_WORDS],
    'nieuwe-organisatie.yml': ['soort', ORGANISATION_KIND_WORDS],
  };
  for (const { name, inputs } of tasks) {
    const picked = Object.entries(inputs).filter(([, { type }]) => type === 'choice');
    assert.equal(
      picked.map(([key, { options = [] }]) => [key, [...options].sort()]),
      lists[name] ? [[lists[name][0], [...lists[name][1]].sort()]] : [],
    );
  }
});

test('a stranger’s branch cancels no run of ours, whatever its name, and nothing is ever added to main', () => {
  const groups = workflows.flatMap(({ text }) => [...text.matchAll(/^ {2}group: (.*)$/gm)].map(([, group]) => group!));
  assert.is(groups.length, 3);
  assert.equal(
    groups.filter((group) => /head_ref|head\.ref|label/.test(group)),
    [],
  );
  assert.equal(workflowOf('inlezen.yml').on.pull_request, { branches: ['main'] });
});

test('a difference in style never fails a check', () => {
  assert.equal(
    workflows.filter(({ text }) => /format\b.*--check/.test(text)).map(({ name }) => name),
    [],
  );
});

test('no text of a pull request is pasted into a shell', () => {
  const pasted = jobs.flatMap(({ name, job }) =>
    (job.steps ?? []).filter(({ run }) => run?.includes('${{')).map(() => name),
  );
  assert.equal(pasted, []);
});

function workflowOf(name: string): Workflow {
  return workflows.find((each) => each.name === name)!.workflow;
}

/** What the steps of a job run, in order; a step with an action is listed by the action's name. */
function stepsOf({ steps = [] }: Job): string[] {
  return steps.map(({ run, uses }) => run ?? uses!.replace(/@.*/, ''));
}

test('the site is published only after every check, from main alone, also when it is started by hand', () => {
  const { jobs: publish, on } = workflowOf('publiceren.yml');
  assert.equal(on, { push: { branches: ['main'] }, workflow_dispatch: null });
  assert.is(publish.controle!.uses, './.github/workflows/controle.yml');
  assert.equal(
    Object.entries(publish).map(([name, { needs, if: only }]) => [name, needs, only]),
    [
      ['controle', undefined],
      ['bouwen', 'controle'],
      ['nakijken', 'bouwen'],
      ['pages', ['bouwen', 'nakijken']],
    ].map(([name, needs]) => [name, needs, "github.ref == 'refs/heads/main'"]),
  );
});

test('leaks and expiry dates are checked every week, in every pull request and after every change, and block no publication', () => {
  const { on, jobs: upkeep } = workflowOf('onderhoud.yml');
  assert.equal(Object.keys(on), ['pull_request', 'push', 'schedule', 'workflow_dispatch']);
  assert.match((on.schedule as { cron: string }[])[0]!.cron, /^\d+ \d+ \* \* [0-6]$/);
  assert.ok(stepsOf(upkeep.pakketten!).includes('npm audit --audit-level=high'));
  assert.ok(stepsOf(upkeep.meldadres!).includes('npm run expiry'));
  assert.equal(
    workflows.filter(({ text }) => text.includes('uses: ./.github/workflows/onderhoud.yml')).map(({ name }) => name),
    [],
  );
});

test('the weekly check warns before GitHub disables it for lack of activity', () => {
  const script = workflowOf('onderhoud.yml').jobs.stilte!.steps!.at(-1)!.run!;
  const day = 24 * 60 * 60;
  for (const [days, status] of [
    [0, 0],
    [39, 0],
    [41, 1],
    [300, 1],
  ] as const) {
    const folder = scratch('stil');
    const date = `${Math.floor(Date.now() / 1000) - days * day} +0000`;
    const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
    const identity = ['-c', 'user.name=R', '-c', 'user.email=r@voorbeeld.example', '-c', 'commit.gpgsign=false'];
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', [...identity, 'commit', '--quiet', '--allow-empty', '-m', 'x'], { cwd: folder, env });
    const ran = spawnSync('bash', ['-e', '-c', script], { cwd: folder, encoding: 'utf8' });
    assert.equal([days, ran.status], [days, status]);
    assert.is(/^::error::.*60 dagen/m.test(ran.stdout), status === 1);
  }
});

/** The owners who must approve a file: those of the last matching line of CODEOWNERS. */
function ownerOf(file: string, owners: string): string | undefined {
  return owners
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
    .findLast(([pattern]) => {
      if (pattern === '*') return true;
      const path = pattern!.slice(1).replace(/[.+]/g, '\\$&').replaceAll('*', '[^/]*');
      return new RegExp(`^${path}${path.endsWith('/') ? '' : '$'}`).test(file);
    })?.[1];
}

test('everything that runs when the site is built and published needs approval of the program’s maintainers', () => {
  const owners = fs.readFileSync('.github/CODEOWNERS', 'utf8');
  for (const name of [
    '.ci/',
    '.eleventy.js',
    '.github/',
    '.npmrc',
    'content/',
    'package-lock.json',
    'package.json',
    'scripts/',
  ])
    assert.match(owners, new RegExp(`^/${name.replace(/\./g, '\\.')} +@voorbeeld-organisatie/techniek$`, 'm'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n');
  const others = files.filter((file) => ownerOf(file, owners) !== '@voorbeeld-organisatie/techniek');
  assert.equal(
    others.filter(
      (file) =>
        file !== 'docs/redactie.md' &&
        file !== 'formulieren/LEESMIJ.md' &&
        file !== 'data/adressen.txt' &&
        !/^data\/(?!schema\/)[\w./-]+\.(?:yaml|css|svg)$/.test(file) &&
        !/^data\/[\w-]+\/edities\/[\d-]+\.(?:json|zip)$/.test(file),
    ),
    [],
  );
  assert.is(ownerOf('data/site.yaml', owners), '@voorbeeld-organisatie/redactie');
  assert.match(ownerOf('data/flevoland/normen/1.0/metingen/2022-eindevaluatie/resultaten/urk.yaml', owners)!, /\/urk$/);
});

test('each organisation of a real report owns its results, and placeholders say that they are placeholders', () => {
  const owners = fs.readFileSync('.github/CODEOWNERS', 'utf8');
  const missing = readContract(readData('data'))
    .reports.filter(({ data }) => !data.fictional)
    .flatMap(({ data }) =>
      data.organisations
        .map(({ id }) => `/data/${data.id}/normen/*/metingen/*/resultaten/${id}.yaml`)
        .filter((path) => !owners.includes(`${path} `)),
    );
  assert.equal(missing, []);
  assert.match(owners, /VUL IN/);
  assert.equal(
    owners
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && !/ @voorbeeld-organisatie\/[\w-]+$/.test(line)),
    [],
  );
});

test('every form for an issue is complete', () => {
  for (const name of fs.readdirSync('.github/ISSUE_TEMPLATE').filter((each) => each !== 'config.yml')) {
    const form = parse(fs.readFileSync(`.github/ISSUE_TEMPLATE/${name}`, 'utf8')) as {
      name: string;
      description: string;
      body: { type: string; id?: string; attributes: object }[];
    };
    assert.ok(form.name && form.description && form.body.length > 0, name);
    assert.equal(
      form.body.filter(({ type, id }) => type !== 'markdown' && !id),
      [],
      name,
    );
  }
});

test.run();
