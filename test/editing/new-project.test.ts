import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { answerProblem, newData, problemsOfData } from '../../scripts/editing/new-data.ts';
import { codeOwners, projectWorkflows, renewedWorkflows } from '../../scripts/editing/project-workflows.ts';

const ANSWERS = {
  regio: 'Súdwest & Kust',
  titel: 'Norm: "water" #1',
  adres: 'https://norm.example/pad/',
  uitgever: 'Redactie',
  contact: 'redactie@norm.example',
  officieel: 'ja',
  toegankelijkheid: 'b',
  verklaring: 'https://verklaring.example/1',
};

test('a region’s answers become valid data, whatever characters are in them', () => {
  const files = newData(ANSWERS, '2027-01-02');
  assert.equal(problemsOfData(files), []);
  const site = files.find(({ path }) => path === 'site.yaml')!.content;
  assert.match(site, /map: sudwest-kust\n/);
  assert.match(site, /adres: https:\/\/norm\.example\/pad\n/);
  assert.match(site, /officieel: true\n/);
  assert.match(site, /status: B\n {2}datum: "2027-01-02"\n {2}verklaring: https:\/\/verklaring\.example\/1\n/);
});

test('an accessibility statement is made only for a region that has one', () => {
  const [site] = newData({ ...ANSWERS, toegankelijkheid: '', verklaring: '', officieel: 'nee' }, '2027-01-02');
  assert.not.match(site!.content, /toegankelijkheid|verklaring|officieel/);
});

test('an invalid answer is reported in the words of the contract, before the next question', () => {
  assert.is(answerProblem('adres', 'https://norm.example'), null);
  assert.match(answerProblem('adres', 'norm.example')!, /https:\/\//);
  assert.match(answerProblem('contact', 'redactie')!, /e-mail/);
  assert.match(answerProblem('toegankelijkheid', 'F')!, /onbekende status "F"/);
  assert.is(answerProblem('toegankelijkheid', ''), null);
  assert.is(answerProblem('titel', ''), 'vul iets in');
  assert.match(answerProblem('officieel', 'misschien')!, /ja of nee/);
});

const CHECK = {
  path: '.github/workflows/controle.yml',
  content: 'jobs:\n  gegevens:\n    a: 1\n\n  programma:\n    b: 2\n',
};

test('a workflow of a region lacks the jobs that are about the program', () => {
  const [made] = projectWorkflows([CHECK], '1.0.0');
  assert.match(made!.content, /^# normrapport 1\.0\.0, .*\njobs:\n {2}gegevens:\n {4}a: 1\n$/);
});

test('a new version replaces, adds and removes workflows, and leaves alone what the region wrote', () => {
  const old = projectWorkflows([CHECK, { path: '.github/workflows/oud.yml', content: 'a: 1\n' }], '1.0.0');
  const own = { path: '.github/workflows/eigen.yml', content: 'c: 3\n' };
  const next = projectWorkflows(
    [
      { ...CHECK, content: CHECK.content.replace('a: 1', 'a: 2') },
      { path: '.github/workflows/nieuw.yml', content: 'd: 4\n' },
    ],
    '2.0.0',
  );
  assert.equal(renewedWorkflows([...old, own], next), {
    write: next,
    remove: ['.github/workflows/oud.yml'],
    changed: [],
  });
  const edited = old.map((file) => ({ ...file, content: `${file.content}# van ons\n` }));
  assert.equal(renewedWorkflows(edited, next), {
    write: [next[1]],
    remove: [],
    changed: [CHECK.path],
  });
});

test('each organisation gets one line in CODEOWNERS, and existing lines stay', () => {
  const filled = codeOwners(null, []).replaceAll('@eigen-organisatie', '@kustland');
  const grown = codeOwners(filled, [{ report: 'kust', organisations: ['duindorp', 'zeedorp'] }]);
  assert.is(
    grown,
    `${filled.trimEnd()}\n` +
      '/data/kust/normen/*/metingen/*/resultaten/duindorp.yaml @kustland/duindorp\n' +
      '/data/kust/normen/*/metingen/*/resultaten/zeedorp.yaml @kustland/zeedorp\n',
  );
  assert.is(codeOwners(grown, [{ report: 'kust', organisations: ['duindorp', 'zeedorp'] }]), grown);
});

test.run();
