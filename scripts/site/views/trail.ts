import { type Leg, legsOf, type Stop, stopsOf, type Strand } from '../../compute/trail.ts';
import { dateText, shortDate } from '../../format/date.ts';
import type { Ambition, Norm } from '../../model/norm.ts';
import type { NormContext } from '../context.ts';
import type { ReportContext } from '../context.ts';
import { ambitionLink, type Link } from './link.ts';
import { NO_CELL, statusView, type StatusView } from './result.ts';

/** The status in one round, on a line of statuses. */
export interface TrailStop {
  readonly status: StatusView;
  /** "najaar 2021". */
  readonly date: string;
  /** The same date, where there is little space. */
  readonly short: string;
}

/** One ambition of one norm on the line, newest round first. */
export interface TrailStrand {
  readonly point: Link;
  readonly stops: readonly TrailStop[];
}

/** The part of the line that belongs to one norm. */
export interface TrailLeg {
  readonly version: string;
  readonly strands: readonly TrailStrand[];
  /** Its comparability with the previous leg, as a sign and in words; null for the first. */
  readonly breach: { readonly sign: string; readonly text: string } | null;
}

function stopView(norm: Norm, { round, status }: Stop): TrailStop {
  return {
    status: status === null ? NO_CELL : statusView(status, norm),
    date: dateText(round.date),
    short: shortDate(round.date),
  };
}

/** Whether the neighbouring legs can be compared; the origins of the newer ambitions tell. */
function isComparable(older: Leg, newer: Leg): boolean {
  const from = new Set(older.strands.map(({ ambition }) => ambition.id));
  const origins = newer.strands.flatMap(({ ambition }) =>
    ambition.origins.filter((origin) => from.has(origin.ambition)),
  );
  return origins.length > 0 && origins.every(({ comparable }) => comparable);
}

function breachOf(older: Leg, newer: Leg) {
  return isComparable(older, newer)
    ? { sign: '=', text: 'te vergelijken met' }
    : { sign: '≠', text: 'niet te vergelijken met' };
}

/** Looks up how the ambitions of a norm continue through other norms; each once. */
export function trailsOf(context: ReportContext, norm: NormContext): (ambition: Ambition) => readonly Leg[] {
  const known = new Map<string, readonly Leg[]>();
  return (ambition) => {
    const legs = known.get(ambition.id) ?? legsOf(context.report.norms, norm.figures, ambition).toReversed();
    known.set(ambition.id, legs);
    return legs;
  };
}

/** The line of statuses of one organisation, newest norm and round first, as in `legs`. Empty legs are left out. */
export function trailView(context: ReportContext, legs: readonly Leg[], organisation: string): TrailLeg[] {
  const shown = legs
    .map((leg) => ({
      leg,
      strands: leg.strands.flatMap(({ ambition }: Strand): TrailStrand[] => {
        const stops = stopsOf(leg.figures, ambition.id, organisation);
        return stops.some(({ status }) => status !== null)
          ? [
              {
                point: ambitionLink(context, leg.figures.norm, ambition),
                stops: stops.toReversed().map((stop) => stopView(leg.figures.norm, stop)),
              },
            ]
          : [];
      }),
    }))
    .filter(({ strands }) => strands.length > 0);
  return shown.map(({ leg, strands }, index) => ({
    version: leg.figures.norm.version,
    strands,
    breach: index === 0 ? null : breachOf(leg, shown[index - 1]!.leg),
  }));
}
