import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { documentView } from '../views/document.ts';
import { documentsView } from '../views/documents.ts';

/** The list of public documents. */
export const documentsPages: PageKind<ReportContext> = {
  name: 'documents',
  entries: (context) => [
    {
      address: context.at.documents,
      title: 'Documenten',
      parent: context.at.home,
      description: `De bronnen van het rapport ‘${context.report.data.title}’, met registratienummer en wat erop rust.`,
      navigation: 'Documenten',
      report: context,
      view: () => documentsView(context),
    },
  ],
};

/** One public document. A document that is not public has no page. */
export const documentPages: PageKind<ReportContext> = {
  name: 'document',
  entries: (context) =>
    context.report.data.documents.map((document) => ({
      address: context.at.document(document.id),
      title: document.title,
      parent: context.at.documents,
      description: `${document.title}, ${document.publisher}: wat op deze site uit dit document komt.`,
      report: context,
      view: () => documentView(context, document),
    })),
};
