import { documentName, documentOrigin } from '../../format/document.ts';
import type { Source } from '../../model/source.ts';
import type { ReportContext } from '../context.ts';

/** A source as shown: a link to all that is known of it, or only that it is not public. */
export interface SourceView {
  readonly text: string;
  readonly href: string | null;
  /** Who published it, and when. */
  readonly detail: string | null;
}

const NOT_PUBLIC: SourceView = { text: 'bron niet openbaar', href: null, detail: null };

/** Sources in their own order; what is not public is said once. */
export function sourceViews(context: ReportContext, sources: readonly Source[]): SourceView[] {
  const seen = new Set<string | null>();
  return sources.flatMap((source): SourceView[] => {
    const document = source.public ? context.document(source.document) : undefined;
    const key = document?.id ?? null;
    if (seen.has(key)) return [];
    seen.add(key);
    if (!document) return [NOT_PUBLIC];
    return [
      {
        text: documentName(document),
        href: context.to.document(document.id),
        detail: documentOrigin(document) || null,
      },
    ];
  });
}
