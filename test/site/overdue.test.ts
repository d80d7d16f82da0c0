import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildReport } from '../../scripts/report.ts';
import { resultView } from '../../scripts/site/views/result.ts';
import { contextOf } from '../support/context.ts';
import { norm, round, treeOf } from '../support/norms.ts';
import { folderOf } from '../support/tree.ts';

/** Whether a result expected on some date is overdue in a round of June 2026. */
function isOverdue(verwacht: string): boolean {
  const spec = norm('1.0', ['a'], ['p'], { een: round('2026-06-15', 'p', { a: 'n' }) });
  const results = { a: { p: { status: 'niet behaald', verwacht } } };
  const tree = treeOf({
    organisations: { a: 'gemeente' },
    norms: [{ ...spec, rounds: { een: { ...spec.rounds.een!, results } } }],
  });
  const [context] = contextOf(buildReport(folderOf(tree)).report!).reports;
  const [figures] = context!.norms;
  return resultView(context!, figures!, figures!.latest!.cells[0]!).overdue;
}

test('what is expected in a year, a month or a season is overdue when the last day of it has passed', () => {
  assert.equal(['2025', '2026-05', '2026-21', '2026-06-14'].map(isOverdue), [true, true, true, true]);
  assert.equal(['2026', '2026-06', '2026-22', '2025-24', '2026-06-15'].map(isOverdue), [
    false,
    false,
    false,
    true,
    false,
  ]);
});

test.run();
