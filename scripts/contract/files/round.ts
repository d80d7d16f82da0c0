import type { z } from 'zod';
import { choice, date, line, markdown, number, scope, yesNo } from '../fields.ts';
import { differentIn, list, record, source, withRules } from '../records.ts';
import { corrections } from './corrections.ts';

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
