import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { countryFiles } from '../bench/country.ts';
import { buildReport } from '../../scripts/report.ts';
import { chartsOf } from '../../scripts/site/charts/of-report.ts';
import { normView } from '../../scripts/site/pages/norm.ts';
import { sortingTables } from '../../scripts/site/pages/sorting.ts';
import { folderOf } from '../support/tree.ts';
import { contextOf } from '../support/context.ts';

/** The only report of a made-up country with this many organisations. */
function reportWith(organisations: number) {
  const files = countryFiles({ reports: 1, organisations, points: 7, norms: 2, rounds: 1 });
  const { report } = buildReport(folderOf(Object.fromEntries(files.map(({ path, content }) => [path, content]))));
  return contextOf(report!).reports[0]!;
}

test('a chart has 60 bars at most: more organisations get sortable tables instead', () => {
  for (const [organisations, drawn] of [
    [60, true],
    [61, false],
  ] as const) {
    const context = reportWith(organisations);
    const norm = context.norm('2.0')!;
    assert.is(normView(context, norm).charts.organisations !== null, drawn, String(organisations));
    const ids = chartsOf(context).map(({ id }) => id);
    assert.is(
      ids.some((id) => /^norm-.*-organisaties$/.test(id)),
      drawn,
    );
    assert.is(
      ids.some((id) => /^vergelijking-.*-organisaties$/.test(id)),
      drawn,
    );
    assert.is(sortingTables(context, norm)[0]!.rows.length, organisations);
  }
});

test.run();
