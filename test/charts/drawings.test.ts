import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { load } from 'cheerio';
import { VARIANTS } from '../../scripts/charts/chart.ts';
import { ChartRenderer } from '../../scripts/charts/renderer.ts';
import { namedSvg, pageSvg, standaloneSvg } from '../../scripts/charts/svg.ts';
import { EDGES, USUAL } from '../support/chart-inputs.ts';
import { isWellFormed } from '../support/xml.ts';

const renderer = new ChartRenderer();
function inPage(svg: string, name: string): string {
  return namedSvg(pageSvg(svg), name);
}

for (const [name, { kind, input, marks }] of Object.entries({ ...USUAL, ...EDGES })) {
  for (const variant of VARIANTS) {
    test(`"${name}" is drawn ${variant}: well-formed, with a mark for each of its data, and no number gone wrong`, () => {
      const svg = inPage(renderer.draw(kind, variant, input), 'titel');
      assert.ok(isWellFormed(svg));
      assert.not.match(svg, /NaN|undefined|null|Infinity/);
      const $ = load(svg, { xml: true });
      assert.is($('title').length, marks);
      assert.is($('svg').attr('role'), 'img');
      assert.is($('[class],[style],[aria-label]').length, 0);
      assert.ok(Number($('svg').attr('width')) > 0 && Number($('svg').attr('height')) >= 0);
    });
  }
}

test('a view that is fed again draws what a new one would', () => {
  const used = new ChartRenderer();
  for (const { kind, input } of [...Object.values(EDGES), ...Object.values(USUAL)]) {
    for (const variant of VARIANTS) {
      const fresh = new ChartRenderer().draw(kind, variant, input);
      used.draw(kind, variant, input);
      assert.is(used.draw(kind, variant, input), fresh, kind.name);
    }
  }
});

test('a specification that makes Vega warn is an error', () => {
  const wrong = {
    name: 'fout',
    spec: () => ({
      ...USUAL.stand!.kind.spec('narrow'),
      layer: [{ mark: 'bar', encoding: { shape: { field: 'x' }, x: { field: 'onbekend', type: 'quantitative' } } }],
    }),
    datasets: () => ({ rijen: [] }),
  };
  assert.throws(() => renderer.draw(wrong as never, 'narrow', null as never), /Vega: /);
});

test('a usual drawing takes at most 12 kB', () => {
  for (const [name, { kind, input }] of Object.entries(USUAL)) {
    for (const variant of VARIANTS)
      assert.ok(inPage(renderer.draw(kind, variant, input), 'titel').length <= 12_000, name);
  }
});

test('in a page every colour is a custom property; as a file every colour is resolved, with a title and description', () => {
  for (const { kind, input } of Object.values(USUAL)) {
    const raw = renderer.draw(kind, 'wide', input);
    assert.not.match(inPage(raw, 'titel'), /#[0-9a-f]{6}/i);
    const file = standaloneSvg(raw, { title: 'A & B', lines: ['Eén < twee', 'Bron: x'] });
    assert.not.match(file, /var\(/);
    assert.ok(isWellFormed(file));
    assert.match(file, /<title id="titel">A &amp; B<\/title><desc id="uitleg">Eén &lt; twee Bron: x<\/desc>/);
  }
});

test('a file shows its caption above the picture, on lines that fit, and is that much taller', () => {
  const { kind, input } = USUAL.stand!;
  const raw = renderer.draw(kind, 'wide', input);
  const long = 'Een bron met een heel lange naam, die niet op één regel past, '.repeat(4);
  const file = standaloneSvg(raw, { title: 'Stand per thema', lines: ['Verzonnen voorbeeld', long] });
  const $ = load(file, { xml: true });
  const texts = $('svg').first().children('text').toArray();
  assert.is($(texts[0]!).text(), 'Stand per thema');
  assert.is(texts.map((text) => $(text).text()).join(' '), `Stand per thema Verzonnen voorbeeld ${long.trim()}`);
  assert.ok(texts.every((text) => $(text).text().length <= 86));
  const [outer, inner] = $('svg')
    .toArray()
    .map(({ attribs }) => Number(attribs.height));
  assert.ok(outer! > inner! + texts.length * 17);
});

test('texts of the data cannot become markup', () => {
  const { kind, input } = USUAL.stappen!;
  const hostile = (input as unknown as { label: string }[]).map((pair) => ({
    ...pair,
    label: '<script>alert(1)</script>"&',
  }));
  const svg = inPage(renderer.draw(kind, 'wide', hostile as never), 'titel');
  assert.ok(isWellFormed(svg));
  assert.not.match(svg, /<script/);
});

test.run();
