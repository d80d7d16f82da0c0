import { dateText } from './date.ts';
import type { DocumentKind, PublicDocument } from '../model/source.ts';

const DOCUMENT_KIND: Readonly<Record<DocumentKind, string>> = {
  announcement: 'mededeling',
  'press-release': 'persbericht',
  'news-item': 'nieuwsbericht',
  'council-letter': 'raadsbrief',
  norm: 'norm',
  evaluation: 'evaluatie',
  other: 'ander document',
};

/** Title of a document, or "Document" with its registration number if only that is known. */
export function documentName({
  title,
  registrationNumber,
}: Pick<PublicDocument, 'title' | 'registrationNumber'>): string {
  return title ?? `Document ${registrationNumber ?? ''}`.trim();
}

/** Publisher and date of a document, as far as known: "Provincie Ruigland, 1 februari 2025". */
export function documentOrigin({ publisher, date }: Pick<PublicDocument, 'publisher' | 'date'>): string {
  return [publisher, date && dateText(date)].filter(Boolean).join(', ');
}

/** The kind of a document, in a word or two. */
export function documentKindText(kind: DocumentKind): string {
  return DOCUMENT_KIND[kind];
}
