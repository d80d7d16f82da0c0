import { statusText } from '../../format/status.ts';
import type { Status } from '../../model/round.ts';

/** A status as a symbol and a text; `name` is for the style sheet. */
export interface StatusView {
  readonly symbol: string;
  readonly text: string;
  readonly name: string;
}

export const statusView = (status: Status): StatusView => ({ ...statusText(status), name: status });

/** No cell: the point does not apply to the organisation, or neither took part yet or any more. */
export const NO_CELL: StatusView = { symbol: '', text: 'geldt hier niet', name: 'no-cell' };
