import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { countryFiles } from '../bench/country.ts';
import { writeFiles } from '../../scripts/io/output.ts';
import { makeSite } from '../../scripts/site/make-site.ts';
import { contentsOf, scratch } from '../support/scratch.ts';

test('a site made one report at a time is the same, byte for byte, as one made in a single run', async () => {
  const folder = scratch('delen');
  const data = path.join(folder, 'data');
  writeFiles(data, countryFiles({ reports: 6, organisations: 2, points: 3, norms: 1, rounds: 1 }));
  async function made(
    name: string,
    batch: number,
  ): Promise<readonly [site: ReadonlyMap<string, string>, steps: readonly string[]]> {
    const steps: string[] = [];
    const output = path.join(folder, name);
    await makeSite(data, output, { batch, progress: (step) => steps.push(step) });
    return [contentsOf(output), steps];
  }
  const [[atOnce], [inBatches, steps]] = [await made('ineens', 10_000), await made('in-delen', 1)];
  assert.is(steps.filter((step) => /deel \d van 6/.test(step)).length, 6);
  assert.equal([...inBatches.keys()], [...atOnce.keys()]);
  assert.equal(
    [...inBatches].filter(([name, content]) => atOnce.get(name) !== content).map(([name]) => name),
    [],
  );
});

test.run();
