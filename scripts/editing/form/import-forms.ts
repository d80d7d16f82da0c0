import type { SourceFolder } from '../../model/tree.ts';
import { refused, withEdits, type Edit, type Plan } from '../draft.ts';
import { subjectOf } from './find-rows.ts';
import { importForm } from './import-form.ts';
import type { SheetReading } from './sheet.ts';

/** A form as it was read, with the name of its file. */
export interface ReadForm {
  readonly file: string;
  readonly reading: SheetReading;
}

/** Where there are several forms, a cell alone does not say which. */
function named({ file, reading }: ReadForm, several: boolean): ReadForm {
  if (!several) return { file, reading };
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

/** What all forms together change, each in the file of its organisation; one mistake in one of them refuses all. */
export function importForms(folder: SourceFolder, forms: readonly ReadForm[]): Plan {
  const wrong: string[] = [];
  const notes: string[] = [];
  const edits: Edit[] = [];
  const files = new Map<string, string>();
  for (const { file, reading } of forms.map((form) => named(form, forms.length > 1))) {
    if ('refused' in reading) {
      wrong.push(...reading.refused);
      continue;
    }
    const draft = withEdits(folder, edits);
    const subject = subjectOf(draft, reading.sheet);
    const first = 'path' in subject ? files.get(subject.path) : undefined;
    if ('path' in subject && first === undefined) files.set(subject.path, file);
    const plan =
      first === undefined
        ? importForm(draft, reading.sheet)
        : refused(
            `${file}: dit formulier is van dezelfde organisatie en meting als ${first}; lees er een van de twee in`,
          );
    if ('refused' in plan) wrong.push(...plan.refused);
    else {
      edits.push(...plan.edits);
      notes.push(...plan.notes);
    }
  }
  return wrong.length > 0 ? { refused: wrong } : { edits, notes };
}

/** What people should know of files that name people; not whom, since this may be read in public. */
export function peopleNotes(forms: readonly ReadForm[]): string[] {
  return forms.flatMap(({ file, reading }) =>
    'people' in reading && reading.people.length > 0
      ? [
          `Let op: in ${file} staan namen (${reading.people.join(', ')}). De gegevens krijgen die niet, maar het bestand houdt ze. Zet het niet op een openbare plaats; of haal ze eerst weg (in Excel: Bestand > Info > Controleren op problemen > Document controleren).`,
        ]
      : [],
  );
}
