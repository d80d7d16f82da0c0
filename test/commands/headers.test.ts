import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Clone } from '../support/clone.ts';

const clone = new Clone();

test('a server that is not known, and a port that is none, are refused with the way out', () => {
  const server = clone.run('headers', '--server', 'apache');
  assert.is(server.status, 2);
  assert.match(server.err, /onbekende server "apache"; kies "nginx" of "github-pages"/);
  for (const port of ['0', 'http', '70000']) {
    const { status, err } = clone.run('headers', '--port', port);
    assert.is(status, 2);
    assert.match(err, new RegExp(`"${port}" is geen poort`));
  }
});

test('data with mistakes give no configuration', () => {
  clone.write('data/site.yaml', clone.read('data/site.yaml').replace('titel:', 'tietel:'));
  const { status, out, err } = clone.run('headers');
  assert.equal([status, out], [1, '']);
  assert.match(err, /npm run validate/);
});

test.run();
