import { endsBefore, firstDay } from '../model/date.ts';
import type { Period } from '../model/norm.ts';
import { warning, type FieldPlaces, type Problem } from '../model/problem.ts';
import type { NormRule } from './rule.ts';

function ends(from: string | null, until: string | null): boolean {
  return from !== null && until !== null && firstDay(until) < firstDay(from);
}

function backwards({ from, until, at }: Period & { readonly at: FieldPlaces<'until'> }): Problem[] {
  return ends(from, until)
    ? [warning(at.value('until'), `"tot" (${until}) ligt voor "vanaf" (${from}); pas een van de twee aan`)]
    : [];
}

/** Warns of a period that ends before it begins: then it never was. */
export const periods: NormRule = ({ norm }) => [
  ...(norm.term && norm.term.to !== null && endsBefore(norm.term.to, norm.term.from)
    ? [
        warning(
          norm.term.at.value('to'),
          `"tot" (${norm.term.to}) ligt voor "van" (${norm.term.from}); pas een van de twee aan`,
        ),
      ]
    : []),
  ...norm.participants.flatMap(backwards),
  ...norm.ambitions.flatMap(backwards),
];
