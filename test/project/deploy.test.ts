import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { scratch } from '../support/scratch.ts';
import { builtSite } from '../support/site.ts';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const { jobs } = parse(fs.readFileSync('.github/workflows/publiceren.yml', 'utf8')) as {
  jobs: Record<string, { steps?: readonly Step[]; outputs?: Readonly<Record<string, string>> }>;
};

/** The working folder of a job, with the built site in it. */
async function workplace(): Promise<string> {
  const folder = scratch('deploy');
  fs.cpSync(await builtSite(), path.join(folder, '_site'), { recursive: true });
  return folder;
}

/**
 * Makes the archive that upload-pages-artifact 5 makes: without names that begin with a dot, unless told to keep them.
 */
function pack(folder: string, { with: inputs = {} }: Step): void {
  fs.mkdirSync(path.join(folder, 'pakket'));
  execFileSync('tar', [
    '--dereference',
    '--hard-dereference',
    '--directory',
    path.join(folder, String(inputs.path)),
    '-cf',
    path.join(folder, 'pakket/artifact.tar'),
    '--exclude=.git',
    '--exclude=.github',
    ...(inputs['include-hidden-files'] === true ? [] : ['--exclude=.[^/]*']),
    '.',
  ]);
}

const upload = jobs.bouwen!.steps!.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'))!;

/** Runs what the job that checks the archives runs, without npm: its commands, each with its outcome. */
function look(folder: string): { status: number | null; out: string }[] {
  return jobs
    .nakijken!.steps!.flatMap(({ run }) => (run && !run.startsWith('npm ci') ? [run] : []))
    .map((run) => {
      const command = run.replace(
        /^npm run (\w+) --/,
        `"${process.execPath}" "${path.resolve('scripts/cli/start.js')}" $1`,
      );
      const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', command], { cwd: folder, encoding: 'utf8' });
      return { status, out: `${stdout}${stderr}` };
    });
}

/** The archive for other web servers, as the workflow makes it. */
function packForOthers(folder: string): void {
  const make = jobs.bouwen!.steps!.find(({ run }) => run?.startsWith('tar'))!.run!;
  spawnSync('bash', ['-e', '-c', make], { cwd: folder });
  fs.mkdirSync(path.join(folder, 'archief'));
  fs.renameSync(path.join(folder, 'site.tar.gz'), path.join(folder, 'archief/site.tar.gz'));
}

test('the archives that the workflow makes contain the whole site, and pass its own check', async () => {
  const folder = await workplace();
  pack(folder, upload);
  packForOthers(folder);
  const steps = look(folder);
  assert.equal(
    steps.filter(({ status }) => status !== 0),
    [],
  );
  assert.is(steps.filter(({ out }) => /De site klopt: \d+ bestanden/.test(out)).length, 2);
  assert.ok(fs.existsSync(path.join(folder, 'uitgepakt/.well-known/security.txt')));
});

test('an archive without names that begin with a dot is refused', async () => {
  const folder = await workplace();
  pack(folder, { ...upload, with: { ...upload.with, 'include-hidden-files': false } });
  packForOthers(folder);
  const wrong = look(folder).filter(({ status }) => status !== 0);
  assert.is(wrong.length, 1);
  assert.match(wrong[0]!.out, /\.well-known\/security\.txt: ontbreekt/);
});

test('the site is deployed from the archive that was checked', () => {
  const looked = jobs.nakijken!.steps!.filter(({ uses }) => uses?.startsWith('actions/download-artifact@'));
  assert.equal(
    looked.map(({ with: inputs }) => inputs!.name),
    ['${{ needs.bouwen.outputs.pakket }}', 'site-archief'],
  );
  // With the number of the attempt: if a run that was started again leaves two archives with the same name, GitHub
  // deploys neither.
  const deploy = jobs.pages!.steps!.find(({ uses }) => uses?.startsWith('actions/deploy-pages@'))!;
  const name = 'github-pages-${{ github.run_attempt }}';
  assert.equal(
    [upload.with!.name, jobs.bouwen!.outputs, deploy.with?.artifact_name],
    [name, { pakket: name }, '${{ needs.bouwen.outputs.pakket }}'],
  );
});

test.run();
