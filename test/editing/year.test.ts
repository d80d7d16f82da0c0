import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Clone } from '../support/clone.ts';
import { Runner, type Event, type Ran } from '../support/workflow.ts';
import { fillIn } from '../support/workbook.ts';

// The whole year of an editor who has only a browser and Excel: each workflow runs as written, step by step, in clones
// of a bare repository. What the editor does by hand on GitHub's pages is a commit on a branch.

const project = new Clone();
project.run('validate');
const github = new Runner(project);
const ROUND = 'data/voorbeeld/normen/2.0/metingen/2027-voorjaar';
/** Everything that people read in pull requests, in order. */
const texts: string[] = [];

function git(folder: string, ...args: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=Redactie',
    '-c',
    'user.email=redactie@voorbeeld.example',
    '-c',
    'commit.gpgsign=false',
  ];
  return execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'pipe' }).toString();
}

function fileOf(branch: string, name: string): string | null {
  try {
    return execFileSync('git', ['-C', github.remote, 'show', `${branch}:${name}`], { stdio: 'pipe' }).toString();
  } catch {
    return null;
  }
}

function branches(): string[] {
  return execFileSync('git', ['-C', github.remote, 'for-each-ref', '--format=%(refname:short)', 'refs/heads'])
    .toString()
    .trim()
    .split('\n');
}

