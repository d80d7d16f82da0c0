import { warning, type Problem } from '../model/problem.ts';
import type { FiguresRule } from './rule.ts';

/** Warns of a reported figure from which the one result of its set that is not public could be worked out. */
export const reportedReveals: FiguresRule = ({ norm, rounds }) =>
  !norm.complete
    ? []
    : rounds.flatMap(({ figures }) =>
        figures.flatMap(({ reported, counts }): Problem[] =>
          reported && counts?.['not-public'] === 1 && counts['not-assessed'] === 0
            ? [
                warning(
                  reported.at.value('percentage'),
                  'uit dit percentage is het ene resultaat af te leiden dat niet openbaar is; laat het weg als dat niet mag',
                ),
              ]
            : [],
        ),
      );
