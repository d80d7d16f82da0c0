import { byDate } from '../../model/date.ts';
import { dateText } from '../../format/date.ts';
import type { ReportContext } from '../context.ts';
import { link, type Link } from './link.ts';

/** Something that happened in the life of the norms. */
export interface Moment {
  readonly date: string;
  readonly text: string;
  readonly link: Link;
}

/** Norms and rounds by date. */
export const timelineView = (context: ReportContext): Moment[] =>
  context.norms
    .flatMap(({ norm }) => {
      const start = norm.adopted ?? norm.term?.from ?? null;
      const to = link(`${norm.title} ${norm.version}`, context.to.norm(norm.version));
      return [
        ...(start === null ? [] : [{ day: start, text: norm.adopted ? 'Vastgesteld' : 'Begin van de looptijd', link: to }]),
        ...norm.rounds.map((round) => ({
          day: round.date, text: `Meting van norm ${norm.version}`, link: link(round.title, context.to.round(norm.version, round.id)),
        })),
      ];
    })
    .sort((a, b) => byDate(a.day, b.day))
    .map(({ day, text, link: to }) => ({ date: dateText(day), text, link: to }));