/** A change that an editor makes in a browser: a commit on a branch, which is created if it does not exist. */
function edit(branch: string, message: string, change: (folder: string) => void): void {
  const isNew = !branches().includes(branch);
  const folder = github.checkout(isNew ? 'main' : branch);
  if (isNew) git(folder, 'switch', '--quiet', '--create', branch);
  change(folder);
  git(folder, 'add', '--all', '--force', '--', 'data', 'formulieren');
  git(folder, 'commit', '--quiet', '--message', message);
  git(folder, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
}

/** The button "Squash and merge". */
function merge(branch: string): void {
  const folder = github.checkout('main');
  git(folder, 'fetch', '--quiet', 'origin', branch);
  git(folder, 'merge', '--quiet', '--squash', 'FETCH_HEAD');
  git(folder, 'commit', '--quiet', '--message', branch);
  git(folder, 'push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  git(folder, 'push', '--quiet', 'origin', '--delete', branch);
}

/** Records what a run says in a pull request; returns whether all went well. */
function told(ran: Ran, what: string): Ran {
  for (const { args, text } of ran.asked.filter((each) => each.text !== undefined)) {
    const title = args.indexOf('--title');
    texts.push([`<!-- ${what} -->`, ...(title > 0 ? [`# ${args[title + 1]!}`, ''] : []), text!].join('\n'));
  }
  return ran;
}

/** A task that an editor starts under Actions; returns its branch. */
function start(workflow: string, inputs: NonNullable<Event['inputs']>): string {
  const before = branches();
  const ran = told(github.run(workflow, { name: 'workflow_dispatch', branch: 'main', inputs }), workflow);
  assert.equal(Object.values(ran.jobs), ['success', 'success'], ran.out);
  const [branch, ...others] = branches().filter((each) => !before.includes(each));
  assert.equal(others, []);
  assert.equal(
    ran.asked.filter(({ args }) => args[0] === 'workflow').map(({ args }) => args.slice(2).join(' ')),
    ['controle.yml', 'onderhoud.yml', 'inlezen.yml', 'voorbeeld.yml'].map((name) =>
      [name, '--ref', branch, ...(name === 'voorbeeld.yml' ? ['--raw-field nummer=7'] : [])].join(' '),
    ),
  );
  assert.match(ran.summary, /Het voorstel staat klaar: https:\/\/github\.example\/regio\/norm\/pull\/7/);
  return branch!;
}

/** The comment on a pull request, and the site in its preview. */
function preview(branch: string): string {
  const ran = github.run('voorbeeld.yml', { name: 'workflow_dispatch', branch, inputs: { nummer: '7' } });
  assert.equal(ran.jobs, { maken: 'success', reactie: 'success' }, ran.out);
  return ran.asked.at(-1)!.text!;
}

/** For a round that is on the site from the start. */
const CORRECTION = {
  norm: '2.0',
  id: '2026-tussenmeting',
  organisatie: 'modelstad',
  punt: 'dilemmasessie-jaarlijks',
  nieuw: 'deels behaald',
  reden: 'Alleen het college deed mee.',
  datum: '2027-07-02',
  bron: '',
  verwacht: '2027-12',
  rapport: 'voorbeeld',
};

test('a wrong id is answered with the existing ones, on the page of the run, and nothing is written', () => {
  for (const [workflow, inputs, answer] of [
    ['nieuwe-meting.yml', { id: 'x', norm: '9.9', datum: '2027-04', rapport: 'voorbeeld' }, 'kies uit 1.0, 2.0'],
    [
      'nieuwe-meting.yml',
      { id: 'x', norm: '2.0', datum: '2027-04', rapport: 'elders' },
      'kies uit flevoland, voorbeeld',
    ],
    ['publicatie.yml', { norm: '2.0', id: '2027', rapport: 'voorbeeld' }, 'kies uit 2025-nulmeting, 2026-tussenmeting'],
    ['editie.yml', { id: '15 juni', rapport: 'voorbeeld' }, 'schrijf een dag zoals 2026-06-15'],
    ['formulieren.yml', { meting: '2027', rapport: 'voorbeeld' }, 'kies uit 2025-nulmeting, 2026-tussenmeting'],
    ['nieuwe-norm.yml', { versie: '3.0', van: '2.5', rapport: 'voorbeeld' }, 'kies uit 1.0, 2.0'],
    [
      'nieuwe-organisatie.yml',
      { id: 'x', naam: 'X', soort: 'gemeente', norm: '2', rapport: 'voorbeeld' },
      'kies uit 1.0, 2.0',
    ],
    ['correctie.yml', { ...CORRECTION, punt: 'dilemma' }, 'kies uit dilemmasessie-jaarlijks, medewerkers-training'],
    ['nieuw-document.yml', { id: 'x', titel: '', niet_openbaar: false, soort: 'overig' }, 'titel'],
  ] as const) {
    const ran = github.run(workflow, { name: 'workflow_dispatch', branch: 'main', inputs });
    assert.is(ran.jobs.maken, 'failure', workflow);
    const error = ran.out.split('\n').find((line) => line.startsWith('::error'));
    assert.ok(error?.includes(answer), `${workflow}: ${ran.out}`);
    assert.equal(ran.asked, []);
  }
  assert.equal(branches(), ['main']);
});

test('what someone types is never run', () => {
  const ran = github.run('nieuwe-meting.yml', {
    name: 'workflow_dispatch',
    branch: 'main',
    inputs: { id: '$(touch /tmp/w-nee)"; exit 0 #', norm: '`id`', datum: '--help', rapport: 'voorbeeld' },
  });
  assert.is(ran.jobs.maken, 'failure');
  assert.match(ran.out, /geen norm `id`; kies uit/);
  assert.not.ok(fs.existsSync('/tmp/w-nee'));
});

test('a task that is started on another branch than main does nothing', () => {
  edit('proef', 'Proef', (folder) => fs.appendFileSync(path.join(folder, 'data/site.yaml'), '# Proef.\n'));
  const ran = github.run('nieuwe-meting.yml', { name: 'workflow_dispatch', branch: 'proef', inputs: {} });
  assert.equal(ran.jobs, { maken: 'skipped', voorstel: 'skipped' });
  git(github.checkout('main'), 'push', '--quiet', 'origin', '--delete', 'proef');
});

test('a new round becomes a pull request that says what it did', () => {
  const branch = start('nieuwe-meting.yml', {
    id: '2027-voorjaar',
    norm: '2.0',
    datum: '2027-04',
    soort: 'tussenmeting',
    titel: '',
    rapport: 'voorbeeld',
  });
  assert.match(branch, /^meting-2027-voorjaar-\d+$/);
  assert.match(fileOf(branch, `${ROUND}/meting.yaml`)!, /concept: true/);
  // Nothing is left to read or to format, so no commit follows, and no comment.
  const ran = read(branch);
  assert.equal(ran.jobs, { lezen: 'success', schrijven: 'success' });
  assert.equal(
    ran.asked.filter(({ text }) => text !== undefined),
    [],
  );
  merge(branch);
});

test('if workflows may not make pull requests, the run says what to do, and can be started again despite its branch', () => {
  function attempt(environment: NonNullable<Event['environment']>): Ran {
    const inputs = { id: 'dossier-5001', niet_openbaar: true, soort: 'raadsbrief', rapport: 'voorbeeld' };
    return github.run('nieuw-document.yml', {
      name: 'workflow_dispatch',
      branch: 'main',
      inputs,
      environment: { GITHUB_RUN_NUMBER: '900', ...environment },
    });
  }
  const ran = attempt({ GH_REFUSES: '1' });
  assert.equal(ran.jobs, { maken: 'success', voorstel: 'failure' });
  assert.match(ran.out, /::error::.*Allow GitHub Actions to create.*compare\/main\.\.\.document-dossier-5001-900$/m);
  assert.equal(attempt({ GITHUB_RUN_ATTEMPT: '2' }).jobs, { maken: 'success', voorstel: 'success' });
  const branch = 'document-dossier-5001-900-2';
  assert.match(fileOf(branch, 'data/voorbeeld/documenten.yaml')!, /id: dossier-5001\n {4}openbaar: false\n/);
  merge(branch);
  git(github.checkout('main'), 'push', '--quiet', 'origin', '--delete', 'document-dossier-5001-900');
});

test('a document becomes a pull request', () => {
  const branch = start('nieuw-document.yml', {
    id: 'raadsbrief-modelstad-2027-04',
    titel: 'Raadsbrief over de "norm"',
    soort: 'raadsbrief',
    uitgever: 'Gemeente Modelstad',
    datum: '2027-04-20',
    registratienummer: '',
    url: '',
    niet_openbaar: false,
    rapport: 'voorbeeld',
  });
  merge(branch);
});

let forms = '';

test('all forms of a round are one download', () => {
  const ran = github.run('formulieren.yml', {
    name: 'workflow_dispatch',
    branch: 'main',
    inputs: { meting: '2027-voorjaar', norm: '', organisatie: '', rapport: 'voorbeeld' },
  });
  assert.equal(ran.jobs, { maken: 'success' }, ran.out);
  forms = github.artifacts.get('formulieren')!;
  const participants = fs.readdirSync(path.join(github.checkout('main'), ROUND, 'resultaten'));
  assert.equal(
    fs.readdirSync(forms).sort(),
    participants.map((name) => `formulier-2027-voorjaar-${name.replace('.yaml', '.xlsx')}`).sort(),
  );
  assert.is(participants.length, 10);
  assert.match(ran.summary, /\[Download ze\]\(https:.*30 dagen/);
});

/** Puts organisations' forms on a branch, as GitHub's page does when they are dragged there. */
function drop(branch: string, answers: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  edit(branch, 'Add files via upload', (folder) => {
    for (const [organisation, filled] of Object.entries(answers)) {
      const name = `formulier-2027-voorjaar-${organisation}.xlsx`;
      const target = path.join(folder, 'formulieren', name);
      fs.copyFileSync(path.join(forms, name), target);
      fillIn(target, filled);
    }
  });
}

function read(branch: string, isFork = false): Ran {
  return told(github.run('inlezen.yml', { name: 'pull_request', branch, isFork }), 'inlezen.yml');
}

const GOOD = { E10: 'behaald', F10: 'Gedaan in maart.', I10: 'raadsbrief-modelstad-2027-04' };

test('a wrong cell is named in the pull request, and nothing else changes', () => {
  drop('antwoorden', { modelstad: { ...GOOD, E11: 'behaalt' }, proefpolder: { E10: 'behaald', I10: 'brief' } });
  const before = fileOf('antwoorden', `${ROUND}/resultaten/modelstad.yaml`);
  const ran = read('antwoorden');
  assert.equal(ran.jobs, { lezen: 'failure', schrijven: 'success' }, ran.out);
  const { text } = ran.asked.at(-1)!;
  assert.match(
    text!,
    /formulier-2027-voorjaar-modelstad\.xlsx, .+!E11: onbekende status "behaalt"; bedoelde u "behaald"/,
  );
  assert.match(text!, /formulier-2027-voorjaar-proefpolder\.xlsx, .+!I10: onbekende bron "brief"/);
  assert.is(text!.split('onbekende bron').length, 2, 'one cell is told once');
  assert.match(text!, /^<!-- inlezen -->\n<!-- vraagt iets -->\n## .*[^]*blijft in de geschiedenis/);
  assert.is(fileOf('antwoorden', `${ROUND}/resultaten/modelstad.yaml`), before);
  assert.ok(fileOf('antwoorden', 'formulieren/formulier-2027-voorjaar-modelstad.xlsx') !== null);
  assert.equal(
    ran.asked.filter(({ args }) => args[0] === 'workflow'),
    [],
  );
});

test('if the forms are removed, the comment that asked for better ones says that nothing is left to do', () => {
  edit('antwoorden', 'Delete formulieren', (folder) => {
    for (const name of ['modelstad', 'proefpolder'])
      fs.rmSync(path.join(folder, `formulieren/formulier-2027-voorjaar-${name}.xlsx`));
  });
  const ran = read('antwoorden');
  assert.equal(ran.jobs, { lezen: 'success', schrijven: 'success' }, ran.out);
  const said = ran.asked.filter(({ text }) => text !== undefined);
  assert.equal(
    said.map(({ args }) => args.includes('PATCH')),
    [true],
  );
  assert.match(said[0]!.text!, /^<!-- inlezen -->\nIn de map `formulieren` van deze tak staat geen formulier meer/);
  assert.equal(
    read('antwoorden').asked.filter(({ text }) => text !== undefined),
    [],
  );
});

test('correct cells are read into the data, the forms are removed, and the comment says what changed', () => {
  drop('antwoorden', { modelstad: GOOD, proefpolder: { E10: 'behaald' } });
  const ran = read('antwoorden');
  assert.equal(ran.jobs, { lezen: 'success', schrijven: 'success' }, ran.out);
  assert.match(
    fileOf('antwoorden', `${ROUND}/resultaten/modelstad.yaml`)!,
    /dilemmasessie-jaarlijks:\n {4}status: behaald\n {4}toelichting: Gedaan in maart\.\n/,
  );
  assert.is(fileOf('antwoorden', 'formulieren/formulier-2027-voorjaar-modelstad.xlsx'), null);
  assert.ok(fileOf('antwoorden', 'formulieren/LEESMIJ.md') !== null);
  assert.match(ran.asked.find(({ text }) => text)!.text!, /## 2 formulieren ingelezen\n\n- 1 punt van "modelstad"/);
  assert.is(ran.asked.filter(({ args }) => args[0] === 'workflow').length, 4);
  merge('antwoorden');
});

test('a publication says which figures appear on the site, with a preview that opens from disk', () => {
  const branch = start('publicatie.yml', {
    norm: '2.0',
    id: '2027-voorjaar',
    gepubliceerd: '2027-06-15',
    rapport: 'voorbeeld',
  });
  assert.match(fileOf(branch, 'data/voorbeeld/edities/2027-06-15.json')!, /"2027-voorjaar"/);
  const remark = preview(branch);
  assert.match(remark, /voorjaar 2027|april 2027/);
  assert.match(
    remark,
    /\[Download het voorbeeld\]\(https:\/\/github\.example\/download\/voorbeeld\).*\n2\. Pak het uit/,
  );
  const site = github.artifacts.get('voorbeeld')!;
  assert.match(
    fs.readFileSync(path.join(site, 'voorbeeld/norm/2.0/index.html'), 'utf8'),
    /href="\.\.\/\.\.\/\.\.\/assets\//,
  );
  merge(branch);
});

test('a correction changes the result and records the old one in the round, in one pull request', () => {
  const branch = start('correctie.yml', { ...CORRECTION, id: '2027-voorjaar' });
  assert.match(
    fileOf(branch, `${ROUND}/resultaten/modelstad.yaml`)!,
    /dilemmasessie-jaarlijks:\n {4}status: deels behaald\n {4}toelichting: Gedaan in maart\.\n(?: {4}.*\n)*? {4}verwacht: "2027-12"\n/,
  );
  assert.match(fileOf(branch, `${ROUND}/meting.yaml`)!, /correcties:\n {2}- datum: "2027-07-02"\n {4}punt:/);
  const checkout = github.checkout(branch);
  const changes = execFileSync('node', ['scripts/cli/start.js', 'changes', '--base=origin/main'], { cwd: checkout });
  assert.match(String(changes), /Alleen het college deed mee/);
  merge(branch);
});

test('an edition holds what the report says after it, and leaves the one before it as it was', () => {
  const before = fileOf('main', 'data/voorbeeld/edities/2027-06-15.json');
  const branch = start('editie.yml', { id: '2027-07-05', rapport: 'voorbeeld' });
  assert.match(fileOf(branch, 'data/voorbeeld/edities/2027-07-05.json')!, /Alleen het college deed mee/);
  assert.is(fileOf(branch, 'data/voorbeeld/edities/2027-06-15.json'), before);
  merge(branch);
});

test('a difference in style alone is corrected by a commit', () => {
  edit('opmaak', 'Update modelstad.yaml', (folder) => {
    const results = path.join(folder, ROUND, 'resultaten/modelstad.yaml');
    const text = fs.readFileSync(results, 'utf8');
    // As a browser on Windows sends it, with superfluous quotes.
    fs.writeFileSync(
      results,
      text.replace('status: deels behaald', "status: 'deels behaald'").replaceAll('\n', '\r\n'),
    );
  });
  const ran = read('opmaak');
  assert.equal(ran.jobs, { lezen: 'success', schrijven: 'success' }, ran.out);
  assert.match(fileOf('opmaak', `${ROUND}/resultaten/modelstad.yaml`)!, /\n {4}status: deels behaald\n/);
  assert.match(ran.asked.find(({ text }) => text)!.text!, /## Alles staat in één stijl/);
  git(github.checkout('main'), 'push', '--quiet', 'origin', '--delete', 'opmaak');
});

test('on a branch of another repository style stops nothing, and forms do, with what to do', () => {
  edit('kopie', 'Update site.yaml', (folder) => {
    const settings = path.join(folder, 'data/site.yaml');
    fs.writeFileSync(settings, fs.readFileSync(settings, 'utf8').replace(/^titel: (.*)$/m, "titel: '$1'"));
  });
  const styled = read('kopie', true);
  assert.equal(styled.jobs, { lezen: 'success', schrijven: 'skipped' }, styled.out);
  assert.match(styled.out, /Alleen de opmaak is nog anders in: data\/site\.yaml/);
  drop('kopie', { modelstad: GOOD });
  const given = read('kopie', true);
  assert.equal(given.jobs, { lezen: 'failure', schrijven: 'skipped' });
  assert.match(given.out, /::error::In de map formulieren staan formulieren, maar dit voorstel komt uit een kopie/);
});

test('an organisation and a norm become pull requests', () => {
  merge(
    start('nieuwe-organisatie.yml', {
      id: 'nieuwdorp',
      naam: 'Gemeente Nieuwdorp',
      korte_naam: 'Nieuwdorp',
      soort: 'gemeente',
      tooi: '',
      norm: '2.0',
      vanaf: '2027-09',
      rapport: 'voorbeeld',
    }),
  );
  const branch = start('nieuwe-norm.yml', { versie: '2.1', van: '2.0', titel: '', rapport: 'voorbeeld' });
  assert.match(fileOf(branch, 'data/voorbeeld/normen/2.1/norm.yaml')!, /status: concept/);
  merge(branch);
});

test('a change that also touches files other than editors’ brings in only theirs', () => {
  const kept = github.artifacts.get('voorstel')!;
  const patch = path.join(kept, 'wijziging.patch');
  const other =
    'diff --git a/package.json b/package.json\n--- a/package.json\n+++ b/package.json\n@@ -1 +1 @@\n-{\n+{ \n';
  const ours =
    'diff --git a/data/nieuw.yaml b/data/nieuw.yaml\nnew file mode 100644\n--- /dev/null\n+++ b/data/nieuw.yaml\n@@ -0,0 +1 @@\n+a: b\n';
  fs.writeFileSync(patch, other + ours);
  fs.writeFileSync(path.join(kept, 'tak.txt'), 'streken\n');
  const ran = github.run('voorstel.yml', {
    name: 'workflow_dispatch',
    branch: 'main',
    inputs: { tak: '', nummer: '' },
  });
  assert.equal(ran.jobs, { schrijven: 'success' }, ran.out);
  const branch = branches().find((each) => each.startsWith('streken'))!;
  assert.is(fileOf(branch, 'package.json'), fileOf('main', 'package.json'));
  assert.is(fileOf(branch, 'data/nieuw.yaml'), 'a: b\n');
});

test('a change that gives another file a name in the data is refused as a whole', () => {
  const kept = github.artifacts.get('voorstel')!;
  const renamed =
    'diff --git a/package.json b/data/pakket.yaml\nsimilarity index 100%\nrename from package.json\nrename to data/pakket.yaml\n';
  fs.writeFileSync(path.join(kept, 'wijziging.patch'), renamed);
  const before = branches();
  const ran = github.run('voorstel.yml', {
    name: 'workflow_dispatch',
    branch: 'main',
    inputs: { tak: '', nummer: '' },
  });
  assert.equal(ran.jobs, { schrijven: 'failure' });
  assert.match(ran.out, /::error::De wijziging raakt bestanden buiten/);
  assert.equal(branches(), before);
});

test('every pull request of a task says what it is, which files it touched and what to do next', () => {
  const made = texts.filter((text) => /^# /m.test(text));
  assert.equal(
    made.map((text) => /^# (.*)$/m.exec(text)![1]),
    [
      'Nieuwe meting 2027-voorjaar van norm 2.0',
      'Nieuw document: Raadsbrief over de "norm"',
      'Publicatie van meting 2027-voorjaar van norm 2.0',
      'Correctie van dilemmasessie-jaarlijks van modelstad in meting 2027-voorjaar',
      'Editie van 5 juli 2027',
      'Nieuwe organisatie: Gemeente Nieuwdorp, in norm 2.0',
      'Nieuwe norm 2.1, in de plaats van norm 2.0',
    ],
  );
  for (const text of made)
    assert.match(
      text,
      /^Rapport: .*\(voorbeeld\)\.\n\n- [^]*\n### Gemaakt of aangepast\n\n- `data\/[^]*\n### En nu\n\n1\. /m,
    );
});

test.run();
