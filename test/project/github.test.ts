import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { openData } from '../../scripts/io/edit.ts';
import { readContract } from '../../scripts/contract/read.ts';

const FOLDER = '.github/workflows';

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly steps?: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = fs
  .readdirSync(FOLDER)
  .map((name) => ({ name, text: fs.readFileSync(`${FOLDER}/${name}`, 'utf8') }))
  .map(({ name, text }) => ({ name, text, workflow: parse(text) as Workflow }));

const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([job, value]) => ({ name: `${name}: ${job}`, job: value })),
);

test('every action is pinned by a commit hash, with its version beside it', () => {
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

test('workflows begin with no right to write; only three jobs may write, each one thing', () => {
  assert.equal(
    workflows
      .filter(({ workflow }) => Object.values(workflow.permissions).some((right) => right !== 'read'))
      .map(({ name }) => name),
    [],
  );
  const writing = jobs
    .filter(({ job }) => Object.values(job.permissions ?? {}).includes('write'))
    .map(({ name, job }) => [name, Object.keys(job.permissions!)]);
  assert.equal(writing, [
    ['publiceren.yml: pages', ['pages', 'id-token']],
    ['voorbeeld.yml: reactie', ['pull-requests']],
  ]);
});

test('a job that may write runs nothing of a pull request, and no workflow uses a secret or the rights of the base for a fork', () => {
  for (const { name, job } of jobs.filter((each) => Object.values(each.job.permissions ?? {}).includes('write'))) {
    assert.not.ok(
      job.steps!.some((step) => step.uses?.startsWith('actions/checkout') || /\b(?:npm|node)\b/.test(step.run ?? '')),
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
  assert.equal(kept, []);
});

test('no text of a pull request is pasted into a shell', () => {
  const pasted = jobs.flatMap(({ name, job }) =>
    (job.steps ?? []).filter(({ run }) => run?.includes('${{')).map(() => name),
  );
  assert.equal(pasted, []);
});

test('the site is published only after every check', () => {
  const { jobs: publish } = workflows.find(({ name }) => name === 'publiceren.yml')!.workflow;
  assert.is(publish.controle!.uses, './.github/workflows/controle.yml');
  assert.is(publish.bouwen!.needs, 'controle');
  assert.is(publish.pages!.needs, 'bouwen');
});

test('each organisation of a real report owns its results, and placeholders say that they are', () => {
  const owners = fs.readFileSync('.github/CODEOWNERS', 'utf8');
  const missing = readContract(openData('data'))
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
