import type { SiteContext } from '../context.ts';

/** Whether the publisher is itself one of the organisations that a real report is about. */
export const isPublishedByParticipant = ({ settings, reports }: SiteContext): boolean =>
  reports.some(({ report: { data } }) => !data.fictional && data.organisations.some(({ name }) => name === settings.publisher));
