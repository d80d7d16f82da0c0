import { dateText } from '../../format/date.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { ABOUT, ABOUT_ROW, COLUMNS, HEADING_ROW } from './layout.ts';
import { answersOf, resultsDocument, type FormSubject } from './rows.ts';

/** One cell of a form, and how it looks. */
export interface FormCell {
  readonly text: string;
  readonly style: 'title' | 'plain' | 'heading' | 'fixed' | 'open';
}

/** The rows of a form, from the first; an empty row is an empty list. */
export function formRows(folder: SourceFolder, subject: FormSubject): FormCell[][] {
  const { report, norm, round, organisation, ambitions } = subject;
  const { rows } = resultsDocument(folder, subject);
  const name = report.organisations.find(({ id }) => id === organisation)!.name;
  function plain(text: string): FormCell {
    return { text, style: 'plain' };
  }
  const about: Readonly<Record<(typeof ABOUT)[number], readonly [string, string]>> = {
    Rapport: [report.id, report.title],
    Norm: [norm.version, norm.title],
    Meting: [round.id, `${round.title}, ${dateText(round.date)}`],
    Organisatie: [organisation, name],
  };
  const form: FormCell[][] = [
    [{ text: `Resultaten van ${name}`, style: 'title' }],
    [
      plain(
        'Vul alleen de gele cellen in. Kies bij elk punt een status uit de lijst. Wat u invult, komt op een openbare website.',
      ),
    ],
  ];
  ABOUT.forEach((label, index) => {
    form[ABOUT_ROW - 1 + index] = [plain(label), plain(about[label][0]), plain(about[label][1])];
  });
  form[HEADING_ROW - 1] = COLUMNS.map(({ heading }) => ({ text: heading, style: 'heading' }));
  for (const { id, number, title, explanation } of ambitions) {
    const answers = answersOf(rows?.get(id, true), report);
    const fixed = [id, number ?? '', title, explanation ?? ''];
    form.push(
      COLUMNS.map(({ field }, index) => ({
        text: field ? answers[field] : fixed[index]!,
        style: field ? 'open' : 'fixed',
      })),
    );
  }
  return Array.from(form, (row) => row ?? []);
}
