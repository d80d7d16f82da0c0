import { byDate } from '../../model/date.ts';
import { dateText } from '../../format/date.ts';
import { documentKindText } from '../../format/document.ts';
import type { PublicDocument, Source } from '../../model/source.ts';
import type { ReportContext } from '../context.ts';

/** Newest first; those without a date come last, in the order of the data. */
const newestFirst = (documents: readonly PublicDocument[]): PublicDocument[] => {
  const dated = documents.filter(({ date }) => date !== null);
  return [...dated.toSorted((a, b) => byDate(b.date ?? '', a.date ?? '')), ...documents.filter(({ date }) => date === null)];
};

/** Whether anything in a report rests on a document that is not public. */
const hasPrivateSources = ({ report: { data, norms } }: ReportContext): boolean => {
  const isPrivate = ({ sources }: { readonly sources: readonly Source[] }): boolean => sources.some((source) => !source.public);
  return data.relatedNorms.some(isPrivate)
    || data.documents.some(({ refersTo }) => isPrivate({ sources: refersTo }))
    || norms.some(({ norm, rounds }) => isPrivate(norm)
      || rounds.some(({ round, cells }) => isPrivate(round) || round.reported.some(isPrivate) || cells.some(({ result }) => isPrivate(result))));
};

/** All public documents of a report, newest first. */
export const documentsView = (context: ReportContext) => ({
  documents: newestFirst(context.report.data.documents).map((document) => ({
    text: document.title,
    href: context.to.document(document.id),
    kind: documentKindText(document.kind),
    date: document.date && dateText(document.date),
    publisher: document.publisher,
    registrationNumber: document.registrationNumber,
  })),
  hasPrivateSources: hasPrivateSources(context),
});
