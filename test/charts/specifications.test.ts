import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { specification, VARIANTS } from '../../scripts/charts/chart.ts';
import { USUAL } from '../support/chart-inputs.ts';

const FOLDER = 'test/fixtures/charts';

for (const [name, { kind, input }] of Object.entries(USUAL)) {
  for (const variant of VARIANTS) {
    test(`the ${variant} specification of "${name}" is the one that was looked at`, () => {
      const file = `${FOLDER}/${name}.${variant}.json`;
      const made = `${JSON.stringify(specification(kind, variant, kind.datasets(input)), null, 2)}\n`;
      // To accept a change: GOLDEN=write npm test -- --only charts, and look at the pictures.
      if (process.env.GOLDEN === 'write') fs.writeFileSync(file, made);
      assert.is(made, fs.readFileSync(file, 'utf8'));
    });
  }
}

test('every chart type has a golden specification', () => {
  const kinds = fs
    .readdirSync('scripts/charts')
    .map((file) => fs.readFileSync(`scripts/charts/${file}`, 'utf8'))
    .flatMap((text) => [...text.matchAll(/ChartType<[^=]*> = \{\s*name: '([^']+)'/g)].map((match) => match[1]));
  assert.equal(kinds.sort(), Object.keys(USUAL).sort());
});

test.run();
