import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';

/** Said where a newer round is being made; not more is known of it. */
export function inProgressSentence({ report }: ReportContext, { norm }: NormContext): string | null {
  return report.roundInProgress.has(norm.version)
    ? `Er wordt gewerkt aan een nieuwere meting van norm ${norm.version}.`
    : null;
}
