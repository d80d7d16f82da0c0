import { z } from 'zod';
import { choice, count, date, id, line, markdown, number, quoted, reference, version, yesNo } from '../fields.ts';
import { asNumber, has, holds, needs, type RedLine, under, when } from '../marks.ts';
import { either, list, notEmpty, record, source, withRules } from '../records.ts';

export const RELATION_WORDS = ['gelijk', 'gelijkwaardig', 'aangescherpt', 'versoepeld', 'overlapt'] as const;

/** Whether ambitions with this relation may be compared, unless stated otherwise. */
export function comparableByDefault(relation: (typeof RELATION_WORDS)[number]): boolean {
  return relation === 'gelijk' || relation === 'gelijkwaardig';
}

const participant = either(
  [
    reference('organisation', 'Id van een organisatie.'),
    record(
      {
        organisatie: reference('organisation', 'Id van een organisatie.'),
        vanaf: date('Vanaf wanneer deze organisatie meedoet.').optional(),
        tot: date('De eerste dag dat deze organisatie niet meer meedoet.').optional(),
      },
      'Een deelnemer die later kwam of eerder ging.',
    ),
  ],
  'een organisatie, of een groep met "organisatie", "vanaf" en "tot"',
  'Een deelnemer.',
);

const giveReason = 'schrijf bij "reden" waarom dit hier anders is';

const origin = withRules(
  record(
    {
      punt: reference('old-point', 'Id van het punt in de vorige norm.'),
      relatie: choice('onbekende relatie', RELATION_WORDS, 'Hoe dit punt zich verhoudt tot het oude.'),
      vergelijkbaar: yesNo(
        'Of de resultaten vergeleken mogen worden. Standaard true bij gelijk en gelijkwaardig, anders false.',
      ).optional(),
      reden: line('Waarom vergelijkbaar afwijkt van de standaard.').optional(),
    },
    'Uit welk punt van de vorige norm dit punt komt.',
  ).meta({
    allOf: [true, false].map((usual) =>
      when(
        has({
          relatie: RELATION_WORDS.filter((relation) => comparableByDefault(relation) === usual),
          vergelijkbaar: [!usual],
        }),
        needs(['reden'], `zo'n punt is normaal ${usual ? 'wel' : 'niet'} vergelijkbaar; ${giveReason}`),
      ),
    ),
  }),
  {
    restsOn: ['relatie', 'vergelijkbaar', 'reden'],
    check: ({ relatie, vergelijkbaar, reden }, { refuse }) => {
      const usual = comparableByDefault(relatie);
      if (vergelijkbaar !== undefined && vergelijkbaar !== usual && reden === undefined)
        refuse(
          ['reden'],
          `een punt dat "${relatie}" is, is normaal ${usual ? 'wel' : 'niet'} vergelijkbaar; ${giveReason}`,
        );
    },
  },
);

export const RESULT_WORDS = ['behaald', 'deels behaald', 'niet behaald'] as const;

const sameWord = 'twee resultaten heten hier hetzelfde; kies voor een van de twee een ander woord';

function resultWord(word: (typeof RESULT_WORDS)[number]) {
  return line(`Hoe deze norm "${word}" noemt, voor lezers. Standaard "${word}".`).optional();
}

const resultWords = withRules(
  record(
    {
      behaald: resultWord('behaald'),
      'deels behaald': resultWord('deels behaald'),
      'niet behaald': resultWord('niet behaald'),
    },
    'Hoe deze norm haar resultaten noemt, voor lezers. De gegevens houden de woorden van hier.',
  ),
  {
    restsOn: [],
    check: (value, { refuse, isCertain }) => {
      const seen = new Set<string>();
      for (const word of RESULT_WORDS.toSorted(
        (a, b) => Number(value[a] !== undefined) - Number(value[b] !== undefined),
      )) {
        if (!isCertain([word])) continue;
        const shown = (value[word] ?? word).toLowerCase();
        if (seen.has(shown) && value[word] !== undefined) refuse([word], sameWord);
        seen.add(shown);
      }
    },
  },
);

const nobody =
  'een lege lijst zegt dat dit punt voor niemand geldt; noem een soort of een organisatie, of haal "geldt_voor" weg: dan geldt het voor elke deelnemer';
const noCriteria = 'een lege lijst zegt niet wanneer dit punt is behaald; noem een criterium, of haal "criteria" weg';

function nothing(field: string): RedLine {
  return {
    const: [],
    errorMessage: `"${field}" kan alleen als "opvolger_van" zegt welke norm door deze wordt vervangen; vul dat in, of haal dit weg`,
  };
}

const tooPrecise = 'heeft te veel decimalen; rond af op 2';

/**
 * Sets of cells grow as participants × ambitions and × themes; all municipalities with 290 ambitions stay below this.
 */
const MAX_PAIRS = 100_000;

