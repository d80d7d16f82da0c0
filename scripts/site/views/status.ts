import { statusText } from '../../format/status.ts';
import { STATUSES, type Status } from '../../model/round.ts';

/** A status as a symbol and a text; `name` is for the style sheet. */
export interface StatusView {
  readonly symbol: string;
  readonly text: string;
  readonly name: string;
}

const VIEWS = new Map(STATUSES.map((name): [Status, StatusView] => [name, { ...statusText(name), name }]));

/** There are six, and a site shows them a hundred thousand times. */
export function statusView(status: Status): StatusView {
  return VIEWS.get(status)!;
}

/** No cell: the point does not apply to the organisation, or neither took part yet or any more. */
export const NO_CELL: StatusView = { symbol: '', text: 'geldt hier niet', name: 'no-cell' };
