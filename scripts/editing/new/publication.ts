import type { ReportData } from '../../model/report.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { refused, textOf, type Plan } from '../draft.ts';
import { documentText, readDocument, yamlNode } from '../yaml-document.ts';
import { findNorm, roundFolder } from './round.ts';

/** Which round, or without `id` which norm, is published; `gepubliceerd` may be empty. */
export interface Publication {
  readonly norm: string;
  readonly id: string;
  readonly gepubliceerd: string;
}

function publishRound(
  folder: SourceFolder,
  report: ReportData,
  { norm: version, id, gepubliceerd }: Publication,
): Plan {
  const norm = findNorm(report, version);
  if (typeof norm === 'string') return refused(norm);
  const round = norm.rounds.find((each) => each.id === id);
  if (!round)
    return refused(
      `norm ${version} heeft geen meting "${id}"; kies uit ${norm.rounds.map((each) => each.id).join(', ') || 'geen enkele'}`,
    );
  if (!round.concept) return refused(`de meting "${id}" is al openbaar; er verandert niets`);
  const path = `${roundFolder(report.id, version, id)}/meting.yaml`;
  const document = readDocument(textOf(folder, path)!);
  document.delete('concept');
  if (gepubliceerd) document.set('gepubliceerd', yamlNode(document, gepubliceerd));
  const open = round.results.flatMap(({ results }) => results).filter(({ status }) => status === 'not-assessed').length;
  return {
    edits: [{ path, text: documentText(document) }],
    notes: [
      `De meting "${round.title}" komt op de site zodra dit is samengevoegd.`,
      ...(open > 0
        ? [`Let op: ${open} ${open === 1 ? 'resultaat staat' : 'resultaten staan'} nog op "niet beoordeeld".`]
        : []),
      ...(norm.status === 'concept'
        ? [
            `Let op: norm ${version} zelf is nog in concept. Maak ook die openbaar: npm run new -- publicatie --norm ${version}.`,
          ]
        : []),
    ],
  };
}

function publishNorm(folder: SourceFolder, report: ReportData, version: string): Plan {
  const norm = findNorm(report, version);
  if (typeof norm === 'string') return refused(norm);
  if (norm.status !== 'concept')
    return refused(`norm ${version} is al openbaar; noem met --id de meting die openbaar wordt`);
  const path = `${report.id}/normen/${version}/norm.yaml`;
  const document = readDocument(textOf(folder, path)!);
  document.set('status', 'van kracht');
  return {
    edits: [{ path, text: documentText(document) }],
    notes: [`Norm ${version} komt op de site zodra dit is samengevoegd.`],
  };
}

/** Ends the concept of a round, or of a norm. */
export function publish(folder: SourceFolder, report: ReportData, publication: Publication): Plan {
  return publication.id === ''
    ? publishNorm(folder, report, publication.norm)
    : publishRound(folder, report, publication);
}
