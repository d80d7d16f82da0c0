import * as assert from 'uvu/assert';
import { locate, problemLine } from '../../scripts/model/position.ts';
import type { SourceFolder } from '../../scripts/model/tree.ts';
import { buildReport } from '../../scripts/report.ts';

/**
 * Builds, and asserts that there is always either a report or problems, each with a place and a sentence that is safe
 * to print.
 */
export function assertOutcome(folder: SourceFolder): string[] {
  const { report, problems } = buildReport(folder);
  assert.is(
    report === null,
    problems.some(({ severity }) => severity === 'error'),
    'a report and errors, or neither',
  );
  const lines = locate(problems, folder.files).map(problemLine);
  for (const line of lines) {
    assert.match(line, /:\d+:\d+: \S/);
    assert.not.match(line, /[\p{Cc}\p{Cf}\u2028\u2029]/u);
    assert.not.match(line, /\[object/);
  }
  return lines;
}
