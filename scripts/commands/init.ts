import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { runCommand, today } from '../cli/run.ts';
import { type Output, showProblems } from '../cli/show.ts';
import { readContract } from '../contract/read.ts';
import {
  answerProblem,
  newData,
  PROJECT_QUESTIONS,
  problemsOfData,
  type ProjectAnswers,
  type ProjectFile,
} from '../editing/new-data.ts';
import { newProject } from '../editing/new-project.ts';
import { codeOwners, projectWorkflows, renewedWorkflows } from '../editing/project-workflows.ts';
import { writeReportSchemas } from '../editing/write-schemas.ts';
import { filesBelow } from '../io/manifest.ts';
import { writeFiles } from '../io/output.ts';
import { inProject, IS_PACKED } from '../io/project.ts';
import { readData } from '../io/read.ts';
import { UsageError } from '../model/problem.ts';

type QuestionName = keyof ProjectAnswers;

const NAMES = Object.keys(PROJECT_QUESTIONS) as QuestionName[];

const WORKFLOWS = '.github/workflows';
const CODEOWNERS = '.github/CODEOWNERS';

/** What a region has as this repository has it. */
const COPIED = [
  '.github/ISSUE_TEMPLATE',
  '.github/dependabot.yml',
  '.github/pull_request_template.md',
  '.vscode',
  'formulieren/LEESMIJ.md',
];

function filesOf(folder: string, within: string): ProjectFile[] {
  const place = path.join(folder, within);
  if (!fs.existsSync(place)) return [];
  const names = fs.statSync(place).isDirectory() ? filesBelow(place).map((name) => `${within}/${name}`) : [within];
  return names.map((name) => ({ path: name, content: fs.readFileSync(path.join(folder, name), 'utf8') }));
}

const { version } = JSON.parse(fs.readFileSync(inProject('package.json'), 'utf8')) as { version: string };

function freshWorkflows(): ProjectFile[] {
  return projectWorkflows(filesOf(inProject('.'), WORKFLOWS), version);
}

/** Asks what was not given, until each answer will do. */
async function ask(given: ProjectAnswers): Promise<ProjectAnswers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: Record<QuestionName, string> = { ...given };
  try {
    for (const name of NAMES.filter((each) => given[each] === '')) {
      if (name === 'verklaring' && answers.toegankelijkheid === '') continue;
      const { question, example } = PROJECT_QUESTIONS[name];
      for (let wrong: string | null = ''; wrong !== null;) {
        if (wrong !== '') console.log(wrong);
        answers[name] = (await terminal.question(`${question} Bijvoorbeeld: ${example}\n> `)).trim();
        wrong = answerProblem(name, answers[name]);
      }
    }
    return answers;
  } finally {
    terminal.close();
  }
}

/** The package as the project that runs this command has it: an archive on this disk, or an address. */
function installedFrom(): string {
  // npm, also as npx, writes down what it was asked for, in the project around its node_modules.
  const around = path.resolve(inProject('.'), '../..');
  const manifest = path.join(around, 'package.json');
  if (!IS_PACKED || !fs.existsSync(manifest)) return '';
  const { dependencies = {} } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as {
    dependencies?: Readonly<Record<string, string>>;
  };
  const from = dependencies.normrapport ?? '';
  return from.startsWith('file:') ? path.resolve(around, from.slice('file:'.length)) : from;
}

/** What the project depends on: an archive comes along, so that it installs on every computer; or an address. */
function dependencyOf(given: string): { readonly dependency: string; readonly archive: string | null } {
  const from = given || installedFrom();
  if (/^https:\/\/|^\d+\.\d+\.\d+/.test(from)) return { dependency: from, archive: null };
  if (from.endsWith('.tgz') && fs.existsSync(from))
    return { dependency: `file:pakket/${path.basename(from)}`, archive: from };
  throw new UsageError(
    given === ''
      ? 'waar het pakket normrapport vandaan komt, is niet te zien; geef het archief of het adres met --pakket'
      : `"${given}" is geen pakket; geef met --pakket het archief, zoals normrapport-${version}.tgz, of het adres ervan`,
  );
}