/** norm.yaml: what was agreed, by whom. */
export const norm = withRules(
  record(
    {
      versie: version('version', 'Versie van de norm, gelijk aan de naam van de map, tussen aanhalingstekens.'),
      titel: line('Naam van de norm.'),
      samenvatting: markdown('Wat er is afgesproken, in enkele zinnen.'),
      status: choice(
        'onbekende status',
        ['concept', 'ondertekend', 'van kracht', 'afgerond'],
        'Een norm in concept wordt gecontroleerd en niet gepubliceerd.',
      ),
      looptijd: record(
        {
          van: date('Vanaf wanneer de norm loopt.'),
          tot: date('Tot en met wanneer de norm loopt.').optional(),
        },
        'Wanneer de norm loopt.',
      ).optional(),
      vastgesteld: date('Wanneer de norm is vastgesteld of ondertekend.').optional(),
      bron: source(),
      opvolger_van: version(
        'predecessor',
        'Versie van de norm die door deze wordt vervangen, tussen aanhalingstekens.',
      ).optional(),
      deelnemers: list(participant, 'Wie meedoet; en vanaf en tot wanneer, als dat niet altijd is.').meta({
        allOf: [holds({ uniqueItems: true }, 'een deelnemer staat hier twee keer; haal een van de twee weg')],
      }),
      volledig: yesNo('Of alle punten en resultaten openbaar zijn. Bij false wordt niets opgeteld.'),
      telling: record(
        {
          deels_behaald: asNumber(
            number(0, 1, 'Hoe zwaar "deels behaald" telt: 0 tot en met 1, hoogstens 2 decimalen. Standaard 0.')
              .refine((value) => value < 0 || value > 1 || /^\d(?:\.\d{1,2})?$/.test(String(value)), {
                error: (issue) => `${quoted(issue.input)} ${tooPrecise}`,
              })
              .meta({ if: { multipleOf: 0.01 }, else: { const: 'x', errorMessage: `dit getal ${tooPrecise}` } }),
          ).optional(),
          totaal: choice(
            'onbekende telling',
            ['gezamenlijk', 'gemiddelde-per-organisatie'],
            'Hoe het totaal wordt berekend. Standaard gezamenlijk.',
          ).optional(),
        },
        'Hoe er wordt geteld.',
      ).optional(),
      statuswoorden: resultWords.optional(),
      niet_openbare_metingen: record(
        {
          aantal: count(1, 20, 'Hoeveel metingen het zijn, 1 tot en met 20.'),
          toelichting: markdown('Wat ervan bekend is.').optional(),
          bron: source(),
        },
        'Metingen waarvan bekend is dat ze zijn gehouden; datum en uitkomst zijn niet openbaar.',
      ).optional(),
      themas: list(
        record(
          {
            id: id('theme', 'Vaste naam in adressen en gegevens. Verandert nooit.'),
            titel: line('Naam van het thema.'),
            toelichting: markdown('Waar het thema over gaat.').optional(),
          },
          'Een thema.',
        ),
        'De thema’s van de norm.',
      ).optional(),
      ambitiepunten: list(
        record(
          {
            id: id('point', 'Vaste naam in adressen en gegevens. Verandert nooit.'),
            nummer: line('Nummer dat lezers zien, tussen aanhalingstekens. Mag veranderen.').optional(),
            thema: reference('theme', 'Id van een thema van deze norm.').optional(),
            titel: line('Het ambitiepunt in één zin.'),
            toelichting: markdown('Uitleg bij het punt.').optional(),
            criteria: notEmpty(
              list(line('Een criterium, op één regel.'), 'Wanneer het punt is behaald.'),
              noCriteria,
            ).optional(),
            geldt_voor: notEmpty(
              list(
                reference('applicability', 'Een soort organisatie, of de id van een organisatie.'),
                'Voor wie het punt geldt. Standaard elke deelnemer.',
              ),
              nobody,
            ).optional(),
            vanaf: date('Vanaf wanneer het punt geldt.').optional(),
            tot: date('De eerste dag dat het punt niet meer geldt.').optional(),
            herkomst: list(
              origin,
              'Uit welke punten van de vorige norm dit punt komt. Zonder herkomst is het nieuw.',
            ).optional(),
          },
          'Een ambitiepunt.',
        ),
        'De ambitiepunten van de norm.',
      ).optional(),
      vervallen: list(
        record(
          {
            punt: reference('old-point', 'Id van het punt in de vorige norm.'),
            reden: line('Waarom het punt is vervallen.'),
          },
          'Een punt van de vorige norm zonder opvolger.',
        ),
        'Punten van de vorige norm zonder opvolger.',
      ).optional(),
    },
    'Een norm met haar ambitiepunten.',
  ).meta({
    // rules/themes.ts and rules/origins.ts check this too, but stay silent about what is in doubt.
    allOf: [
      when(
        {
          properties: { volledig: { enum: [true] }, themas: { minItems: 1 } },
          required: ['volledig', 'themas'],
        },
        under('ambitiepunten', {
          items: needs(
            ['thema'],
            'het veld "thema" ontbreekt; alleen in een norm met "volledig: false" of zonder thema’s mag het weg',
          ),
        }),
      ),
      {
        if: { required: ['opvolger_van'] },
        else: {
          properties: {
            vervallen: nothing('vervallen'),
            ambitiepunten: { items: under('herkomst', nothing('herkomst')) },
          },
        },
      },
    ],
  }),
  {
    restsOn: ['deelnemers', 'ambitiepunten', 'themas'],
    ofItems: true,
    check: ({ deelnemers, ambitiepunten = [], themas = [] }, { refuse }) => {
      const rows = Math.max(ambitiepunten.length, themas.length);
      if (deelnemers.length * rows > MAX_PAIRS)
        refuse(
          ['deelnemers'],
          `deze norm is te groot: ${deelnemers.length} deelnemers keer ${rows} punten of thema’s; dat mag hoogstens 100.000 zijn, dus splits haar in twee normen`,
        );
    },
  },
);

export type AuthoredNorm = z.infer<typeof norm>;
