import { amount, capitalized } from '../../format/sentence.ts';
import { dateText } from '../../format/date.ts';
import { adoptedText, normStatusText } from '../../format/terms.ts';
import type { ReportContext, NormContext } from '../context.ts';
import { figureCell, type FigureCell } from './figure.ts';
import { link, type Link } from './link.ts';
import { sharedNote } from './score.ts';

/** A round of a norm, or another dated event in its life. */
export interface TimelineEvent {
  readonly date: string;
  readonly text: string;
  /** Null where there is no page about it. */
  readonly href: string | null;
  /** The figure of the whole norm; null where none is known. */
  readonly figure: FigureCell | null;
  /** Markdown. */
  readonly explanation: string | null;
}

/**
 * What happened under one norm, newest first. Figures of different norms are not comparable, so each norm has its own
 * part.
 */
export interface Era {
  readonly norm: Link;
  /** "4 metingen", "nog geen meting openbaar". */
  readonly rounds: string;
  readonly moments: readonly TimelineEvent[];
  /** How partly achieved ambitions count in its figures; null where there are none. */
  readonly weight: string | null;
  /** Whether it is older than the norm at the top of the report. */
  readonly isEarlier: boolean;
}

function roundMoments(context: ReportContext, norm: NormContext): TimelineEvent[] {
  return norm.figures.rounds.toReversed().map((round) => {
    const figure = figureCell(context, norm, round, { kind: 'total' });
    return {
      date: dateText(round.round.date),
      text: round.round.title,
      href: context.to.round(norm.norm.version, round.round.id),
      // The round's own page also shows what its source states.
      figure: figure.isInformative ? { ...figure, reported: null } : null,
      explanation: null,
    };
  });
}

function undatedMoment({ norm: { undatedRounds } }: NormContext): TimelineEvent[] {
  return undatedRounds === null
    ? []
    : [
        {
          date: undatedRounds.count === 1 ? 'datum niet openbaar' : 'data niet openbaar',
          text: `${capitalized(amount(undatedRounds.count, 'eerdere meting', 'eerdere metingen'))}, uitkomst niet openbaar`,
          href: null,
          figure: null,
          explanation: undatedRounds.explanation,
        },
      ];
}

function startMoment({ norm }: NormContext): TimelineEvent[] {
  const start = norm.adopted ?? norm.term?.from ?? null;
  return start === null
    ? []
    : [
        {
          date: dateText(start),
          text: norm.adopted === null ? 'Begin van de looptijd' : adoptedText(norm.status),
          href: null,
          figure: null,
          explanation: null,
        },
      ];
}

/** All norms with their rounds, newest first in both. `open` is the norm at the top of the report. */
export function timelineView(context: ReportContext, open: NormContext | undefined): Era[] {
  const first = open ? context.norms.indexOf(open) : context.norms.length - 1;
  return context.norms
    .map((norm, index) => {
      const rounds = roundMoments(context, norm);
      return {
        norm: link(`Norm ${norm.norm.version}`, context.to.norm(norm.norm.version)),
        rounds: `${normStatusText(norm.norm.status)}, ${rounds.length === 0 ? 'nog geen meting openbaar' : amount(rounds.length, 'meting', 'metingen')}`,
        moments: [...rounds, ...undatedMoment(norm), ...startMoment(norm)],
        weight: sharedNote(rounds.map(({ figure }) => figure?.weight ?? null)),
        isEarlier: index < first,
      };
    })
    .toReversed();
}
