import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { readData } from '../../scripts/io/read.ts';
import { readContract } from '../../scripts/contract/read.ts';
import { scratch } from '../support/scratch.ts';

const FOLDER = '.github/workflows';

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly steps?: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
    readonly name?: string;
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

/** Checked by hand to be what these versions are, and to run on Node 24. Source: the releases of each action. */
const ACTIONS: Readonly<Record<string, string>> = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1  # v7.0.1',
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020  # v7.0.0',
  'actions/upload-artifact': 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f  # v7.0.0',
  'actions/download-artifact': '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c  # v8.0.1',
  'actions/upload-pages-artifact': 'fc324d3547104276b827a68afc52ff2a11cc49c9  # v5.0.0',
  'actions/deploy-pages': 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128  # v5.0.0',
};

test('every action is one that was looked at, in that version', () => {
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

test('workflows begin with no right to write; only two jobs may write, each what it is for', () => {
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

function workflowOf(name: string): Workflow {
  return workflows.find((each) => each.name === name)!.workflow;
}

/** What the steps of a job run, in order; a step that uses an action by the name of that. */
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
      ['pages', 'nakijken'],
    ].map(([name, needs]) => [name, needs, "github.ref == 'refs/heads/main'"]),
  );
});

test('what has a leak or expires is looked at every week, in every pull request and after every change, and stops no publication', () => {
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

test('the weekly look says so itself before GitHub turns it off, where nothing changes', () => {
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

/** Who approves a file: the last line of CODEOWNERS that fits it. */
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

test('whatever runs when the site is made and published is approved by those who keep the program', () => {
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
      (file) => file !== 'docs/redactie.md' && !/^data\/(?!schema\/)[\w./-]+\.(?:yaml|css|svg)$/.test(file),
    ),
    [],
  );
  assert.is(ownerOf('data/site.yaml', owners), '@voorbeeld-organisatie/redactie');
  assert.match(ownerOf('data/flevoland/normen/1.0/metingen/2022-eindevaluatie/resultaten/urk.yaml', owners)!, /\/urk$/);
});

test('each organisation of a real report owns its results, and placeholders say that they are', () => {
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
