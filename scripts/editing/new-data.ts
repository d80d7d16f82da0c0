import { jsonSchemas } from '../contract/json-schema.ts';
import { slug } from '../model/slug.ts';
import type { LocatedProblem } from '../model/position.ts';
import type { SourceFolder } from '../model/tree.ts';
import { type Plan, problemsOfEdits, refused, textOf } from './draft.ts';
import { documentText, listAt, newText, readDocument, yamlNode } from './yaml-document.ts';

/** A file of a new project, at a path relative to that project. */
export interface ProjectFile {
  readonly path: string;
  readonly content: string;
}

/** The answers about a region; empty texts for questions without an answer. */
export type ProjectAnswers = Readonly<Record<keyof typeof PROJECT_QUESTIONS, string>>;

/** The questions of `init`, in order; answers to `optional` ones may be empty. */
export const PROJECT_QUESTIONS = {
  regio: { question: 'Over welke regio gaat het rapport?', example: 'Zeeland', optional: false },
  titel: { question: 'Hoe heet het rapport?', example: 'Zeeuwse Norm', optional: false },
  adres: { question: 'Op welk adres komt de site?', example: 'https://norm.example', optional: false },
  uitgever: { question: 'Wie geeft de site uit?', example: 'Redactie Zeeuwse Norm', optional: false },
  contact: {
    question: 'Naar welk e-mailadres schrijven lezers met een vraag of een fout?',
    example: 'redactie@norm.example',
    optional: false,
  },
  officieel: {
    question: 'Is de uitgever zelf een van de organisaties waar het rapport over gaat? (ja of nee)',
    example: 'ja',
    optional: true,
  },
  toegankelijkheid: {
    question:
      'Welke status heeft de toegankelijkheidsverklaring: A, B, C, D of E? Laat leeg als er niets is onderzocht.',
    example: 'B',
    optional: true,
  },
  verklaring: {
    question: 'Op welk adres staat die verklaring? Laat leeg als zij nergens staat.',
    example: 'https://www.toegankelijkheidsverklaring.nl/register/1',
    optional: true,
  },
} as const;

const YES = ['ja', 'true', 'j'];
const NO = ['', 'nee', 'false', 'n'];

/** Folder of the only report: the name of the region as an id. */
export function reportFolder(region: string): string {
  return slug(region) || 'rapport';
}

function siteFile(answers: ProjectAnswers, today: string): object {
  const { titel, adres, uitgever, contact, officieel, toegankelijkheid, verklaring, regio } = answers;
  return {
    titel,
    adres: adres.replace(/\/+$/, ''),
    uitgever,
    contact,
    ...(toegankelijkheid === ''
      ? {}
      : {
          toegankelijkheid: {
            status: toegankelijkheid.toUpperCase(),
            datum: today,
            ...(verklaring === '' ? {} : { verklaring }),
          },
        }),
    ...(YES.includes(officieel.toLowerCase()) ? { officieel: true } : {}),
    rapporten: [{ map: reportFolder(regio), pad: '/' }],
  };
}

/** The data of a site with one report that has no norm yet. Paths are relative to the data folder. */
export function newData(answers: ProjectAnswers, today: string): readonly ProjectFile[] {
  const { regio, titel } = answers;
  const id = reportFolder(regio);
  return [
    {
      path: 'site.yaml',
      content: newText(siteFile(answers, today), '# yaml-language-server: $schema=schema/site.schema.json'),
    },
    ...newReportFiles({ id, titel, regio, samenvatting: summaryFor(regio) }),
    ...[...jsonSchemas()].map(([name, content]) => ({ path: `schema/${name}`, content })),
  ];
}

/** The first files of a report. */
function newReportFiles({
  id,
  titel,
  regio,
  samenvatting,
}: Readonly<Record<'id' | 'titel' | 'regio' | 'samenvatting', string>>): readonly ProjectFile[] {
  function written(kind: string, value: unknown): ProjectFile {
    const line = `# yaml-language-server: $schema=../schema/${id}/${kind}.schema.json`;
    return { path: `${id}/${kind}.yaml`, content: newText(value, line) };
  }
  return [
    written('rapport', { titel, regio, samenvatting }),
    written('organisaties', { organisaties: [] }),
    written('documenten', { documenten: [] }),
  ];
}

function summaryFor(region: string): string {
  return `Wat organisaties in ${region} met elkaar afspreken, en hoe ver zij daarmee zijn.`;
}

/** Adds a report to a site, at `/<id>/`, without a norm. */
export function newReport(
  folder: SourceFolder,
  { id, titel, regio }: Readonly<Record<'id' | 'titel' | 'regio', string>>,
): Plan {
  if (folder.files.some(({ path }) => path.startsWith(`${id}/`)))
    return refused(`de map "${id}" bestaat al; kies een andere id`);
  const document = readDocument(textOf(folder, 'site.yaml') ?? '');
  listAt(document, 'rapporten').add(yamlNode(document, { map: id, pad: `/${id}/` }));
  const files = newReportFiles({ id, titel, regio, samenvatting: summaryFor(regio) });
  return {
    edits: [
      { path: 'site.yaml', text: documentText(document) },
      ...files.map(({ path, content }) => ({ path, text: content })),
    ],
    notes: [
      `Het rapport komt op de site op /${id}/, zodra dit is samengevoegd.`,
      'Voeg de organisaties en de punten toe met npm run new -- organisatie en npm run new -- punten.',
    ],
  };
}

const NOTHING: SourceFolder = { folder: 'data', files: [] };

/** Problems of data that have not been written yet. */
export function problemsOfData(files: readonly ProjectFile[]): LocatedProblem[] {
  return problemsOfEdits(
    NOTHING,
    files.filter(({ path }) => !path.startsWith('schema/')).map(({ path, content }) => ({ path, text: content })),
  );
}

/** Valid answers to all questions, so that any problem comes from the answer under test. */
const RIGHT: ProjectAnswers = {
  regio: 'Zeeland',
  titel: 'Norm',
  adres: 'https://norm.example',
  uitgever: 'Redactie',
  contact: 'redactie@norm.example',
  officieel: '',
  toegankelijkheid: 'E',
  verklaring: '',
};

/** Why the contract rejects an answer; null where it does not. */
export function answerProblem(name: keyof ProjectAnswers, answer: string): string | null {
  if (answer === '') return PROJECT_QUESTIONS[name].optional ? null : 'vul iets in';
  if (name === 'officieel')
    return [...YES, ...NO].includes(answer.toLowerCase()) ? null : `"${answer}" is geen antwoord; typ ja of nee`;
  return problemsOfData(newData({ ...RIGHT, [name]: answer }, '2026'))[0]?.message ?? null;
}
