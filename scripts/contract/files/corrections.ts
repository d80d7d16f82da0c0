import { z } from 'zod';
import { choice, date, either, ID, id, line, list, number, quoted, record, refuse, source } from '../fields.ts';
import { STATUS_WORDS } from './results.ts';

const value = (description: string) =>
  either([number(0, 100, 'Een gerapporteerd percentage.'), choice('status', STATUS_WORDS, 'Een status.')], 'een status of een percentage', description);

const correction = record({
  datum: date('Wanneer dit is gecorrigeerd.'),
  punt: id('Id van het ambitiepunt waarvan het resultaat is gecorrigeerd; samen met "organisatie".').optional(),
  organisatie: id('Id van de organisatie waarvan het resultaat is gecorrigeerd; samen met "punt".').optional(),
  bereik: z.string()
    .regex(new RegExp(`^(?:totaal|(?:thema|organisatie):${ID})$`), { error: (issue) => `${quoted(issue.input)} is geen bereik; schrijf "totaal", "thema:<id>" of "organisatie:<id>"` })
    .meta({ description: 'Bereik van het gerapporteerde percentage dat is gecorrigeerd, in plaats van "punt" en "organisatie".' })
    .optional(),
  oud: value('Wat er stond: een status, of bij "bereik" een percentage.'),
  nieuw: value('Wat er nu staat; gelijk aan wat de resultaten of "gerapporteerd" zeggen.'),
  reden: line('Waarom het is gecorrigeerd.'),
  bron: source(),
}, 'Een correctie na de publicatie: van één resultaat, of van één gerapporteerd percentage.').superRefine(({ punt, organisatie, bereik, oud, nieuw }, context) => {
  if (bereik !== undefined && (punt ?? organisatie) !== undefined) {
    return refuse(context, ['bereik'], 'een correctie gaat over een resultaat ("punt" en "organisatie") of over een gerapporteerd percentage ("bereik"), niet over allebei; haal een van de twee weg');
  }
  if (bereik === undefined && punt === undefined) return refuse(context, ['punt'], 'noem wat er is gecorrigeerd: "punt" en "organisatie", of "bereik"');
  if (bereik === undefined && organisatie === undefined) return refuse(context, ['organisatie'], 'noem bij "punt" ook de "organisatie" waarvan het resultaat is gecorrigeerd');
  const expected = bereik === undefined ? 'string' : 'number';
  const form = bereik === undefined ? 'een status, want deze correctie gaat over een resultaat' : 'een percentage, want deze correctie gaat over een bereik';
  if (typeof oud !== expected) refuse(context, ['oud'], `hier hoort ${form}`);
  if (typeof nieuw !== expected) refuse(context, ['nieuw'], `hier hoort ${form}`);
  else if (oud === nieuw) refuse(context, ['nieuw'], `de nieuwe waarde is gelijk aan de oude (${quoted(oud)}); pas een van de twee aan, of haal de correctie weg`);
});

/** What was corrected in a round after it was published. */
export const corrections = () => list(correction, 'Wat er na de publicatie is gecorrigeerd; de resultaten zelf zeggen wat nu geldt.').optional();
