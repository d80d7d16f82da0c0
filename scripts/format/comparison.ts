import { amount, stepsText } from './sentence.ts';
import { dateWhen } from './date.ts';
import { differenceText } from './number.ts';
import type { Fraction } from '../model/fraction.ts';

/** Part of a sentence: words, or a figure that the page can turn into a link. */
export type Piece = string | { readonly figure: 'from' | 'to' };

/**
 * Whether results improved, as far as they can be compared: "Op wat te vergelijken is, ging het beter: van 84% in juni
 * 2023 naar 88% in april 2026." `from` and `to`: dates of the rounds, in EDTF.
 */
export function answerPieces(difference: Fraction, from: string, to: string): Piece[] {
  const text = differenceText(difference);
  if (text === 'gelijk gebleven' || text === 'vrijwel gelijk')
    return [
      `Op wat te vergelijken is, bleef het ${text === 'vrijwel gelijk' ? text : 'gelijk'}: `,
      { figure: 'from' },
      ` ${dateWhen(from)} en `,
      { figure: 'to' },
      ` ${dateWhen(to)}.`,
    ];
  return [
    `Op wat te vergelijken is, ging het ${difference.numerator > 0n ? 'beter' : 'slechter'}: van `,
    { figure: 'from' },
    ` ${dateWhen(from)} naar `,
    { figure: 'to' },
    ` ${dateWhen(to)}.`,
  ];
}

/**
 * How results changed between two norms: "Het gaat om 84 resultaten die in beide normen te vergelijken zijn: 8 beter, 5
 * slechter, 71 gelijk gebleven."
 */
export function comparedStepsSentence({ points, forward, backward, equal }: ComparedSteps): string {
  if (points === 0) return 'Er zijn geen resultaten die in beide normen bekend en te vergelijken zijn.';
  const whole =
    points === 1
      ? 'Het gaat om 1 resultaat dat in beide normen te vergelijken is'
      : `Het gaat om ${points} resultaten die in beide normen te vergelijken zijn`;
  return `${whole}: ${stepsText(forward, backward, equal)}.`;
}

/** How many results got better, got worse, or stayed equal. */
export interface ComparedSteps {
  readonly points: number;
  readonly forward: number;
  readonly backward: number;
  readonly equal: number;
}

/**
 * For how many organisations the figure rose, fell, or stayed equal: "Alle 7 organisaties die te vergelijken zijn,
 * gingen vooruit.", "Van de 7 organisaties die te vergelijken zijn, gingen er 3 vooruit en 1 achteruit; 3 bleven
 * gelijk."
 */
export function movedSentence(forward: number, backward: number, equal: number): string {
  const whole = forward + backward + equal;
  if (whole === 0) return 'Geen enkele organisatie heeft in beide normen resultaten die te vergelijken zijn.';
  const all = whole === 1 ? 'De enige organisatie' : whole === 2 ? 'Beide organisaties' : `Alle ${whole} organisaties`;
  const verb = whole === 1 ? 'ging' : 'gingen';
  const compared = 'die te vergelijken ' + (whole === 1 ? 'is' : 'zijn');
  if (forward === whole) return `${all} ${compared}, ${verb} vooruit.`;
  if (backward === whole) return `${all} ${compared}, ${verb} achteruit.`;
  if (equal === whole) return `${all} ${compared}, ${whole === 1 ? 'bleef' : 'bleven'} gelijk.`;
  const moved = [
    ...(forward > 0 ? [`${forward} vooruit`] : []),
    ...(backward > 0 ? [`${backward} achteruit`] : []),
  ].join(' en ');
  const first = forward > 0 ? forward : backward;
  const stayed = equal === 0 ? '' : `; ${equal === 1 ? '1 bleef' : `${equal} bleven`} gelijk`;
  return `Van de ${whole} organisaties ${compared}, ${first === 1 ? 'ging' : 'gingen'} er ${moved}${stayed}.`;
}

/**
 * How many organisations take part in a norm and in the previous one: "Aan norm 1.0 deden 7 organisaties mee, aan norm
 * 2.0 doen er 10 mee. Daarvan deden er 7 ook aan de vorige norm mee."
 */
export function participantsSentence({
  from,
  to,
  before,
  after,
  stayed,
}: {
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly after: number;
  readonly stayed: number;
}): string {
  const then = `Aan norm ${from} ${before === 1 ? 'deed' : 'deden'} ${amount(before, 'organisatie', 'organisaties')} mee`;
  const now = `aan norm ${to} ${after === 1 ? 'doet er 1' : `doen er ${after}`} mee`;
  const also = 'ook aan de vorige norm mee';
  const same =
    stayed === 0
      ? `Geen daarvan deed ${also}`
      : stayed === after
        ? `Die ${after === 1 ? 'deed' : 'deden'} ${also}`
        : `Daarvan ${stayed === 1 ? 'deed' : 'deden'} er ${stayed} ${also}`;
  return after === 0 ? `${then}. Van norm ${to} zijn geen deelnemers bekend.` : `${then}, ${now}. ${same}.`;
}
