import { problemLine } from '../../model/position.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { problemsOfEdits, withEdits, type Plan } from '../draft.ts';
import { problemAtCell, problemsOfForm } from './form-problems.ts';
import { fillIn, type FilledForm } from './import-form.ts';
import type { SheetReading } from './sheet.ts';

/** A form as it was read, with the name of its file. */
export interface ReadForm {
  readonly file: string;
  readonly reading: SheetReading;
}

/** Where there are several forms, a cell alone does not say which. */
function named({ file, reading }: ReadForm): ReadForm {
  return {
    file,
    reading:
      'sheet' in reading
        ? { ...reading, sheet: { ...reading.sheet, name: labelled(file, reading.sheet.name) } }
        : { refused: reading.refused.map((line) => labelled(file, line)) },
  };
}

function labelled(file: string, text: string): string {
  return text.startsWith(file) ? text : `${file}, ${text}`;
}

/** Each form with the file of results that it is about; or what is wrong with it as a whole. */
function filledIn(
  folder: SourceFolder,
  forms: readonly ReadForm[],
): (FilledForm | { readonly refused: readonly string[] })[] {
  const files = new Map<string, string>();
  return forms.map(({ file, reading }) => {
    if ('refused' in reading) return reading;
    const filled = fillIn(folder, reading.sheet);
    if ('refused' in filled) return { refused: problemsOfForm(reading.sheet, filled.refused) };
    const first = files.get(filled.subject.path);
    if (first !== undefined)
      return {
        refused: [
          `${file}: dit formulier is van dezelfde organisatie en meting als ${first}; lees er een van de twee in`,
        ],
      };
    files.set(filled.subject.path, file);
    return filled;
  });
}

/**
 * What all forms together change, each in the file of its organisation; one mistake in one of them refuses all. Where
 * nothing changed there is nothing to write. The contract judges them together, in one go.
 */
export function importForms(folder: SourceFolder, given: readonly ReadForm[]): Plan {
  const forms = filledIn(folder, given.length > 1 ? given.map(named) : given);
  const edits = forms.flatMap((form) => ('edits' in form ? form.edits : []));
  const draft = withEdits(folder, edits);
  const lines = new Map<FilledForm | null, string[]>();
  for (const problem of edits.length === 0 ? [] : problemsOfEdits(folder, edits)) {
    const found = forms
      .filter((form) => 'edits' in form)
      .map((form) => [form, problemAtCell(form, draft, problem)] as const)
      .find(([, line]) => line !== null);
    const [form, line] = found ?? [null, null];
    lines.set(form, [...(lines.get(form) ?? []), line ?? problemLine(problem)]);
  }
  const wrong = [
    ...forms.flatMap((form) =>
      'edits' in form ? problemsOfForm(form.sheet, [...form.problems, ...(lines.get(form) ?? [])]) : form.refused,
    ),
    ...(lines.get(null) ?? []),
  ];
  if (wrong.length > 0) return { refused: wrong };
  return { edits, notes: forms.flatMap((form) => ('edits' in form ? noteOf(form) : [])) };
}

function noteOf({ subject: { organisation, round }, changed }: FilledForm): string {
  return changed === 0
    ? `Het formulier zegt hetzelfde als de gegevens van "${organisation}" in de meting "${round.id}". Er verandert niets.`
    : `${changed} ${changed === 1 ? 'punt' : 'punten'} van "${organisation}" in de meting "${round.id}" aangepast.`;
}

/** What people should know of files that name people; not whom, since this may be read in public. */
export function peopleNotes(forms: readonly ReadForm[]): string[] {
  return forms.flatMap(({ file, reading }) =>
    'people' in reading && reading.people.length > 0
      ? [
          `Let op: in ${file} staan namen (${reading.people.join(', ')}). De gegevens krijgen die niet, maar het bestand houdt ze. Zet het niet op een openbare plaats, of haal ze eerst weg (in Excel: Bestand > Info > Controleren op problemen > Document controleren).`,
        ]
      : [],
  );
}
