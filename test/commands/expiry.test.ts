import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Clone } from '../support/clone.ts';

const clone = new Clone();
const site = clone.read('data/site.yaml').replace(/^beveiliging:.*\n(?: .*\n)*/m, '');

/** Date that many days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function check(lines: string) {
  clone.write('data/site.yaml', `${site}${lines}`);
  return clone.run('expiry');
}

function expiring(days: number) {
  return check(`beveiliging: {contact: "mailto:lek@voorbeeld.example", verloopt: "${inDays(days)}"}\n`);
}

test('an address for leaks that is valid for long enough passes, and so does a site without one', () => {
  assert.is(expiring(90).status, 0);
  const { status, out } = check('');
  assert.is(status, 0);
  assert.match(out, /geen meldadres/);
});

test('one that expires soon, or has expired, fails and says where to change it', () => {
  for (const [days, says] of [
    [20, /verloopt over \d+ dagen/],
    [-3, /is verlopen/],
  ] as const) {
    const { status, err } = expiring(days);
    assert.is(status, 1);
    assert.match(err, says);
    assert.match(err, /verloopt" in data\/site\.yaml/);
  }
});

test('data with mistakes are not taken for a valid address', () => {
  const { status, err } = check('tietel: x\n');
  assert.is(status, 1);
  assert.match(err, /npm run validate/);
});

test.run();
