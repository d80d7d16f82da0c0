import { z } from 'zod';
import { choice, date, line, markdown, reference } from '../fields.ts';
import { either, record, source, withRules } from '../records.ts';
import { has, lacks, needs, when } from '../marks.ts';

export const STATUS_WORDS = [
  'behaald',
  'deels behaald',
  'niet behaald',
  'niet van toepassing',
  'niet beoordeeld',
  'niet openbaar',
] as const;

/** What people say instead of some of these words. */
export const EVERYDAY_WORDS: ReadonlyMap<string, (typeof STATUS_WORDS)[number]> = new Map([
  ['gedeeltelijk behaald', 'deels behaald'],
  ['gedeeltelijk', 'deels behaald'],
  ['nvt', 'niet van toepassing'],
  ['n.v.t.', 'niet van toepassing'],
]);

const NOT_APPLICABLE = 'niet van toepassing';

const EXPECTABLE: readonly string[] = ['deels behaald', 'niet behaald', 'niet beoordeeld'];

const needsReason = 'de status "niet van toepassing" heeft een "reden" nodig';

function status() {
  return choice('onbekende status', STATUS_WORDS, 'Hoe ver de organisatie met dit punt is.');
}

const inAGroup = `${needsReason}; schrijf {status: niet van toepassing, reden: …}`;

const IN_ONE_WORD = STATUS_WORDS.filter((word) => word !== NOT_APPLICABLE);

const word = status()
  .refine((value) => value !== NOT_APPLICABLE, { error: inAGroup })
  .meta({
    enum: IN_ONE_WORD,
    errorMessage: `onbekende status; kies uit ${IN_ONE_WORD.map((each) => `"${each}"`).join(', ')}; ${inAGroup}`,
  });

const reasonMissing = `${needsReason}; vul bij "reden" in waarom het niet geldt`;

const row = withRules(
  record(
    {
      status: status(),
      toelichting: markdown('Wat er is gedaan, of nog moet gebeuren.').optional(),
      reden: line('Waarom het punt niet van toepassing is.').optional(),
      bron: source(),
      verantwoordelijk: line('Wie ervoor verantwoordelijk is: een afdeling of functie, nooit een persoon.').optional(),
      verwacht: date('Wanneer het punt naar verwachting is behaald.').optional(),
    },
    'Een resultaat met toelichting.',
  ).meta({
    allOf: [
      when(has({ status: [NOT_APPLICABLE] }), needs(['reden'], reasonMissing)),
      when(
        has({ status: STATUS_WORDS.filter((each) => !EXPECTABLE.includes(each)) }),
        lacks(['verwacht'], '"verwacht" hoort niet bij deze status; haal het weg, of pas de status aan'),
      ),
    ],
  }),
  {
    restsOn: ['status', 'reden'],
    check: (value, { refuse }) => {
      if (value.status === NOT_APPLICABLE && value.reden === undefined) refuse(['reden'], reasonMissing);
    },
  },
  {
    restsOn: ['status', 'verwacht'],
    check: (value, { refuse }) => {
      if (value.verwacht !== undefined && !EXPECTABLE.includes(value.status))
        refuse(
          ['verwacht'],
          `"verwacht" hoort niet bij de status "${value.status}"; haal het weg, of pas de status aan`,
        );
    },
  },
);

const rowsExpected = 'hier hoort per ambitiepunt een regel "punt: status"';

/** resultaten/<organisatie>.yaml: what one organisation achieved in one round. */
export const results = record(
  {
    organisatie: reference('organisation', 'Id van de organisatie, gelijk aan de naam van het bestand.'),
    reactie: markdown('Wat de organisatie zelf zegt over haar resultaten in deze meting.').optional(),
    resultaten: z
      .record(
        reference('point', 'Id van een ambitiepunt.'),
        either(
          [word, row],
          'een status, of een groep met "status" en een toelichting',
          'Een resultaat: een status, of een groep met "status".',
        ),
        { error: rowsExpected },
      )
      .meta({ description: 'Per ambitiepunt het resultaat.', errorMessage: rowsExpected })
      .optional(),
  },
  'Resultaten van één organisatie in één meting.',
);

export type AuthoredResults = z.infer<typeof results>;
export type AuthoredRow = NonNullable<AuthoredResults['resultaten']>[string];
