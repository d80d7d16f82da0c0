import { slug } from '../model/slug.ts';
import { type ProjectAnswers, type ProjectFile, reportFolder } from './new-data.ts';

/** The scripts of a project, under the names that messages and the manual use. */
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
/punten.xlsx
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

## De eerste norm

\`\`\`
npm run new -- organisatie --id eerste-gemeente --naam "Gemeente Eerste" --soort gemeente
npm run form -- --punten
npm run new -- punten punten.xlsx --norm 1.0 --titel "${titel}"
npm run new -- meting --norm 1.0 --id 2027-nulmeting --datum 2027
npm run form -- --meting 2027-nulmeting
\`\`\`

1. Voeg elke organisatie toe die meedoet.
2. De tweede opdracht maakt een lege lijst, \`punten.xlsx\`. Vul daarin de thema’s en ambitiepunten in.
3. De derde opdracht maakt daarvan een norm. Elke organisatie in de lijst doet mee; pas dat zo nodig aan in \`norm.yaml\`.
4. De norm is in concept, en nog niet op de site. \`npm run new -- publicatie --norm 1.0\` maakt haar openbaar.
5. De laatste twee opdrachten beginnen een meting en maken de formulieren voor de organisaties.

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

/** The files of a project other than its data and workflows. `dependency` says where the package comes from. */
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
