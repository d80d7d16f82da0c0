import { z } from 'zod';
import { choice, date, either, id, line, markdown, record, refuse, source } from '../fields.ts';

export const STATUS_WORDS = ['behaald', 'deels behaald', 'niet behaald', 'niet van toepassing', 'niet beoordeeld', 'niet openbaar'] as const;

const EXPECTABLE: ReadonlySet<string> = new Set(['deels behaald', 'niet behaald', 'niet beoordeeld']);

const needsReason = 'de status "niet van toepassing" heeft een "reden" nodig; schrijf {status: niet van toepassing, reden: …}';

const status = () => choice('status', STATUS_WORDS, 'Hoe ver de organisatie met dit punt is.');

const word = status().refine((value) => value !== 'niet van toepassing', { error: needsReason });

const row = record({
  status: status(),
  toelichting: markdown('Wat er is gedaan, of nog moet gebeuren.').optional(),
  reden: line('Waarom het punt niet van toepassing is.').optional(),
  bron: source(),
  verwacht: date('Wanneer het punt naar verwachting is behaald.').optional(),
}, 'Een resultaat met toelichting.').superRefine((value, context) => {
  if (value.status === 'niet van toepassing' && value.reden === undefined) refuse(context, ['reden'], 'de status "niet van toepassing" heeft een "reden" nodig; vul bij "reden" in waarom het niet geldt');
  if (value.verwacht !== undefined && !EXPECTABLE.has(value.status)) {
    refuse(context, ['verwacht'], `"verwacht" hoort niet bij de status "${value.status}"; haal het weg, of pas de status aan`);
  }
});

/** resultaten/<organisatie>.yaml: what one organisation achieved in one round. */
export const results = record({
  organisatie: id('Id van de organisatie, gelijk aan de naam van het bestand.'),
  resultaten: z.record(z.string(), either([word, row], 'een status, of een groep met "status" en een toelichting', 'Een resultaat: een status, of een groep met "status".'),
    { error: 'hier hoort per ambitiepunt een regel "punt: status"' })
    .meta({ description: 'Per ambitiepunt het resultaat.' })
    .optional(),
}, 'Resultaten van één organisatie in één meting.');

export type AuthoredResults = z.infer<typeof results>;
export type AuthoredRow = NonNullable<AuthoredResults['resultaten']>[string];
