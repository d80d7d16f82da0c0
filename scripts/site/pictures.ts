/** A picture of a page of the shipped site, for who reads about the project. */
export interface Picture {
  readonly name: string;
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: true;
  /** Text of an element to scroll to. */
  readonly at?: string;
}

export const PICTURES: readonly Picture[] = [
  { name: 'start', address: '/voorbeeld/', width: 1280, height: 880 },
  { name: 'start-telefoon', address: '/voorbeeld/', width: 320, height: 640 },
  { name: 'start-donker', address: '/voorbeeld/', width: 1280, height: 880, dark: true },
  { name: 'norm', address: '/voorbeeld/norm/2.0/', width: 1280, height: 880 },
  { name: 'matrix', address: '/voorbeeld/norm/2.0/', width: 1280, height: 880, at: '#punten' },
  { name: 'organisatie', address: '/voorbeeld/organisatie/modelstad/', width: 1280, height: 880 },
  { name: 'punt', address: '/voorbeeld/norm/2.0/punt/lokaal-overleg/', width: 1280, height: 880 },
  { name: 'vergelijking', address: '/voorbeeld/vergelijking/1.0-2.0/', width: 1280, height: 880 },
  { name: 'vergelijking-telefoon', address: '/voorbeeld/vergelijking/1.0-2.0/', width: 320, height: 640 },
];

/** The picture that goes with a shared link: says nothing of any region, so that every region may use it. */
export const CARD = {
  width: 1200,
  height: 630,
  html: (styles: string): string => `<!doctype html><html lang="nl"><head><meta charset="utf-8"><style>${styles}
    body { display: grid; align-content: center; gap: 2.5rem; inline-size: 1200px; block-size: 630px; min-height: 0; padding: 5rem; border-block-start: 24px solid var(--accent); background: var(--surface); }
    p { margin: 0; max-inline-size: none; } .ask { font-size: 6rem; font-weight: 700; line-height: 1; } .say { font-size: 2.2rem; color: var(--ink-soft); } .gauge { block-size: 4rem; margin: 0; }
    </style></head><body><p class="ask">Hoe ver is het?</p>
    <svg class="gauge" viewBox="0 0 100 6" preserveAspectRatio="none"><rect class="gauge-whole" width="100" height="6"/><rect class="gauge-sure" width="58" height="6"/><rect class="gauge-perhaps" x="58" width="8" height="6"/><path class="gauge-mark" d="M25 0V6M50 0V6M75 0V6"/></svg>
    <p class="say">Afspraken, resultaten en bronnen. Zelf na te rekenen.</p></body></html>`,
};
