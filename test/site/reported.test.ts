import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildReport } from '../../scripts/report.ts';
import { figureView } from '../../scripts/site/views/figure.ts';
import { homeView } from '../../scripts/site/pages/home.ts';
import { contextOf } from '../support/context.ts';
import { sample } from '../support/sample.ts';
import { folderOf } from '../support/tree.ts';

const NOTHING_APPLIES = Object.fromEntries(
  Object.entries(sample).map(([name, text]) => [
    name,
    name.includes('/2.0/metingen/najaar/resultaten/')
      ? `${/^.*\n.*\n/.exec(text)![0]}${['plan', 'gesprek', 'training', 'loket']
          .filter((point) => text.includes(`  ${point}:`))
          .map((point) => `  ${point}: {status: niet van toepassing, reden: Geen taak.}\n`)
          .join('')}`
      : text,
  ]),
);

test('if nothing can be computed the figure is the one that a source reports, and the sentence says so', () => {
  const { report, problems } = buildReport(folderOf(NOTHING_APPLIES));
  assert.equal(
    problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  const context = contextOf(report!).reports[0]!;
  const norm = context.norm('2.0')!;
  const figure = figureView(context, norm, norm.latest!, { kind: 'total' });
  assert.equal([figure.kind, figure.value, figure.reported], ['reported', '70%', null]);
  const { before, after } = homeView(context).headline!;
  assert.is(before, 'Volgens Proefprovincie was in het najaar van 2025 ');
  assert.is(after, ' van de ambitiepunten van norm 2.0 behaald.');
});

test.run();
