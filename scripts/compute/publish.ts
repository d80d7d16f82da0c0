import type { Norm } from '../model/norm.ts';
import type { ReportData } from '../model/report.ts';

/**
 * What may be seen of a report: no norm and no round in concept, nor what refers to such a norm. Participants and points
 * stay as they are. Everything that is published is computed from what this returns.
 */
export function publishable(report: ReportData): ReportData {
  const norms = report.norms.filter(({ status }) => status !== 'concept');
  function isPublished(version: string | null): boolean {
    return norms.some((norm) => norm.version === version);
  }
  return {
    ...report,
    norms: norms.map((norm): Norm => ({
      ...norm,
      ...(isPublished(norm.predecessor)
        ? {}
        : {
            predecessor: null,
            dropped: [],
            ambitions: norm.ambitions.map((ambition) => ({ ...ambition, origins: [] })),
          }),
      rounds: norm.rounds.filter(({ concept }) => !concept),
    })),
  };
}
