import { firstDay } from '../model/date.ts';
import type { Period } from '../model/norm.ts';
import { error, type FieldPlaces, type Problem } from '../model/problem.ts';
import type { NormRule } from './rule.ts';

const ends = (from: string | null, until: string | null): boolean => from !== null && until !== null && firstDay(until) < firstDay(from);

const backwards = ({ from, until, at }: Period & { readonly at: FieldPlaces<'until'> }): Problem[] =>
  ends(from, until) ? [error(at.value('until'), `"tot" (${until}) ligt voor "vanaf" (${from})`)] : [];

/** No period ends before it begins. */
export const periods: NormRule = ({ norm }) => [
  ...(norm.term && ends(norm.term.from, norm.term.to)
    ? [error(norm.term.at.value('to'), `"tot" (${norm.term.to}) ligt voor "van" (${norm.term.from})`)]
    : []),
  ...norm.participants.flatMap(backwards),
  ...norm.ambitions.flatMap(backwards),
];
