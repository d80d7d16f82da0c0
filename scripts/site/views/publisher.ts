import type { SiteContext } from '../context.ts';

/** Whether the publisher is itself one of the organisations that a real report is about. */
export function isPublishedByParticipant({ settings, reports }: SiteContext): boolean {
  return reports.some(
    ({ report: { data } }) => !data.fictional && data.organisations.some(({ name }) => name === settings.publisher),
  );
}
