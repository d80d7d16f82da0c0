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

/** What a document is called: its title; where only its registration number is known, by that. */
export function documentName({
  title,
  registrationNumber,
}: Pick<PublicDocument, 'title' | 'registrationNumber'>): string {
  return title ?? `Document ${registrationNumber ?? ''}`.trim();
}

/** Who published a document, and when, as far as that is known: "Provincie Voorbeeldland, 1 februari 2025". */
export function documentOrigin({ publisher, date }: Pick<PublicDocument, 'publisher' | 'date'>): string {
  return [publisher, date && dateText(date)].filter(Boolean).join(', ');
}

/** What kind of document it is, in one word. */
export function documentKindText(kind: DocumentKind): string {
  return DOCUMENT_KIND[kind];
}
