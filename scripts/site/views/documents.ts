import { byDate } from '../../model/date.ts';
import { dateText } from '../../format/date.ts';
import { documentKindText } from '../../format/document.ts';
import type { PublicDocument } from '../../model/source.ts';
import type { ReportContext } from '../context.ts';

/** Newest first; those without a date come last, in the order of the data. */
const newestFirst = (documents: readonly PublicDocument[]): PublicDocument[] => {
  const dated = documents.filter(({ date }) => date !== null);
  return [...dated.toSorted((a, b) => byDate(b.date ?? '', a.date ?? '')), ...documents.filter(({ date }) => date === null)];
};

/** All public documents of a report. */
export const documentsView = (context: ReportContext) => ({
  documents: newestFirst(context.report.data.documents).map((document) => ({
    text: document.title,
    href: context.to.document(document.id),
    kind: documentKindText(document.kind),
    date: document.date && dateText(document.date),
    publisher: document.publisher,
    registrationNumber: document.registrationNumber,
    url: document.url,
  })),
});
