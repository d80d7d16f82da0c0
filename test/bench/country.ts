/** Size of the generated country. */
export interface CountrySize {
  readonly reports: number;
  readonly organisations: number;
  readonly points: number;
  readonly norms: number;
  readonly rounds: number;
}

/** All provinces, each with its municipalities and partners, two norms and four rounds: about 110,000 results. */
export const COUNTRY: CountrySize = { reports: 12, organisations: 29, points: 40, norms: 2, rounds: 4 };

const KINDS = ['gemeente', 'gemeente', 'gemeente', 'provincie', 'waterschap', 'politie'];
const STATUSES = ['behaald', 'deels behaald', 'behaald', 'niet behaald', 'behaald', 'niet beoordeeld', 'deels behaald'];
const THEMES = 5;

function count<Value>(length: number, make: (index: number) => Value): Value[] {
  return Array.from({ length }, (_, index) => make(index));
}

function organisationsFile({ organisations }: CountrySize, report: number): string {
  return `organisaties:\n${count(
    organisations,
    (each) =>
      `  - {id: organisatie-${each}, naam: Gemeente Voorbeeld ${report}-${each}, korte_naam: Voorbeeld ${each}, soort: ${KINDS[each % KINDS.length]}}\n`,
  ).join('')}`;
}

const DOCUMENTS = `documenten:
  - {id: besluit, openbaar: true, titel: Besluit over de norm, soort: norm, datum: "2022-01-15", uitgever: Provincie, registratienummer: "0034"}
  - {id: raadsbrief, openbaar: true, titel: Brief aan de raad, soort: raadsbrief, uitgever: Gemeente, verwijst_naar: [besluit]}
  - {id: dossier, openbaar: false}
`;

function normFile({ organisations, points }: CountrySize, norm: number): string {
  return `versie: "${norm + 1}.0"
titel: Norm Voorbeeld ${norm + 1}
samenvatting: Wat de organisaties in de provincie met elkaar hebben afgesproken.
status: van kracht
bron: besluit
${norm === 0 ? '' : `opvolger_van: "${norm}.0"\n`}deelnemers: [${count(organisations, (each) => `organisatie-${each}`).join(', ')}]
volledig: true
telling: {deels_behaald: 0.5}
themas:
${count(THEMES, (theme) => `  - {id: thema-${theme}, titel: Thema ${theme} van de norm}\n`).join('')}ambitiepunten:
${count(
  points,
  (point) => `  - id: punt-${point}
    nummer: "${(point % THEMES) + 1}.${point + 1}"
    thema: thema-${point % THEMES}
    titel: Elke organisatie heeft afspraak ${point} vastgelegd en voert die uit
    toelichting: Het gaat om een besluit van het bestuur dat openbaar is en dat elk jaar wordt bekeken.
${norm === 0 ? '' : `    herkomst: [{punt: punt-${point}, relatie: ${point % 3 === 0 ? 'aangescherpt' : 'gelijk'}}]\n`}`,
).join('')}`;
}

function roundFile(norm: number, round: number): string {
  return `titel: Meting ${round + 1}
datum: "${2020 + norm * 3 + Math.floor(round / 2)}-${round % 2 === 0 ? '03' : '09'}"
soort: ${round === 0 ? 'nulmeting' : 'tussenmeting'}
niveau: punten
bron: besluit
`;
}

/** Later rounds have more achieved results; the same numbers always give the same status. */
function resultsFile({ points }: CountrySize, seeds: readonly number[], organisation: number): string {
  const [report = 0, norm = 0, round = 0] = seeds;
  return `organisatie: organisatie-${organisation}\nresultaten:\n${count(points, (point) => {
    const chance = (report * 31 + norm * 17 + organisation * 13 + point * 7) % 11;
    const status = chance <= round * 2 ? 'behaald' : STATUSES[(chance + organisation + point) % STATUSES.length]!;
    return status === 'niet behaald'
      ? `  punt-${point}: {status: niet behaald, toelichting: Het plan komt dit jaar in de raad., bron: raadsbrief, verwacht: "2027-06"}\n`
      : `  punt-${point}: ${status}\n`;
  }).join('')}`;
}

/** All files in the data folder of a made-up country, by path. */
export function countryFiles(size: CountrySize): { path: string; content: string }[] {
  return [
    {
      path: 'site.yaml',
      content: `titel: Landelijke Norm\nadres: https://norm.example\nuitgever: Proef\ncontact: proef@norm.example\nrapporten:\n${count(size.reports, (report) => `  - {map: provincie-${report}, pad: /provincie-${report}/}\n`).join('')}`,
    },
    ...count(size.reports, (report) => [
      {
        path: `provincie-${report}/rapport.yaml`,
        content: `titel: Norm Provincie ${report}\nregio: Provincie ${report}\nsamenvatting: Hoe ver de organisaties zijn.\n`,
      },
      { path: `provincie-${report}/organisaties.yaml`, content: organisationsFile(size, report) },
      { path: `provincie-${report}/documenten.yaml`, content: DOCUMENTS },
      ...count(size.norms, (norm) => [
        { path: `provincie-${report}/normen/${norm + 1}.0/norm.yaml`, content: normFile(size, norm) },
        ...count(size.rounds, (round) => {
          const folder = `provincie-${report}/normen/${norm + 1}.0/metingen/meting-${round + 1}`;
          return [
            { path: `${folder}/meting.yaml`, content: roundFile(norm, round) },
            ...count(size.organisations, (organisation) => ({
              path: `${folder}/resultaten/organisatie-${organisation}.yaml`,
              content: resultsFile(size, [report, norm, round], organisation),
            })),
          ];
        }).flat(),
      ]).flat(),
    ]).flat(),
  ];
}
