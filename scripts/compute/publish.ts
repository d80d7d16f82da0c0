import type { Norm } from '../model/norm.ts';
import type { ReportData } from '../model/report.ts';

/** Organisations that a norm names: those that take part, and those to which a point applies by name. */
function organisationsOf({ participants, ambitions }: Norm): string[] {
  return [
    ...participants.map(({ organisation }) => organisation),
    ...ambitions.flatMap(({ appliesTo }) =>
      (appliesTo ?? []).flatMap((to) => ('organisation' in to ? [to.organisation] : [])),
    ),
  ];
}

/**
 * What may be seen of a report: no norm and no round in concept, nor what refers to such a norm, nor an organisation that no
 * other norm names. Participants and points stay as they are. Everything that is published is computed from what this returns.
 */
export function publishable(report: ReportData): ReportData {
  const norms = report.norms.filter(({ status }) => status !== 'concept');
  function isPublished(version: string | null): boolean {
    return norms.some((norm) => norm.version === version);
  }
  const named = new Set(norms.flatMap(organisationsOf));
  return {
    ...report,
    organisations: report.organisations.filter(({ id }) => named.has(id)),
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
