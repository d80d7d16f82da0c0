import { z } from 'zod';
import { choice, date, id, line, markdown, number, quoted, version, yesNo } from '../fields.ts';
import { either, list, record, refuse, source } from '../records.ts';
import { has, holds, needs, under, when, type RedLine } from '../red-line.ts';

export const RELATION_WORDS = ['gelijk', 'gelijkwaardig', 'aangescherpt', 'versoepeld', 'overlapt'] as const;

/** Whether points with this relation may be compared, where nothing else is said. */
export function comparableByDefault(relation: (typeof RELATION_WORDS)[number]): boolean {
  return relation === 'gelijk' || relation === 'gelijkwaardig';
}

const participant = either(
  [
    id('Id van een organisatie.'),
    record(
      {
        organisatie: id('Id van een organisatie.'),
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

const origin = record(
  {
    punt: id('Id van het punt in de vorige norm.'),
    relatie: choice('onbekende relatie', RELATION_WORDS, 'Hoe dit punt zich verhoudt tot het oude.'),
    vergelijkbaar: yesNo(
      'Of de resultaten vergeleken mogen worden. Standaard true bij gelijk en gelijkwaardig, anders false.',
    ).optional(),
    reden: line('Waarom vergelijkbaar afwijkt van de standaard.').optional(),
  },
  'Uit welk punt van de vorige norm dit punt komt.',
)
  .superRefine(({ relatie, vergelijkbaar, reden }, context) => {
    const usual = comparableByDefault(relatie);
    if (vergelijkbaar !== undefined && vergelijkbaar !== usual && reden === undefined) {
      refuse(
        context,
        ['reden'],
        `een punt dat "${relatie}" is, is normaal ${usual ? 'wel' : 'niet'} vergelijkbaar; ${giveReason}`,
      );
    }
  })
  .meta({
    allOf: [true, false].map((usual) =>
      when(
        has({
          relatie: RELATION_WORDS.filter((relation) => comparableByDefault(relation) === usual),
          vergelijkbaar: [!usual],
        }),
        needs(['reden'], `zo'n punt is normaal ${usual ? 'wel' : 'niet'} vergelijkbaar; ${giveReason}`),
      ),
    ),
  });

function nothing(field: string): RedLine {
  return {
    const: [],
    errorMessage: `"${field}" kan alleen als "opvolger_van" zegt welke norm door deze wordt vervangen; vul dat in, of haal dit weg`,
  };
}

const tooPrecise = 'heeft te veel decimalen; rond af op 2';

/** norm.yaml: what was agreed, by whom. */
export const norm = record(
  {
    versie: version('Versie van de norm, gelijk aan de naam van de map, tussen aanhalingstekens.'),
    titel: line('Naam van de norm.'),
    samenvatting: markdown('Wat er is afgesproken, in enkele zinnen.'),
    status: choice(
      'onbekende status',
      ['concept', 'van kracht', 'afgerond'],
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
    opvolger_van: version('Versie van de norm die door deze wordt vervangen, tussen aanhalingstekens.').optional(),
    deelnemers: list(participant, 'Wie meedoet; en vanaf en tot wanneer, als dat niet altijd is.')
      .meta({ allOf: [holds({ uniqueItems: true }, 'een deelnemer staat hier twee keer; haal een van de twee weg')] })
      .optional(),
    volledig: yesNo('Of alle punten en resultaten openbaar zijn. Bij false wordt niets opgeteld.'),
    telling: record(
      {
        deels_behaald: number(
          0,
          1,
          'Hoe zwaar "deels behaald" telt: 0 tot en met 1, hoogstens 2 decimalen. Standaard 0.',
        )
          .refine((value) => value < 0 || value > 1 || /^\d(?:\.\d{1,2})?$/.test(String(value)), {
            error: (issue) => `${quoted(issue.input)} ${tooPrecise}`,
          })
          .meta({ if: { multipleOf: 0.01 }, else: { const: 'x', errorMessage: `dit getal ${tooPrecise}` } })
          .optional(),
        totaal: choice(
          'onbekende telling',
          ['gezamenlijk', 'gemiddelde-per-organisatie'],
          'Hoe het totaal wordt berekend. Standaard gezamenlijk.',
        ).optional(),
      },
      'Hoe er wordt geteld.',
    ).optional(),
    themas: list(
      record(
        {
          id: id('Vaste naam in adressen en gegevens. Verandert nooit.'),
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
          id: id('Vaste naam in adressen en gegevens. Verandert nooit.'),
          nummer: line('Nummer dat lezers zien, tussen aanhalingstekens. Mag veranderen.').optional(),
          thema: id('Id van een thema van deze norm.').optional(),
          titel: line('Het ambitiepunt in één zin.'),
          toelichting: markdown('Uitleg bij het punt.').optional(),
          geldt_voor: list(
            id('Een soort organisatie, of de id van een organisatie.'),
            'Voor wie het punt geldt. Standaard elke deelnemer.',
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
          punt: id('Id van het punt in de vorige norm.'),
          reden: line('Waarom het punt is vervallen.'),
        },
        'Een punt van de vorige norm zonder opvolger.',
      ),
      'Punten van de vorige norm zonder opvolger.',
    ).optional(),
  },
  'Een norm met haar ambitiepunten.',
)
  .superRefine((value, context) => refuseTooLarge(value, context))
  .meta({
    // Said by rules/themes.ts and rules/origins-need-predecessor.ts, which are silent where something else is wrong.
    allOf: [
      when(
        has({ volledig: [true] }),
        under('ambitiepunten', {
          items: needs(['thema'], 'het veld "thema" ontbreekt; alleen in een norm met "volledig: false" mag het weg'),
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
  });

/** Sets of cells grow as participants × points and × themes; all municipalities with 290 points stay under this. */
const MAX_PAIRS = 100_000;

function refuseTooLarge(
  {
    deelnemers = [],
    ambitiepunten = [],
    themas = [],
  }: {
    deelnemers?: readonly unknown[] | undefined;
    ambitiepunten?: readonly unknown[] | undefined;
    themas?: readonly unknown[] | undefined;
  },
  context: z.core.$RefinementCtx,
): void {
  const rows = Math.max(ambitiepunten.length, themas.length);
  if (deelnemers.length * rows <= MAX_PAIRS) return;
  refuse(
    context,
    ['deelnemers'],
    `deze norm is te groot: ${deelnemers.length} deelnemers keer ${rows} punten of thema’s; dat mag hoogstens 100.000 zijn, dus splits haar in twee normen`,
  );
}

export type AuthoredNorm = z.infer<typeof norm>;
