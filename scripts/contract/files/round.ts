import type { z } from 'zod';
import { choice, date, line, markdown, number, quoted, reference, scope, yesNo } from '../fields.ts';
import { has, lacks, needs, type RedLine, when } from '../marks.ts';
import { differentIn, either, list, record, source, withRules } from '../records.ts';
import { STATUS_WORDS } from './results.ts';

function value(description: string) {
  return either(
    [number(0, 100, 'Een gerapporteerd percentage.'), choice('onbekende status', STATUS_WORDS, 'Een status.')],
    'een status of een percentage',
    description,
  );
}

const WITHHELD = 'niet openbaar';

const notBoth =
  'een correctie gaat over een resultaat ("punt" en "organisatie") of over een gerapporteerd percentage ("bereik"), niet over allebei; haal een van de twee weg';
const ofWhat = 'noem wat er is gecorrigeerd: "punt" en "organisatie", of "bereik"';
const ofWhom = 'noem bij "punt" ook de "organisatie" waarvan het resultaat is gecorrigeerd';
const ofWhich = 'noem bij "organisatie" ook het "punt" waarvan het resultaat is gecorrigeerd';
const statusExpected = 'hier hoort een status, want deze correctie gaat over een resultaat';
const percentageExpected = 'hier hoort een percentage, want deze correctie gaat over een bereik';
const oldMissing =
  'het veld "oud" ontbreekt; voeg een regel "oud: …" toe (alleen bij "nieuw: niet openbaar" mag het weg)';
const oldWithheld = 'een resultaat dat nu niet openbaar is, wordt hier ook niet meer genoemd; haal "oud" weg';

function ofType(type: string, message: string): RedLine {
  return {
    properties: { oud: { type, errorMessage: message }, nieuw: { type, errorMessage: message } },
  };
}

const correction = withRules(
  record(
    {
      datum: date('Wanneer dit is gecorrigeerd.'),
      punt: reference(
        'point',
        'Id van het ambitiepunt waarvan het resultaat is gecorrigeerd; samen met "organisatie".',
      ).optional(),
      organisatie: reference(
        'organisation',
        'Id van de organisatie waarvan het resultaat is gecorrigeerd; samen met "punt".',
      ).optional(),
      bereik: scope(
        'Bereik van het gerapporteerde percentage dat is gecorrigeerd, in plaats van "punt" en "organisatie".',
      ).optional(),
      oud: value(
        'Wat er stond: een status, of bij "bereik" een percentage. Niet als het resultaat nu niet openbaar is.',
      ).optional(),
      nieuw: value('Wat er nu staat; gelijk aan wat de resultaten of "gerapporteerd" zeggen.'),
      reden: line('Waarom het is gecorrigeerd.'),
      bron: source(),
    },
    'Een correctie na de publicatie: van één resultaat, of van één gerapporteerd percentage.',
  ).meta({
    allOf: [
      {
        if: { required: ['bereik'] },
        then: lacks(['punt', 'organisatie'], notBoth),
        else: {
          if: { required: ['organisatie'] },
          then: needs(['punt'], ofWhich),
          else: needs(['punt'], ofWhat),
        },
      },
      when({ required: ['punt'] }, { if: { required: ['bereik'] }, else: needs(['organisatie'], ofWhom) }),
      {
        if: { required: ['bereik'] },
        then: ofType('number', percentageExpected),
        else: ofType('string', statusExpected),
      },
      { if: has({ nieuw: [WITHHELD] }), then: lacks(['oud'], oldWithheld), else: needs(['oud'], oldMissing) },
    ],
  }),
  {
    restsOn: ['punt', 'organisatie', 'bereik'],
    check: ({ punt, organisatie, bereik }, { refuse }) => {
      if (bereik !== undefined && (punt ?? organisatie) !== undefined) refuse(['bereik'], notBoth);
      else if (bereik === undefined && punt === undefined)
        refuse(['punt'], organisatie === undefined ? ofWhat : ofWhich);
      else if (bereik === undefined && organisatie === undefined) refuse(['organisatie'], ofWhom);
    },
  },
  {
    restsOn: ['bereik', 'oud', 'nieuw'],
    check: ({ punt, organisatie, bereik, oud, nieuw }, { refuse }) => {
      if (bereik !== undefined && (punt ?? organisatie) !== undefined) return;
      if (bereik === undefined && (punt ?? organisatie) === undefined) return;
      const [expected, message] = bereik === undefined ? ['string', statusExpected] : ['number', percentageExpected];
      if (typeof nieuw !== expected) refuse(['nieuw'], message);
      else if (nieuw === WITHHELD) {
        if (oud !== undefined) refuse(['oud'], oldWithheld);
      } else if (oud === undefined) refuse(['oud'], oldMissing);
      else if (typeof oud !== expected) refuse(['oud'], message);
      else if (oud === nieuw)
        refuse(
          ['nieuw'],
          `de nieuwe waarde is gelijk aan de oude (${quoted(oud)}); pas een van de twee aan, of haal de correctie weg`,
        );
    },
  },
);

/** Corrections made in a round after it was published. */
function corrections() {
  return list(
    correction,
    'Wat er na de publicatie is gecorrigeerd; de resultaten zelf zeggen wat nu geldt.',
  ).optional();
}

export const ROUND_KIND_WORDS = ['nulmeting', 'tussenmeting', 'eindmeting'] as const;

export const ASSESSOR_WORDS = ['zelf', 'elkaar', 'werkgroep', 'onafhankelijk'] as const;

/** meting.yaml: one measurement round. */
export const round = withRules(
  record(
    {
      titel: line('Naam van de meting.'),
      datum: date('Wanneer er is gemeten.'),
      soort: choice('onbekende soort', ROUND_KIND_WORDS, 'Wat voor meting dit is.'),
      beoordeling: record(
        {
          door: choice(
            'onbekende beoordelaar',
            ASSESSOR_WORDS,
            'Wie de resultaten beoordeelde: elke organisatie zelf, de organisaties elkaar, een werkgroep, of iemand onafhankelijks.',
          ),
          toelichting: markdown('Hoe er is beoordeeld.').optional(),
        },
        'Wie de resultaten van deze meting beoordeelde.',
      ).optional(),
      concept: yesNo(
        'Of deze meting nog loopt. Ze wordt dan gecontroleerd en niet gepubliceerd. Standaard false.',
      ).optional(),
      gepubliceerd: date('Wanneer de uitkomst openbaar werd; niet voor "datum".').optional(),
      toelichting: markdown('Wat bij deze meting van belang is.').optional(),
      bron: source(),
      niveau: choice(
        'onbekend niveau',
        ['punten', 'totaal'],
        'Wat er bekend is: resultaten per punt, of alleen gerapporteerde percentages.',
      ),
      gerapporteerd: list(
        record(
          {
            bereik: scope('Waar het percentage over gaat: "totaal", "thema:<id>" of "organisatie:<id>".'),
            percentage: number(0, 100, 'Het percentage zoals de bron het noemt, 0 tot en met 100.'),
            bron: source(),
            toelichting: markdown('Uitleg; nodig als het afwijkt van het berekende cijfer.').optional(),
          },
          'Een percentage dat een bron noemt.',
        ),
        'Percentages zoals een bron ze noemt.',
      ).optional(),
      correcties: corrections(),
    },
    'Een meting.',
  ),
  differentIn(
    'gerapporteerd',
    'bereik',
    (bereik) => `het bereik "${bereik}" staat al in deze lijst; haal een van de twee weg`,
  ),
);

export type AuthoredRound = z.infer<typeof round>;
