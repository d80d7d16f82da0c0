import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { parse } from 'yaml';
import type { Clone } from './clone.ts';
import { putFiles, scratch } from './scratch.ts';

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string | boolean;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly name?: string;
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export function readWorkflow(name: string): Workflow {
  return parse(fs.readFileSync(`.github/workflows/${name}`, 'utf8')) as Workflow;
}

type Context = Readonly<Record<string, unknown>>;

function asData(value: unknown): data.ExpressionData {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'string') return new data.StringData(value);
  return new data.Dictionary(...Object.entries(value as object).map(([key, each]) => ({ key, value: asData(each) })));
}

/** The value of an expression in a workflow, according to GitHub's own evaluator. */
function evaluated(expression: string, context: Context, isCancelled = false): data.ExpressionData {
  const { tokens } = new Lexer(expression).lex();
  const cancelled = { name: 'cancelled', minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(isCancelled) };
  const parsed = new Parser(tokens, Object.keys(context), [cancelled]).parse();
  const names = asData(context) as data.Dictionary;
  return new Evaluator(parsed, names, new Map([['cancelled', cancelled]])).evaluate();
}

function filled(text: unknown, context: Context): string {
  return String(text).replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluated(expression, context).coerceString(),
  );
}

/** Whether a job or step runs; one without a condition runs only if nothing before it failed. */
function isDue(condition: string | boolean | undefined, context: Context, hasFailed: boolean): boolean {
  const text = String(condition ?? true).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const { value } = asTruth(evaluated(text, context));
  return value && (!hasFailed || /\b(?:cancelled|always)\(/.test(text));
}

function asTruth(result: data.ExpressionData): { readonly value: boolean } {
  return { value: !['', 'false', '0'].includes(result.coerceString()) };
}

/** The calls to the stand-in for `gh`, in order. */
export interface Asked {
  readonly args: readonly string[];
  /** Body of a pull request or comment. */
  readonly text?: string;
}

/** Replaces `npm run --silent NAME -- ARGUMENTS`: runs the same command, without npm's start-up time. */
const NPM = `#!/usr/bin/env bash
[ "$1 $2 $4" = 'run --silent --' ] || exit 2
name=$3
shift 4
exec node scripts/cli/start.js "$name" "$@"
`;

/**
 * Replaces `gh`: records each call, and answers as GitHub does. Of the comments on a pull request, it returns those
 * that begin with and contain what was asked for.
 */
const GH = `#!/usr/bin/env node
const fs = require('node:fs');
const args = process.argv.slice(2);
const remarks = process.env.GH_REMARKS;
const kept = fs.existsSync(remarks) ? JSON.parse(fs.readFileSync(remarks, 'utf8')) : [];
const change = (each) => fs.writeFileSync(remarks, JSON.stringify(each));
const file = args[args.indexOf('--body-file') + 1];
const body = args.find((each) => each.startsWith('body=@'));
const text = args.includes('--body-file') ? fs.readFileSync(file, 'utf8') : body ? fs.readFileSync(body.slice(6), 'utf8') : undefined;
fs.appendFileSync(process.env.GH_ASKED, JSON.stringify({ args, text }) + '\\n');
const jq = args[args.indexOf('--jq') + 1];
const wanted = args.includes('--paginate') ? [...jq.matchAll(/(startsWith|contains)\\("(.*?)"\\)/gi)] : null;
const fits = (remark) => wanted.every(([, how, what]) => how === 'contains' ? remark.includes(what) : remark.startsWith(what));
if (wanted) kept.forEach((remark, index) => fits(remark) && console.log(index));
if (args.includes('POST')) change([...kept, text]);
if (args.includes('PATCH')) change(kept.map((remark, index) => (args[3].endsWith('/' + index) ? text : remark)));
if (args[0] === 'pr' && process.env.GH_REFUSES) process.exit(1);
if (args[0] === 'pr') console.log('https://github.example/regio/norm/pull/7');
`;

/** The result of a workflow run. */
export interface Ran {
  /** The outcome of each job, in order. */
  readonly jobs: Readonly<Record<string, 'success' | 'failure' | 'skipped'>>;
  readonly out: string;
  readonly summary: string;
  readonly asked: readonly Asked[];
}

/** The event that starts a workflow, with what GitHub knows about it. */
export interface Event {
  readonly name: 'workflow_dispatch' | 'pull_request';
  /** The branch that is checked out. */
  readonly branch: string;
  readonly inputs?: Readonly<Record<string, string | boolean>>;
  /** Whether the branch is in a fork. */
  readonly isFork?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs workflows as GitHub does, step by step, in a fresh clone of a bare repository for each job. GitHub's own
 * evaluator computes conditions and values, bash runs scripts, `npm run` skips npm, and a stand-in for `gh` records its
 * calls. Actions are imitated: they check out, and store and fetch files.
 */
export class Runner {
  readonly remote = path.join(scratch('ver'), 'norm.git');
  readonly #project: Clone;
  readonly #tools = scratch('gh');
  /** Artifacts by name: files that jobs pass to one another and people may download. */
  readonly artifacts = new Map<string, string>();
  #count = 0;

  constructor(project: Clone) {
    this.#project = project;
    execFileSync('git', ['clone', '--quiet', '--bare', project.folder, this.remote]);
    // A single pack is cloned without repacking, and this is cloned dozens of times.
    execFileSync('git', ['-C', this.remote, 'repack', '-adq']);
    putFiles(this.#tools, { gh: GH, npm: NPM });
    for (const name of ['gh', 'npm']) fs.chmodSync(path.join(this.#tools, name), 0o755);
  }

  /** A clone of a branch, as for someone who works on it in a browser. */
  checkout(branch: string, ...options: readonly string[]): string {
    const folder = path.join(scratch('werk'), 'norm');
    execFileSync('git', ['clone', '--quiet', ...options, '--branch', branch, `file://${this.remote}`, folder]);
    // With the bundled program; it is recognised by the modification times of its scripts, so those are kept.
    const listed = execFileSync('git', ['-C', folder, 'ls-files', 'scripts', 'package-lock.json']).toString();
    for (const name of listed.trim().split('\n')) {
      const { atime, mtime } = fs.statSync(this.#project.path(name));
      fs.utimesSync(path.join(folder, name), atime, mtime);
    }
    fs.symlinkSync(this.#project.path('.cache'), path.join(folder, '.cache'));
    fs.symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    return folder;
  }

  /** Runs everything that a workflow does for an event. */
  run(name: string, event: Event): Ran {
    this.#count += 1;
    const tip = execFileSync('git', ['-C', this.remote, 'rev-parse', event.branch]).toString().trim();
    const head = { sha: tip, repo: { full_name: event.isFork ? 'iemand/norm' : 'regio/norm' } };
    const github = {
      event_name: event.name,
      ref: event.name === 'pull_request' ? 'refs/pull/7/merge' : `refs/heads/${event.branch}`,
      head_ref: event.name === 'pull_request' ? event.branch : '',
      sha: tip,
      token: 'geheim',
      repository: 'regio/norm',
      event: event.name === 'pull_request' ? { pull_request: { number: 7, head } } : {},
    };
    const context = { github, inputs: event.inputs ?? {}, runner: {}, steps: {}, needs: {} };
    return this.#workflow(readWorkflow(name), context, event.environment ?? {});
  }

  #workflow(workflow: Workflow, context: Context, environment: Readonly<Record<string, string>>): Ran {
    const jobs: Record<string, 'success' | 'failure' | 'skipped'> = {};
    const needs: Record<string, { outputs: Record<string, string>; result: string }> = {};
    const rans: Omit<Ran, 'jobs'>[] = [];
    for (const [name, job] of Object.entries(workflow.jobs)) {
      const before = [job.needs ?? []].flat();
      const hasFailed = before.some((each) => jobs[each] !== 'success');
      const around = { ...context, needs };
      if (!isDue(job.if, around, hasFailed)) {
        jobs[name] = 'skipped';
        continue;
      }
      if (job.uses) {
        const given = Object.entries(job.with ?? {}).map(([key, value]) => [key, filled(value, around)]);
        const called = readWorkflow(path.basename(job.uses));
        const inputs = { tak: '', nummer: '', ...(Object.fromEntries(given) as object) };
        const ran = this.#workflow(called, { ...around, inputs }, environment);
        rans.push(ran);
        jobs[name] = Object.values(ran.jobs).includes('failure') ? 'failure' : 'success';
      } else {
        const ran = this.#job(job, around, environment);
        rans.push(ran);
        jobs[name] = ran.hasFailed ? 'failure' : 'success';
        needs[name] = { outputs: ran.outputs, result: jobs[name] };
      }
    }
    return {
      jobs,
      out: rans.map(({ out }) => out).join(''),
      summary: rans.map(({ summary }) => summary).join(''),
      asked: rans.flatMap(({ asked }) => asked),
    };
  }

  #job(job: Job, around: Context, environment: Readonly<Record<string, string>>) {
    const temporary = scratch('runner');
    const [summary, asked] = [path.join(temporary, 'summary'), path.join(temporary, 'asked')];
    for (const file of [summary, asked]) fs.writeFileSync(file, '');
    const steps: Record<string, { outputs: Record<string, string> }> = {};
    const context = { ...around, runner: { temp: temporary }, steps };
    let [folder, out, hasFailed] = [temporary, '', false];
    for (const step of job.steps ?? []) {
      if (!isDue(step.if, context, hasFailed)) continue;
      const given = Object.fromEntries(
        Object.entries(step.with ?? {}).map(([key, value]) => [key, filled(value, context)]),
      );
      const outputs = path.join(scratch('uit'), 'outputs');
      fs.writeFileSync(outputs, '');
      if (step.uses?.startsWith('actions/checkout')) folder = this.#checkedOut(given, context);
      else if (step.uses) this.#action(step.uses, given, folder, outputs);
      else if (!step.run!.startsWith('npm ci')) {
        const own = Object.entries(step.env ?? {}).map(([key, value]) => [key, filled(value, context)]);
        const ran = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run!], {
          cwd: folder,
          encoding: 'utf8',
          env: {
            HOME: process.env.HOME,
            PATH: `${this.#tools}:${process.env.PATH}`,
            GITHUB_ACTIONS: 'true',
            GITHUB_REPOSITORY: 'regio/norm',
            GITHUB_SERVER_URL: 'https://github.example',
            GITHUB_RUN_NUMBER: String(this.#count),
            GITHUB_RUN_ATTEMPT: '1',
            GITHUB_OUTPUT: outputs,
            GITHUB_STEP_SUMMARY: summary,
            RUNNER_TEMP: temporary,
            GH_ASKED: asked,
            GH_REMARKS: path.join(this.#tools, 'remarks'),
            ...environment,
            ...(Object.fromEntries(own) as object),
          },
        });
        out += `${ran.stdout}${ran.stderr}`;
        hasFailed ||= ran.status !== 0;
      }
      if (step.id) steps[step.id] = { outputs: readOutputs(outputs) };
    }
    return {
      hasFailed,
      out,
      summary: fs.readFileSync(summary, 'utf8'),
      asked: fs
        .readFileSync(asked, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Asked),
      outputs: Object.fromEntries(
        Object.entries(job.outputs ?? {}).map(([key, value]) => [key, filled(value, context)]),
      ),
    };
  }

  #checkedOut({ ref = '', 'fetch-depth': depth = '1' }: Readonly<Record<string, string>>, { github }: Context): string {
    const { sha } = github as { readonly sha: string };
    const wanted = ref || sha;
    const branches = execFileSync('git', ['-C', this.remote, 'for-each-ref', '--format=%(refname:short) %(objectname)'])
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    const branch = branches.find(([name, hash]) => name === wanted || hash === wanted)![0]!;
    return this.checkout(branch, ...(depth === '0' ? [] : ['--depth=1']));
  }

  #action(uses: string, given: Readonly<Record<string, string>>, folder: string, outputs: string): void {
    const { name = '', path: place = '.' } = given;
    if (uses.startsWith('actions/upload-artifact')) {
      const kept = scratch('artifact');
      fs.cpSync(path.resolve(folder, place), kept, { recursive: true });
      this.artifacts.set(name, kept);
      fs.appendFileSync(outputs, `artifact-url=https://github.example/download/${name}\n`);
    } else if (uses.startsWith('actions/download-artifact')) {
      fs.cpSync(this.artifacts.get(name)!, path.resolve(folder, place), { recursive: true });
    }
  }
}

function readOutputs(file: string): Record<string, string> {
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
