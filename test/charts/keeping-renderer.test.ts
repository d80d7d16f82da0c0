import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { drawingOf } from '../../scripts/charts/drawing.ts';
import { KeepingRenderer } from '../../scripts/charts/keeping-renderer.ts';
import { ChartRenderer } from '../../scripts/charts/renderer.ts';
import { USUAL } from '../support/chart-inputs.ts';

const { kind, input } = USUAL.voortgang!;
const narrow = drawingOf('een', kind, 'narrow', input);
const wide = drawingOf('een', kind, 'wide', input);

/** How many of these charts a build really draws. */
function drawn(renderer: KeepingRenderer, ...wanted: readonly (typeof narrow)[]): number {
  const before = renderer.drawings;
  renderer.nextBuild();
  for (const each of wanted) assert.is(renderer.svg(each), new ChartRenderer().svg(each));
  return renderer.drawings - before;
}

test('what did not change is not drawn again in the next build, and what that does not draw is forgotten', () => {
  const renderer = new KeepingRenderer({ keeps: true });
  assert.is(drawn(renderer, narrow, { ...narrow, id: 'twee' }), 1);
  assert.is(drawn(renderer, wide), 1);
  assert.is(drawn(renderer, wide, narrow), 1);
});

test('who keeps nothing draws each time', () => {
  const renderer = new KeepingRenderer({ keeps: false });
  assert.is(drawn(renderer, narrow), 1);
  assert.is(drawn(renderer, narrow), 1);
});

test.run();
