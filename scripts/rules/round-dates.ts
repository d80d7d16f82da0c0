import { firstDay } from '../model/date.ts';
import { error } from '../model/problem.ts';
import { repeated, type NormRule } from './rule.ts';

/** Two rounds of one norm do not have the same first day, so that their order is certain. */
export const roundDates: NormRule = ({ norm }) =>
  repeated(
    norm.rounds.filter(({ at }) => !at.isDoubtful('date')),
    ({ date }) => firstDay(date),
  ).map(({ date, at }) =>
    error(
      at.value('date'),
      `een andere meting van deze norm begint op dezelfde dag (${date} telt als ${firstDay(date)}); geef een van de twee een andere datum`,
    ),
  );
