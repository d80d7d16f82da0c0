import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { sample } from '../support/sample.ts';
import { builtSite } from '../support/site.ts';
import { changed, problemLines } from '../support/tree.ts';

test('no report may take an address that the site or its main report already uses', async () => {
  const folders = new Set(
    filesBelow(await builtSite()).flatMap((name) =>
      /^[a-z]/.test(name) && name.includes('/') ? [name.split('/')[0]!] : [],
    ),
  );
  folders.delete('voorbeeld');
  assert.ok(folders.has('licenties') && folders.has('norm'));
  assert.equal(
    [...folders].filter(
      (name) =>
        !problemLines(changed(sample, 'site.yaml', 'pad: /', `pad: /${name}/`)).some((line) =>
          line.includes('al een pagina'),
        ),
    ),
    [],
  );
});

test.run();
