import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Clone, type Said } from '../support/clone.ts';
import { fillIn } from '../support/workbook.ts';

/** The tasks of the manual, with the commands that each shows. */
const tasks = fs
  .readFileSync('docs/redactie.md', 'utf8')
  .split(/^#{2,3} /m)
  .slice(1)
  .map((part) => ({
    title: part.split('\n')[0]!,
    commands: [...part.matchAll(/^```\n(.*?)^```/gms)].flatMap((match) => match[1]!.trim().split('\n')),
    yaml: /^```yaml\n(.*?)^```/ms.exec(part)?.[1] ?? null,
  }));

function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]!);
}

const clone = new Clone();
const RESULTS = 'data/voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml';

/** Runs one command as the manual shows it; skips what needs a network or does not end. */
function follow(command: string): Said | null {
  const [program, ...args] = wordsOf(command);
  if (program === 'git') {
    // Elsewhere, someone merges the proposal.
    if (args[0] === 'pull') clone.git('merge', '--quiet', 'meting-2027');
    else if (!['push', 'clone'].includes(args[0]!)) clone.git(...args);
    return null;
  }
  // The site is built only once, at the end, when everything to check is in it.
  if (args[0] !== 'run' || args[1] === 'build') return null;
  const [, name = '', , ...options] = args;
  const said = clone.run(name, ...options);
  assert.is(said.status, 0, `${command}\n${said.out}${said.err}`);
  return said;
}

test('every task of the manual works as it is written, from a clean clone to a site with the new round', () => {
  const said = new Map<string, string>();
  for (const { title, commands, yaml } of tasks) {
    if (title === 'Eén resultaat aanpassen')
      clone.write(
        RESULTS,
        clone.read(RESULTS).replace(/ {2}jongeren-weerbaar: .*\n/, () => yaml!),
      );
    if (title === 'Een formulier inlezen')
      fillIn(clone.path('formulieren-2027-voorjaar/formulier-2027-voorjaar-modelstad.xlsx'), {
        E10: 'behaald',
        F10: 'Gedaan in maart.',
        I10: 'raadsbrief-modelstad-2027-04',
        E11: 'deels behaald',
        H11: '2027-12',
      });
    for (const command of commands) said.set(command, follow(command)?.out ?? '');
  }

  const round = 'data/voorbeeld/normen/2.0/metingen/2027-voorjaar';
  assert.match(
    clone.read(`${round}/resultaten/modelstad.yaml`),
    /dilemmasessie-jaarlijks:\n {4}status: behaald\n {4}toelichting: Gedaan in maart.\n {4}bron: raadsbrief-modelstad-2027-04\n/,
  );
  assert.not.match(clone.read(`${round}/meting.yaml`), /concept/);
  const changes = said.get('npm run changes -- --base main')!;
  assert.match(changes, /Modelstad, 1\.6 .*toelichting: nu “De helft van de scholen doet mee\.”/);
  assert.match(changes, /Nieuw document: ‘Raadsbrief over de norm’/);
  assert.not.match(changes, /2027-voorjaar|voorjaar 2027|dossier-5001/, 'tells of what is in concept or not public');

  const checked = clone.run('validate');
  assert.is(checked.status, 0, checked.err);
  const built = clone.run('build');
  assert.is(built.status, 0, built.err);
  assert.match(
    fs.readFileSync(clone.path('_site/voorbeeld/norm/2.0/punt/dilemmasessie-jaarlijks/index.html'), 'utf8'),
    /Gedaan in maart/,
  );
  assert.match(clone.git('log', '-1', '--stat', 'main'), /modelstad\.yaml/);
  assert.is(clone.git('branch', '--show-current'), 'publicatie-2027\n');
});

test('the way with a browser names every task and check as GitHub shows it', () => {
  const text = fs.readFileSync('docs/redactie.md', 'utf8');
  const names = fs
    .readdirSync('.github/workflows')
    .map((name) => fs.readFileSync(`.github/workflows/${name}`, 'utf8'))
    .filter(
      (workflow) => /^ {2}workflow_dispatch:\n {4}inputs:/m.test(workflow) && !/^name: Voorbeeld$/m.test(workflow),
    )
    .map((workflow) => /^name: (.*)$/m.exec(workflow)![1]!);
  assert.is(names.length, 8);
  const checks = ['Gegevens', 'Formulieren en opmaak', 'Programma', 'Lekken in pakketten', 'Meldadres voor lekken'];
  assert.equal(
    [...names, ...checks].filter((name) => !text.includes(`*${name}*`)),
    [],
  );
});

test('everything that the manual mentions exists', () => {
  const text = fs.readFileSync('docs/redactie.md', 'utf8');
  for (const [, picture] of text.matchAll(/!\[.+?\]\((.+?)\)/g)) assert.ok(fs.existsSync(`docs/${picture}`), picture);
  for (const command of tasks.flatMap(({ commands }) => commands)) {
    const [program, run, name] = wordsOf(command);
    if (program === 'npm' && run === 'run') assert.ok(fs.existsSync(`scripts/commands/${name}.ts`), command);
  }
});

test.run();
