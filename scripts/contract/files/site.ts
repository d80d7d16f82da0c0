import type { z } from 'zod';
import { baseAddress, email, fileName, securityContact, url } from '../addresses.ts';
import { choice, date, ID, idPattern, line, pattern, quoted, reference, yesNo } from '../fields.ts';
import { nearPath } from '../near-misses.ts';
import { differentIn, list, notEmpty, record, withRules } from '../records.ts';
import { fits } from '../marks.ts';
import { didYouMean } from '../../model/suggestion.ts';

/** First segments of addresses in use at the root, by the report at "/" and by the site itself. */
const PAGE_NAMES = [
  'norm',
  'organisatie',
  'vergelijking',
  'andere-normen',
  'documenten',
  'editie',
  'data',
  'methode',
  'grafiek',
  'begrippen',
  'zoeken',
  'a-z',
  'nieuws',
  'redactie',
  'toegankelijkheid',
  'privacy',
  'licenties',
  'over',
  'licenties',
  'assets',
];

const isPage = 'is al een pagina van de site; kies een ander pad';

const path = pattern(
  new RegExp(`^/(?:${ID}/)?$`),
  'geen pad; schrijf "/", of een naam tussen schuine strepen, zoals "/voorbeeld/"',
  'Waar dit rapport op de site staat: "/" of "/naam/".',
  nearPath,
)
  .refine((value) => !PAGE_NAMES.includes(value.slice(1, -1)), { error: (issue) => `${quoted(issue.input)} ${isPage}` })
  .meta({ allOf: [fits(`^(?!/(?:${PAGE_NAMES.join('|')})/$)`, `dit ${isPage}`)] });

const noReports = 'de site heeft ten minste één rapport nodig; zet er een bij, met "map" en "pad"';

/** data/site.yaml: settings of the whole site. */
export const site = withRules(
  record(
    {
      titel: line('Naam van de site.'),
      adres: baseAddress('Adres van de site, zonder schuine streep aan het eind.'),
      uitgever: line('Wie deze site uitgeeft (niet: over wie de site gaat).'),
      contact: email('E-mailadres voor vragen en fouten.'),
      repository: url(
        'Waar de gegevens worden bewerkt. Cijfers verwijzen dan naar bestand en regel. Bij GitHub en GitLab volstaat het adres van de bewaarplaats; anders met de tak erbij, zoals "https://codeberg.org/naam/norm/src/branch/main".',
      ).optional(),
      beveiliging: record(
        {
          contact: securityContact('Waar iemand een lek meldt: "mailto:…" of "https://…".'),
          verloopt: date('Tot wanneer dit contact geldt.'),
        },
        'Voor security.txt.',
      ).optional(),
      toegankelijkheid: record(
        {
          status: choice(
            'onbekende status',
            ['A', 'B', 'C', 'D', 'E'],
            'Status van de toegankelijkheidsverklaring; E: er is nog geen verklaring.',
          ),
          datum: date('Wanneer dit voor het laatst is nagegaan.'),
          verklaring: url('Adres van de verklaring in het register.').optional(),
        },
        'Voor de pagina over toegankelijkheid. Vul alleen in wat is onderzocht.',
      ).optional(),
      officieel: yesNo(
        'Of de uitgever zelf een van de organisaties is waar de site over gaat. Standaard false.',
      ).optional(),
      huisstijl: fileName('css', 'Bestand met de kleuren en letters van de huisstijl.').optional(),
      logo: fileName('svg', 'Bestand met het logo.').optional(),
      rapporten: notEmpty(
        list(
          record(
            {
              map: reference('report', 'Map met de gegevens van dit rapport.'),
              pad: path,
            },
            'Een rapport op deze site.',
          ),
          'De rapporten op deze site.',
        ),
        noReports,
      ),
    },
    'Instellingen van de site.',
  ),
  differentIn('rapporten', 'map', (map) => `het rapport "${map}" staat al in deze lijst; haal een van de twee weg`),
  differentIn('rapporten', 'pad', (pad) => `het pad "${pad}" is al van een ander rapport; kies een ander`),
);

export type AuthoredSite = z.infer<typeof site>;

/** data/begrippen.yaml: words that the glossary of this site explains, beside those of the program. */
export const terms = withRules(
  record(
    {
      begrippen: list(
        record(
          {
            id: idPattern(
              'Vaste naam in het adres. Is het die van een begrip van het programma, dan komt dit ervoor in de plaats.',
            ),
            term: line('Het woord zelf.'),
            uitleg: line('Wat het betekent, in een of twee zinnen.'),
            vormen: list(
              line('Een vorm van het woord.'),
              'Vormen die in teksten naar de uitleg leiden, zoals enkelvoud en meervoud. Zonder vormen leidt niets ernaartoe.',
            ).optional(),
            zie: list(
              idPattern('Id van een ander begrip in dit bestand.'),
              'Andere begrippen in dit bestand.',
            ).optional(),
          },
          'Een begrip.',
        ),
        'De begrippen van deze site.',
      ),
    },
    'Begrippen van de site zelf.',
  ),
  differentIn('begrippen', 'id', (id) => `het begrip "${id}" staat al in deze lijst; haal een van de twee weg`),
  {
    restsOn: ['begrippen'],
    ofItems: true,
    check: ({ begrippen }, { refuse, isCertain }) => {
      const known = begrippen.map(({ id }) => id);
      begrippen.forEach(({ zie = [] }, index) =>
        zie.forEach((id, at) => {
          if (isCertain(['begrippen', index, 'zie', at]) && !known.includes(id))
            refuse(
              ['begrippen', index, 'zie', at],
              `in dit bestand staat geen begrip "${id}"${didYouMean(id, known, 'voeg het toe, of haal deze verwijzing weg')}`,
            );
        }),
      );
    },
  },
);

export type AuthoredTerms = z.infer<typeof terms>;
