import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { extremesSentence, progressSentence, roseSentence } from '../../scripts/format/chart-sentence.ts';

test('a progress chart names its first and last moment, and which of them is only reported', () => {
  const [first, middle, last] = [
    { date: '2021-23', text: '38%', reported: false, counts: '3 van de 8 behaald' },
    { date: '2022', text: '99%', reported: true, counts: null },
    { date: '2023-06', text: 'tussen 79% en 88%', reported: false, counts: null },
  ];
  assert.is(progressSentence([first], {}), 'In het najaar van 2021 was 38% behaald (3 van de 8 behaald).');
  assert.is(
    progressSentence([first, middle, last], {}),
    'In het najaar van 2021 was 38% behaald (3 van de 8 behaald); in juni 2023 was dat tussen 79% en 88%.',
  );
  assert.is(
    progressSentence([middle, { ...last, reported: true }], {}),
    'In 2022 was volgens de bron 99% behaald; in juni 2023 was dat volgens de bron tussen 79% en 88%.',
  );
  assert.is(
    progressSentence([middle], { achieved: 'uitgevoerd' }),
    'In 2022 stond volgens de bron 99% op ‘uitgevoerd’.',
  );
});

test('the highest and lowest are named in the right grammatical number, each with its figure', () => {
  function at(text: string, ...names: readonly string[]) {
    return names.map((name) => ({ name, text }));
  }
  assert.is(
    extremesSentence(at('67%', 'Toezicht'), at('33%', 'Mensen'), 3),
    'Het hoogst staat Toezicht (67%), het laagst Mensen (33%).',
  );
  assert.is(
    extremesSentence(at('67%', 'Toezicht', 'Overleg'), at('33%', 'Mensen', 'Panden'), 5),
    'Het hoogst staan Toezicht en Overleg (67%), het laagst Mensen en Panden (33%).',
  );
  assert.is(extremesSentence(at('67%', 'Toezicht'), at('67%', 'Toezicht'), 1), 'Toezicht: 67%.');
  assert.is(extremesSentence(at('50%', 'A', 'B', 'C'), at('50%', 'A', 'B', 'C'), 3), 'Alle 3 staan op 50%.');
});

test('where nobody has a figure in both rounds, nothing is said about rises', () => {
  assert.is(roseSentence(0, 0, [], 'Nulmeting'), '');
});

test.run();
