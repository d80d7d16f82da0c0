import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { byDate, endsBefore, firstDay, isActive, lastDay } from '../../scripts/model/date.ts';

test('A date counts as its first day', () => {
  assert.is(firstDay('2022'), '2022-01-01');
  assert.is(firstDay('2022-11'), '2022-11-01');
  assert.is(firstDay('2022-11-03'), '2022-11-03');
});

test('Seasons begin on 1 March, June, September and December of their year', () => {
  assert.equal(['2022-21', '2022-22', '2022-23', '2022-24'].map(firstDay), [
    '2022-03-01',
    '2022-06-01',
    '2022-09-01',
    '2022-12-01',
  ]);
});

test('The last day of a date is that of its year, season or month, also in a leap year', () => {
  assert.equal(['2025', '2025-11', '2024-02', '2025-02', '2100-02', '2000-02', '2025-11-03'].map(lastDay), [
    '2025-12-31',
    '2025-11-30',
    '2024-02-29',
    '2025-02-28',
    '2100-02-28',
    '2000-02-29',
    '2025-11-03',
  ]);
  assert.equal(['2025-21', '2025-22', '2025-23', '2025-24', '2023-24'].map(lastDay), [
    '2025-05-31',
    '2025-08-31',
    '2025-11-30',
    '2026-02-28',
    '2024-02-29',
  ]);
});

test('A date has ended before another when its last day comes before the first of the other', () => {
  assert.ok(endsBefore('2025', '2026'));
  assert.not(endsBefore('2025', '2025-23'));
  assert.not(endsBefore('2025-24', '2026-02'));
  assert.ok(endsBefore('2025-24', '2026-03'));
});

test('Dates of all forms are put in the order of their first days', () => {
  assert.equal(['2023', '2022-24', '2022-11-30', '2022-23', '2022-09-02', '2022'].sort(byDate), [
    '2022',
    '2022-23',
    '2022-09-02',
    '2022-11-30',
    '2022-24',
    '2023',
  ]);
  assert.is(byDate('2022-23', '2022-09-01'), 0);
});

test('A period holds from its first day up to the day before it ends', () => {
  const period = { from: '2025-07', until: '2026' };
  assert.equal(
    ['2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01'].map((day) => isActive(period, day)),
    [false, true, true, false],
  );
});

test('A period without begin or end always holds on that side', () => {
  assert.ok(isActive({ from: null, until: null }, '2025-01-01'));
  assert.not(isActive({ from: null, until: '2025' }, '2025-01-01'));
  assert.not(isActive({ from: '2025-02', until: null }, '2025-01-01'));
});

test.run();
