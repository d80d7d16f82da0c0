import type { z } from 'zod';
import { choice, date, line, markdown, number, scope, yesNo } from '../fields.ts';
import { list, record, refuseRepeated, source } from '../records.ts';
import { corrections } from './corrections.ts';

export const ROUND_KIND_WORDS = ['nulmeting', 'tussenmeting', 'eindmeting'] as const;

/** meting.yaml: one measurement round. */
export const round = record(
  {
    titel: line('Naam van de meting.'),
    datum: date('Wanneer er is gemeten.'),
    soort: choice('onbekende soort', ROUND_KIND_WORDS, 'Wat voor meting dit is.'),
    concept: yesNo(
      'Of deze meting nog loopt. Ze wordt dan gecontroleerd en niet gepubliceerd. Standaard false.',
    ).optional(),
    gepubliceerd: date('Wanneer de uitkomst openbaar werd.').optional(),
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
).superRefine(({ gerapporteerd = [] }, context) => {
  refuseRepeated(
    context,
    'gerapporteerd',
    gerapporteerd,
    'bereik',
    (bereik) => `het bereik "${bereik}" staat al in deze lijst; haal een van de twee weg`,
  );
});

export type AuthoredRound = z.infer<typeof round>;
