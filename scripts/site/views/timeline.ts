import { byDate } from '../../model/date.ts';
import { dateText } from '../../format/date.ts';
import { capitalized } from '../../format/list.ts';
import { roundKindText } from '../../format/term.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { figureCell, type FigureCell } from './figure.ts';
import { link, type Link } from './link.ts';

/** Something that happened in the life of the norms. */
export interface Moment {
  readonly kind: 'norm' | 'round';
  readonly date: string;
  readonly link: Link;
  readonly text: string;
  /** How far the whole norm was in a round; null where that round says nothing about it. */
  readonly figure: FigureCell | null;
}

function momentsOf(
  context: ReportContext,
  normContext: NormContext,
): (Omit<Moment, 'date'> & { readonly day: string })[] {
  const { norm, figures } = normContext;
  const start = norm.adopted ?? norm.term?.from ?? null;
  return [
    ...(start === null
      ? []
      : [
          {
            kind: 'norm' as const,
            day: start,
            figure: null,
            text: norm.adopted ? 'Vastgesteld of ondertekend' : 'Begin van de looptijd',
            link: link(`${norm.title} ${norm.version}`, context.to.norm(norm.version)),
          },
        ]),
    ...figures.rounds.map((round) => {
      const figure = figureCell(context, normContext, round, { kind: 'total' });
      return {
        kind: 'round' as const,
        day: round.round.date,
        figure: figure.tells ? figure : null,
        text: capitalized(`${roundKindText(round.round.kind)} van norm ${norm.version}`),
        link: link(round.round.title, context.to.round(norm.version, round.round.id)),
      };
    }),
  ];
}

/** Norms and rounds by date. */
export function timelineView(context: ReportContext): Moment[] {
  return context.norms
    .flatMap((norm) => momentsOf(context, norm))
    .sort((a, b) => byDate(a.day, b.day))
    .map(({ day, ...moment }) => ({ ...moment, date: dateText(day) }));
}
