import { choice, date, id, line, number, quoted, scope } from '../fields.ts';
import { either, list, record, refuse, source } from '../records.ts';
import { lacks, needs, when, type RedLine } from '../red-line.ts';
import { STATUS_WORDS } from './results.ts';

function value(description: string) {
  return either(
    [number(0, 100, 'Een gerapporteerd percentage.'), choice('onbekende status', STATUS_WORDS, 'Een status.')],
    'een status of een percentage',
    description,
  );
}

const notBoth =
  'een correctie gaat over een resultaat ("punt" en "organisatie") of over een gerapporteerd percentage ("bereik"), niet over allebei; haal een van de twee weg';
const ofWhat = 'noem wat er is gecorrigeerd: "punt" en "organisatie", of "bereik"';
const ofWhom = 'noem bij "punt" ook de "organisatie" waarvan het resultaat is gecorrigeerd';
const statusExpected = 'hier hoort een status, want deze correctie gaat over een resultaat';
const percentageExpected = 'hier hoort een percentage, want deze correctie gaat over een bereik';

function ofType(type: string, message: string): RedLine {
  return {
    properties: { oud: { type, errorMessage: message }, nieuw: { type, errorMessage: message } },
  };
}

const correction = record(
  {
    datum: date('Wanneer dit is gecorrigeerd.'),
    punt: id('Id van het ambitiepunt waarvan het resultaat is gecorrigeerd; samen met "organisatie".').optional(),
    organisatie: id('Id van de organisatie waarvan het resultaat is gecorrigeerd; samen met "punt".').optional(),
    bereik: scope(
      'Bereik van het gerapporteerde percentage dat is gecorrigeerd, in plaats van "punt" en "organisatie".',
    ).optional(),
    oud: value('Wat er stond: een status, of bij "bereik" een percentage.'),
    nieuw: value('Wat er nu staat; gelijk aan wat de resultaten of "gerapporteerd" zeggen.'),
    reden: line('Waarom het is gecorrigeerd.'),
    bron: source(),
  },
  'Een correctie na de publicatie: van één resultaat, of van één gerapporteerd percentage.',
)
  .superRefine(({ punt, organisatie, bereik, oud, nieuw }, context) => {
    if (bereik !== undefined && (punt ?? organisatie) !== undefined) return refuse(context, ['bereik'], notBoth);
    if (bereik === undefined && punt === undefined) return refuse(context, ['punt'], ofWhat);
    if (bereik === undefined && organisatie === undefined) return refuse(context, ['organisatie'], ofWhom);
    const [expected, message] = bereik === undefined ? ['string', statusExpected] : ['number', percentageExpected];
    if (typeof oud !== expected) refuse(context, ['oud'], message);
    if (typeof nieuw !== expected) refuse(context, ['nieuw'], message);
    else if (oud === nieuw)
      refuse(
        context,
        ['nieuw'],
        `de nieuwe waarde is gelijk aan de oude (${quoted(oud)}); pas een van de twee aan, of haal de correctie weg`,
      );
  })
  .meta({
    allOf: [
      { if: { required: ['bereik'] }, then: lacks(['punt', 'organisatie'], notBoth), else: needs(['punt'], ofWhat) },
      when({ required: ['punt'] }, { if: { required: ['bereik'] }, else: needs(['organisatie'], ofWhom) }),
      {
        if: { required: ['bereik'] },
        then: ofType('number', percentageExpected),
        else: ofType('string', statusExpected),
      },
    ],
  });

/** What was corrected in a round after it was published. */
export function corrections() {
  return list(
    correction,
    'Wat er na de publicatie is gecorrigeerd; de resultaten zelf zeggen wat nu geldt.',
  ).optional();
}
