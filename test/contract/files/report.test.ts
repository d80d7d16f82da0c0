import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../../support/marked.ts';
import { sample } from '../../support/sample.ts';
import { changed, problemLines } from '../../support/tree.ts';

const REPORT = 'proef/rapport.yaml';
function report(from: string, to: string): Change[] {
  return [[REPORT, from, to]];
}
function extra(line: string): Change[] {
  return report('regio:', `${line}\nregio:`);
}

testMistakes([
  {
    title: 'A report without a region is refused',
    changes: report('titel: Proefrapport\nregio: Proefland', '▸titel: Proefrapport'),
    says: ['regio'],
  },
  {
    title: 'A report without a summary is refused',
    changes: report(
      'titel: Proefrapport\nregio: Proefland\nsamenvatting: Een proef.',
      '▸titel: Proefrapport\nregio: Proefland',
    ),
    says: ['samenvatting'],
  },
  { title: 'A report without a title is refused', changes: report('titel: Proefrapport\n', '▸'), says: ['titel'] },
  {
    title: 'A report whose region has no value is refused on that line',
    changes: report('regio: Proefland', 'regio:▸'),
    says: ['waarde'],
  },
  {
    title: 'Whether a report is fictional is true or false, not a word',
    changes: extra('fictief: ▸ja'),
    says: ['true'],
  },
  { title: 'Whether a report is fictional is not a text', changes: extra('fictief: ▸"true"'), says: ['true'] },
  {
    title: 'A comparable norm without an explanation is refused',
    changes: extra('verwante_normen:\n  - {▸naam: Norm, regio: Elders}'),
    says: ['toelichting'],
  },
  {
    title: 'A comparable norm with an unknown source is refused',
    changes: extra(
      'verwante_normen:\n  - {naam: Norm, regio: Elders, toelichting: Lijkt erop., bron: [besluit, ▸briev]}',
    ),
    says: ['bedoelde u "brief"'],
  },
  {
    title: 'An unknown key of a comparable norm is refused',
    changes: extra(
      'verwante_normen:\n  - {naam: Norm, regio: Elders, toelichting: Lijkt erop., ▸url: "https://proef.example"}',
    ),
    says: ['url'],
  },
  { title: 'Comparable norms are a list', changes: extra('verwante_normen: ▸Norm'), says: ['lijst'] },
  {
    title: 'A region with a character that hides text is refused',
    changes: report('Proefland', '▸"Proef\\u202eland"'),
    says: ['onzichtbaar teken'],
  },
  ...['\\u200b', '\\u00ad\\u2060', '\\ufe0f \\u3164', '\\u2800', '\\U000e0041', '\\u115f\\u1160', '\\ue000'].flatMap(
    (text) => [
      {
        title: `A region of only ${text}, which cannot be seen, is refused`,
        changes: report('Proefland', `▸"${text}"`),
        says: ['niet te zien'],
      },
      {
        title: `A summary of only ${text} is refused`,
        changes: report('Een proef.', `▸"${text}"`),
        says: ['niet te zien'],
      },
    ],
  ),
  {
    title: 'A report that is a list is refused',
    changes: [[REPORT, '', '▸- titel: Proefrapport\n  regio: Proefland\n  samenvatting: Een proef.\n']],
    says: ['groep velden'],
  },
]);

test('A report with every optional field and a summary of several lines is allowed', () => {
  const more =
    'fictief: true\nverwante_normen:\n  - {naam: Norm, regio: Elders, toelichting: Lijkt erop., bron: dossier-7}\nregio:';
  const tree = changed(
    changed(sample, REPORT, 'regio:', more),
    REPORT,
    'Een proef.',
    '|\n  Een **proef**.\n\n  <b>Twee</b> alinea’s.',
  );
  assert.equal(problemLines(tree), []);
});

test.run();
