import { dateText } from '../../format/date.ts';
import { documentKindText, documentName } from '../../format/document.ts';
import { capitalized } from '../../format/sentence.ts';
import { byDate } from '../../model/date.ts';
import type { PublicDocument, Source } from '../../model/source.ts';
import type { ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { documentsDescription } from '../views/description.ts';
import { link } from '../views/link.ts';
import { knownTables, requestView } from '../views/not-known.ts';

/** Newest first; those without a date come last, in the order of the data. */
function newestFirst(documents: readonly PublicDocument[]): PublicDocument[] {
  const dated = documents.filter(({ date }) => date !== null);
  return [
    ...dated.toSorted((a, b) => byDate(b.date ?? '', a.date ?? '')),
    ...documents.filter(({ date }) => date === null),
  ];
}

/** What it is, from when and by whom: "Mededeling, 16 mei 2023, Provincie Flevoland, registratienummer 3120590". */
function detailOf({ kind, date, publisher, registrationNumber }: PublicDocument): string {
  return [
    capitalized(documentKindText(kind)),
    date === null ? 'datum niet bekend' : dateText(date),
    ...(publisher === null ? [] : [publisher]),
    ...(registrationNumber === null ? [] : [`registratienummer ${registrationNumber}`]),
  ].join(', ');
}

/** Whether anything in a report rests on a document that is not public. */
function hasPrivateSources({ report: { data, norms } }: ReportContext): boolean {
  function isPrivate({ sources }: { readonly sources: readonly Source[] }): boolean {
    return sources.some((source) => !source.public);
  }
  return (
    data.relatedNorms.some(isPrivate) ||
    data.documents.some(({ refersTo }) => isPrivate({ sources: refersTo })) ||
    norms.some(
      ({ norm, rounds }) =>
        isPrivate(norm) ||
        rounds.some(
          ({ round, cells }) =>
            isPrivate(round) || round.reported.some(isPrivate) || cells.some(({ result }) => isPrivate(result)),
        ),
    )
  );
}

/** All public documents of a report, newest first. */
function documentsView(context: ReportContext) {
  return {
    documents: newestFirst(context.report.data.documents).map((document) => ({
      ...link(documentName(document), context.to.document(document.id)),
      detail: detailOf(document),
    })),
    hasPrivateSources: hasPrivateSources(context),
    known: knownTables(context),
    request: requestView(context),
    method: `${context.to.method}#niet-bekend`,
  };
}

/** The list of public documents. */
export function documentsPages(context: ReportContext): PageItem[] {
  return [
    new PageItem(
      context,
      { address: context.at.documents, parent: context.at.home, describe: () => documentsDescription(context) },
      () => documentsView(context),
    ),
  ];
}
