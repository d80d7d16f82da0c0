import { jsonSchemas } from '../contract/json-schema.ts';
import { slug } from '../model/slug.ts';
import type { LocatedProblem } from '../model/position.ts';
import type { SourceFolder } from '../model/tree.ts';
import { problemsOfEdits } from './draft.ts';
import { reportSchemaFile } from './schemas.ts';
import { newText } from './yaml-document.ts';

/** A file of a new project, by its path within that. */
export interface ProjectFile {
  readonly path: string;
  readonly content: string;
}

/** What `init` is told of a region; an empty text where nothing is said. */
export type ProjectAnswers = Readonly<Record<keyof typeof PROJECT_QUESTIONS, string>>;

/** What `init` has to know, in the order in which it asks; `optional` may stay empty. */
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

/** The name of the only report: what the region is called, as an id. */
function reportFolder(region: string): string {
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

/** The data of a site with one report, that has no norm yet. Paths are within the data folder. */
export function newData(answers: ProjectAnswers, today: string): readonly ProjectFile[] {
  const { regio, titel } = answers;
  const id = reportFolder(regio);
  return [
    {
      path: 'site.yaml',
      content: newText(siteFile(answers, today), '# yaml-language-server: $schema=schema/site.schema.json'),
    },
    ...newReportFiles({
      id,
      titel,
      regio,
      samenvatting: `Wat organisaties in ${regio} met elkaar afspreken, en hoe ver zij daarmee zijn.`,
    }),
    ...[...jsonSchemas()].map(([name, content]) => ({ path: `schema/${name}`, content })),
  ];
}

/** What a report begins with; with `path`s within the data folder, and the files of its schemas. */
export function newReportFiles({
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
    ...[...jsonSchemas().keys()]
      .map((name) => name.replace('.schema.json', ''))
      .filter((kind) => kind !== 'site')
      .map((kind) => ({ path: `schema/${id}/${kind}.schema.json`, content: reportSchemaFile(kind) })),
  ];
}

const NOTHING: SourceFolder = { folder: 'data', files: [] };

/** Problems of data that are not written yet. */
export function problemsOfData(files: readonly ProjectFile[]): LocatedProblem[] {
  return problemsOfEdits(
    NOTHING,
    files.filter(({ path }) => !path.startsWith('schema/')).map(({ path, content }) => ({ path, text: content })),
  );
}

/** Answers that are right, so that a problem is of the one that is asked after. */
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

/** Why an answer will not do, as the contract says it; null where it will. */
export function answerProblem(name: keyof ProjectAnswers, answer: string): string | null {
  if (answer === '') return PROJECT_QUESTIONS[name].optional ? null : 'vul iets in';
  if (name === 'officieel')
    return [...YES, ...NO].includes(answer.toLowerCase()) ? null : `"${answer}" is geen antwoord; typ ja of nee`;
  return problemsOfData(newData({ ...RIGHT, [name]: answer }, '2026'))[0]?.message ?? null;
}

/** What a project may do; a script has the name by which messages and the manual call it. */
const SCRIPTS = [
  'build',
  'changes',
  'expiry',
  'form',
  'format',
  'headers',
  'import',
  'intake',
  'links',
  'new',
  'sbom',
  'schemas',
  'settings',
  'validate',
  'verify',
];

const CONFIGURATION = `// De site van deze regio. Wat u hieronder toevoegt, werkt zoals de documentatie van Eleventy zegt. Een bestand in
// content/ komt in de plaats van dat van het programma met dezelfde naam, of erbij.
import normrapport from 'normrapport';

export { config } from 'normrapport';

export default function (eleventy) {
  eleventy.addPlugin(normrapport);
}
`;

const OWN_CONTENT = `In deze map staat wat deze regio zelf schrijft of anders wil dan het programma.

pages/contact.md            een eigen pagina, met bovenaan haar titel
pages/privacy.md            komt in de plaats van die pagina van het programma
_includes/search-form.njk   komt in de plaats van dat onderdeel

De pagina's van het programma staan in node_modules/normrapport/content/.
`;

const ATTRIBUTES = `# Teksten hebben op elke computer dezelfde regeleinden.
* text=auto eol=lf
*.docx binary
*.gif binary
*.jpg binary
*.ods binary
*.pdf binary
*.png binary
*.tgz binary
*.webp binary
*.woff2 binary
*.xls binary
*.xlsx binary
*.zip binary
# Welke schema's een teksteditor gebruikt, verandert op elke computer; dat is geen wijziging.
/data/schema/*/*.schema.json ident
# Wat is vastgelegd, blijft byte voor byte zo.
**/edities/*.json -text -diff
`;

const IGNORED = `node_modules/
_site/
# Schema's met de ids van elk rapport: npm start en npm run schemas schrijven ze.
/data/schema/*/*.json
!/data/schema/*/*.schema.json
/formulier-*.xlsx
/formulieren-*/
/voorstel/
# Wat een opdracht achterlaat die halverwege wordt beëindigd; de volgende ruimt het op.
*.nieuw-[0-9]*
*.oud-[0-9]*
*.weg-[0-9]*
.terug-[0-9]*
.wijziging.json
`;

const NPM = `# Geen pakket mag iets uitvoeren als het wordt geïnstalleerd; versies staan vast.
ignore-scripts=true
save-exact=true
`;

function readme({ titel, regio, adres, uitgever }: ProjectAnswers): string {
  const id = reportFolder(regio);
  return `# ${titel}

Dit zijn de gegevens van <${adres.replace(/\/+$/, '')}>, over ${regio}. De site is van ${uitgever}. Het programma dat er een site van maakt, is het pakket *normrapport*.

## Beginnen

U hebt [Node.js](https://nodejs.org/) 20.19 of nieuwer nodig, en [git](https://git-scm.com/). In deze map:

\`\`\`
npm install
npm start
\`\`\`

U ziet de site op <http://localhost:8080>. Verandert u een bestand, dan verandert de pagina mee. Bewaar \`package-lock.json\` in git: de controles op GitHub installeren precies wat daarin staat.

Op uw eigen site staat bij *Voor de redactie* de hele handleiding. Elke opdracht legt zichzelf uit met \`--help\`.

## Waar staat wat

| map of bestand | wat |
|---|---|
| \`data/site.yaml\` | naam, adres, uitgever en huisstijl van de site |
| \`data/${id}/\` | het rapport: wie meedoet, waar het op rust, de normen en de metingen |
| \`content/\` | eigen pagina’s, en wat in de plaats komt van een pagina van het programma |
| \`.eleventy.js\` | eigen filters en plugins |
| \`formulieren/\` | hier levert u ingevulde formulieren in |
| \`.github/\` | de controles, de taken en wie wat goedkeurt |

## Eén keer: GitHub instellen

Vul in \`.github/CODEOWNERS\` in wie wat goedkeurt. \`npm run settings\` zegt welke instellingen de repository nog nodig heeft.

## Een nieuwe versie van het programma

\`\`\`
npm install --save-exact ./normrapport-NIEUW.tgz
npx normrapport init --bijwerken
\`\`\`

De tweede opdracht vernieuwt de workflows, en zet nieuwe organisaties in \`.github/CODEOWNERS\`. Wat u in een workflow zelf hebt veranderd, blijft staan; de opdracht zegt dan wat u kunt doen.
`;
}

/** What a project needs beside its data and its workflows. `dependency`: where the package comes from. */
export function newProject(answers: ProjectAnswers, { dependency }: { readonly dependency: string }): ProjectFile[] {
  const manifest = {
    name: slug(answers.titel) || 'norm',
    private: true,
    type: 'module',
    engines: { node: '>=20.19' },
    scripts: {
      start: 'normrapport serve',
      ...Object.fromEntries(SCRIPTS.map((name) => [name, `normrapport ${name}`])),
    },
    dependencies: { normrapport: dependency },
  };
  return [
    { path: 'package.json', content: `${JSON.stringify(manifest, null, 2)}\n` },
    { path: '.eleventy.js', content: CONFIGURATION },
    { path: 'content/LEESMIJ.txt', content: OWN_CONTENT },
    { path: '.gitattributes', content: ATTRIBUTES },
    { path: '.gitignore', content: IGNORED },
    { path: '.npmrc', content: NPM },
    { path: 'README.md', content: readme(answers) },
  ];
}
