import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { dateNoun, dateText, dateWhen, expectedText, periodText, termText } from '../../scripts/format/date.ts';

/** An EDTF date as shown on its own, after a preposition, and including one. */
const DATES: readonly (readonly [date: string, shown: string, noun: string, when: string])[] = [
  ['2025', '2025', '2025', 'in 2025'],
  ['2025-01', 'januari 2025', 'januari 2025', 'in januari 2025'],
  ['2025-12', 'december 2025', 'december 2025', 'in december 2025'],
  ['2025-03-03', '3 maart 2025', '3 maart 2025', 'op 3 maart 2025'],
  ['2025-10-31', '31 oktober 2025', '31 oktober 2025', 'op 31 oktober 2025'],
  ['2022-21', 'voorjaar 2022', 'het voorjaar van 2022', 'in het voorjaar van 2022'],
  ['2022-22', 'zomer 2022', 'de zomer van 2022', 'in de zomer van 2022'],
  ['2022-23', 'najaar 2022', 'het najaar van 2022', 'in het najaar van 2022'],
  ['2022-24', 'winter 2022', 'de winter van 2022', 'in de winter van 2022'],
];

test('a date is written as Dutch people write it, alone and within a sentence', () => {
  assert.equal(
    DATES.map(([date]) => [date, dateText(date), dateNoun(date), dateWhen(date)]),
    DATES.map((each) => [...each]),
  );
});

test('every month has its own name, in small letters', () => {
  const names = Array.from({ length: 12 }, (_, index) => dateText(`2025-${String(index + 1).padStart(2, '0')}`));
  assert.is(
    names.map((name) => name.replace(' 2025', '')).join(' '),
    'januari februari maart april mei juni juli augustus september oktober november december',
  );
});

test('a period says from when, until when, or both; one that always holds says nothing', () => {
  assert.is(periodText('2025-09', null), 'vanaf september 2025');
  assert.is(periodText(null, '2026-07-01'), 'tot 1 juli 2026');
  assert.is(periodText('2025-23', '2027'), 'vanaf het najaar van 2025 tot 2027');
  assert.is(periodText(null, null), null);
});

test('the term of a norm includes its last day, and one without an end has begun', () => {
  assert.is(termText('2025', '2027'), 'van 2025 tot en met 2027');
  assert.is(termText('2025-23', null), 'sinds het najaar van 2025');
});

test('an expected result says when, and only an overdue one says that it is not reported as achieved', () => {
  assert.is(expectedText('2026-06', false, {}), 'verwacht in juni 2026');
  assert.is(expectedText('2026-05-01', true, {}), 'verwacht op 1 mei 2026, nog niet gemeld als behaald');
  assert.is(
    expectedText('2026-05-01', true, { achieved: 'op orde' }),
    'verwacht op 1 mei 2026, nog niet gemeld als ‘op orde’',
  );
});

test.run();