/** Writes a new project, unless something stands in its way. */
function begin(folder: string, answers: ProjectAnswers, pakket: string, output: Output): number {
  const { dependency, archive } = dependencyOf(pakket);
  const data = newData(answers, today());
  const problems = problemsOfData(data);
  if (problems.length > 0) {
    showProblems(problems, output, false);
    output.err('Er is niets geschreven.');
    return 1;
  }
  const files: { readonly path: string; readonly content: string | Uint8Array }[] = [
    ...newProject(answers, { dependency }),
    ...data.map(({ path: name, content }) => ({ path: `data/${name}`, content })),
    ...COPIED.flatMap((name) => filesOf(inProject('.'), name)),
    ...freshWorkflows(),
    { path: CODEOWNERS, content: codeOwners(null, []) },
    ...(archive === null ? [] : [{ path: `pakket/${path.basename(archive)}`, content: fs.readFileSync(archive) }]),
  ];
  const there = files.filter(({ path: name }) => fs.existsSync(path.join(folder, name)));
  if (there.length > 0) {
    for (const { path: name } of there) output.err(`${path.join(folder, name)} bestaat al`);
    output.err('Er is niets geschreven. Kies een andere map, of haal weg wat er staat.');
    return 1;
  }
  writeFiles(folder, files);
  writeReportSchemas(path.join(folder, 'data'));
  output.out(`${folder}: ${files.length} bestanden geschreven. Zo ziet u de site:`);
  output.out(`  cd ${/\s/.test(folder) ? `"${folder}"` : folder}\n  npm install\n  npm start`);
  output.out('In README.md staat hoe u verdergaat.');
  return 0;
}

/** Renews what the program gives, and adds who owns what to CODEOWNERS. */
function renew(folder: string, output: Output): number {
  const { write, remove, changed } = renewedWorkflows(filesOf(folder, WORKFLOWS), freshWorkflows());
  const reports = readContract(readData(path.join(folder, 'data'))).reports.map(({ data }) => ({
    report: data.id,
    organisations: data.organisations.map(({ id }) => id),
  }));
  const [owners] = filesOf(folder, CODEOWNERS);
  const content = codeOwners(owners?.content ?? null, reports);
  const files = [...write, ...(owners?.content === content ? [] : [{ path: CODEOWNERS, content }])];
  writeFiles(folder, files);
  for (const name of remove) fs.rmSync(path.join(folder, name));
  for (const { path: name } of files) output.out(`geschreven: ${name}`);
  for (const name of remove) output.out(`weggehaald: ${name}`);
  for (const name of changed)
    output.out(
      `gebleven: ${name}, want dat is hier veranderd. De nieuwe versie staat in node_modules/normrapport/${name}; neem over wat u nodig hebt. Of haal het bestand weg, en voer deze opdracht opnieuw uit.`,
    );
  if (files.length + remove.length + changed.length === 0) output.out('Alles is al van deze versie.');
  return 0;
}

await runCommand(
  {
    name: 'npx normrapport init',
    description:
      'Begint het rapport van een regio in een nieuwe map: gegevens, instellingen en workflows. Vraagt wat u niet noemt. Overschrijft nooit iets.',
    options: {
      map: { value: 'MAP', description: 'de nieuwe map', positional: true, default: '.' },
      regio: { value: 'NAAM', description: 'gebied waar het rapport over gaat' },
      titel: { value: 'TITEL', description: 'naam van het rapport' },
      adres: { value: 'ADRES', description: 'adres van de site, met https://' },
      uitgever: { value: 'NAAM', description: 'wie de site uitgeeft' },
      contact: { value: 'E-MAIL', description: 'e-mailadres voor vragen en fouten' },
      officieel: { description: 'de uitgever is zelf een van de organisaties waar het rapport over gaat' },
      toegankelijkheid: { value: 'STATUS', description: 'status van de toegankelijkheidsverklaring: A, B, C, D of E' },
      verklaring: { value: 'ADRES', description: 'adres van die verklaring' },
      pakket: {
        value: 'PAKKET',
        description: 'archief of adres van het pakket normrapport; zonder deze optie waarmee u dit uitvoert',
      },
      bijwerken: { description: 'vernieuwt in een map die er al is de workflows, en vult CODEOWNERS aan' },
    },
    examples: [
      'npx normrapport init norm',
      'npx normrapport init zeeuwse-norm --regio Zeeland --titel "Zeeuwse Norm" --adres https://norm.example --uitgever "Redactie Zeeuwse Norm" --contact redactie@norm.example',
      'npx normrapport init --bijwerken',
    ],
  },
  async ({ map, bijwerken, pakket, ...options }, output) => {
    if (bijwerken === 'true') return renew(map, output);
    const given = options as ProjectAnswers;
    const missing = NAMES.filter((name) => given[name] === '' && !PROJECT_QUESTIONS[name].optional);
    const asks = missing.length > 0 && process.stdin.isTTY === true;
    if (missing.length > 0 && !asks)
      throw new UsageError(`geef ook ${missing.map((name) => `--${name}`).join(' en ')}`);
    return begin(map, asks ? await ask(given) : given, pakket, output);
  },
);
