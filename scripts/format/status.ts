import type { Status } from '../model/round.ts';

/** How a status is shown: never by colour alone. */
export interface StatusText {
  readonly symbol: string;
  readonly text: string;
}

const TEXTS: Readonly<Record<Status, StatusText>> = {
  achieved: { symbol: '✓', text: 'behaald' },
  'partly-achieved': { symbol: '◐', text: 'deels behaald' },
  'not-achieved': { symbol: '✕', text: 'niet behaald' },
  'not-applicable': { symbol: '–', text: 'niet van toepassing' },
  'not-assessed': { symbol: '?', text: 'niet beoordeeld' },
  'not-public': { symbol: '◼\uFE0E', text: 'niet openbaar' },
};

export function statusText(status: Status): StatusText {
  return TEXTS[status];
}
