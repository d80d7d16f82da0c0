import { endsBefore, firstDay } from '../model/date.ts';
import type { Period } from '../model/norm.ts';
import { error, type FieldPlaces, type Problem } from '../model/problem.ts';
import type { NormRule } from './rule.ts';

/** `tot` is the first day outside the period, so it must be later than `vanaf`. */
function backwards({ from, until, at }: Period & { readonly at: FieldPlaces<'until'> }): Problem | null {
  return from !== null && until !== null && firstDay(until) <= firstDay(from)
    ? error(
        at.value('until'),
        `"tot" (${until}) ligt niet na "vanaf" (${from}); "tot" is de eerste dag dat het niet meer geldt, dus pas een van de twee aan`,
      )
    : null;
}

/** A period must end after it begins. */
export const periods: NormRule = ({ norm, foundations }) => [
  ...(norm.term &&
  norm.term.to !== null &&
  foundations.hold('a norm ends after it began', { term: norm.term }) &&
  endsBefore(norm.term.to, norm.term.from)
    ? [
        error(
          norm.term.at.value('to'),
          `"tot" (${norm.term.to}) ligt voor "van" (${norm.term.from}); pas een van de twee aan`,
        ),
      ]
    : []),
  ...norm.participants.flatMap((participant) => {
    if (!foundations.hold('a participant stops after it began', { participant })) return [];
    const problem = backwards(participant);
    if (problem) foundations.doubt<'participant'>(participant, 'from', 'until');
    return problem ?? [];
  }),
  ...norm.ambitions.flatMap((ambition) => {
    if (!foundations.hold('a point stops after it began', { ambition })) return [];
    const problem = backwards(ambition);
    if (problem) foundations.doubt<'ambition'>(ambition, 'from', 'until');
    return problem ?? [];
  }),
];
