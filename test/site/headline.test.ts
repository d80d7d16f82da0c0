import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildReport } from '../../scripts/report.ts';
import { homeView } from '../../scripts/site/pages/home.ts';
import { contextOf } from '../support/context.ts';
import { norm, reportedRound, round, treeOf, type NormSpec } from '../support/norms.ts';
import { folderOf } from '../support/tree.ts';

function headlineOf(rounds: NormSpec['rounds']) {
  const spec = norm('1.0', ['a'], ['p', 'q'], rounds);
  const { report } = buildReport(folderOf(treeOf({ organisations: { a: 'gemeente' }, norms: [spec] })));
  return homeView(contextOf(report!).reports[0]!).headline;
}

test('a headline says that a later round has no figure, which round that is and of when', () => {
  const een = round('2025', 'p q', { a: 'b n' });
  const found = headlineOf({ een, twee: reportedRound('2026-06', { 'thema:beleid': 70 }) });
  assert.is(found?.figure.value, '50%');
  assert.is(found?.later, 'Van de latere meting ‘Meting 2026-06’ (juni 2026) is er geen cijfer over het geheel.');
  assert.is(headlineOf({ een })?.later, null);
});

test.run();
