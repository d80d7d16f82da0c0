import { amount } from './count.ts';
import { enumeration } from './list.ts';

/** Steps that someone made: "Modelstad: 3 punten vooruit", "Modelstad: 3 punten vooruit en 1 punt achteruit", "Modelstad: geen verandering". */
export function stepsTitle(name: string, forward: number, backward: number): string {
  const steps = [
    ...(forward > 0 ? [`${amount(forward, 'punt', 'punten')} vooruit`] : []),
    ...(backward > 0 ? [`${amount(backward, 'punt', 'punten')} achteruit`] : []),
  ];
  return `${name}: ${steps.length === 0 ? 'geen verandering' : enumeration(steps)}`;
}

/** A round with its figure: "Tussenmeting 2026 van norm 2.0: tussen 51% en 55%". `value` null where nothing is shown. */
export function roundTitle(round: string, norm: string, value: string | null): string {
  return `${round} van ${norm}${value === null ? '' : `: ${value}`}`;
}
