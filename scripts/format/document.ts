import type { DocumentKind } from '../model/source.ts';

const KINDS: Readonly<Record<DocumentKind, string>> = {
  announcement: 'mededeling',
  'press-release': 'persbericht',
  'news-item': 'nieuwsbericht',
  'council-letter': 'raadsbrief',
  norm: 'norm',
  evaluation: 'evaluatie',
  other: 'ander document',
};

/** What kind of document it is, in one word. */
export function documentKindText(kind: DocumentKind): string {
  return KINDS[kind];
}
