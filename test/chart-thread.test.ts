import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ChartThread } from '../scripts/chart-thread.ts';
import { drawingOf } from '../scripts/charts/drawing.ts';
import { ChartRenderer } from '../scripts/charts/renderer.ts';
import { USUAL } from './support/chart-inputs.ts';

const charts = new ChartThread({ keeps: true });
test.after(() => charts.close());

const { kind, input } = USUAL.voortgang!;
const narrow = drawingOf('een', kind, 'narrow', input);
const wide = drawingOf('een', kind, 'wide', input);

test('the thread draws what the renderer draws, each once, and gives a lot at a time', async () => {
  charts.ask([narrow, narrow]);
  charts.ask([narrow, wide]);
  await charts.next();
  assert.is(charts.svg(narrow), new ChartRenderer().svg(narrow));
  assert.throws(() => charts.svg(wide), /not asked for/);
  await charts.next();
  assert.is(charts.svg(wide), new ChartRenderer().svg(wide));
});

test('what did not change is not drawn again in the next build, and what that does not draw is forgotten', async () => {
  const drawings = async (wanted: Parameters<typeof charts.ask>[0]) => {
    const before = charts.drawings;
    charts.nextBuild();
    charts.ask(wanted);
    await charts.next();
    return charts.drawings - before;
  };
  assert.is(await drawings([narrow]), 0);
  assert.is(await drawings([narrow, wide]), 1);
});

test('what Vega says of a drawing reaches who asked for it, and the thread goes on', async () => {
  charts.ask([{ ...narrow, id: 'twee', kind: 'onbekend' }]);
  charts.ask([wide]);
  assert.match(String(await charts.next().catch((fault: Error) => fault.message)), /unknown kind of chart onbekend/);
  await charts.next();
  assert.ok(charts.svg(wide).startsWith('<svg'));
});

test('a thread that cannot go on says so, instead of waiting for ever', async () => {
  const ended = new ChartThread();
  await ended.close();
  ended.ask([narrow]);
  assert.match(String(await ended.next().catch((fault: Error) => fault.message)), /gestopt/);
});

test.run();
