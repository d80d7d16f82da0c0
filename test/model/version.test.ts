import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { byVersion } from '../../scripts/contract/names/versions.ts';

test('Versions are in the order of their numbers, one after another', () => {
  const ordered = ['1.0', '1.2', '1.2.1', '1.9', '1.10', '2', '2.0.1', '10.0', '2026', '2026.1'];
  assert.equal(ordered.toReversed().sort(byVersion), ordered);
  assert.equal(ordered.toSorted(), ['1.0', '1.10', '1.2', '1.2.1', '1.9', '10.0', '2', '2.0.1', '2026', '2026.1']);
});

test('Versions that differ only in trailing zeros are equal in that order', () => {
  assert.is(byVersion('1', '1.0'), 0);
  assert.is(byVersion('2.0.0', '2'), 0);
  assert.is(byVersion('1.0', '1.0.1'), -1);
});

test.run();
