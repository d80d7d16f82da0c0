import { importForms, peopleNotes, type ReadForm } from '../editing/form/import-forms.ts';
import { readForm } from '../editing/form/read-form.ts';
import { MOST_BYTES, readBytes, sentFiles } from '../io/binary.ts';
import { readData } from '../io/read.ts';
import { settleEdits } from '../io/write-edits.ts';
import { runCommand } from '../cli/run.ts';
import { carryOut } from '../editing/save-edits.ts';

await runCommand(
  {
    name: 'npm run import',
    description: 'Leest ingevulde formulieren terug in de gegevens. Bij een fout verandert er niets.',
    options: {
      file: {
        value: 'BESTAND',
        description: 'ingevulde formulieren: .xlsx of .csv, of een map ermee',
        positional: 'several',
      },
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    },
    examples: ['npm run import -- formulier-2026-najaar-voorbeelddam.xlsx', 'npm run import -- formulieren'],
  },
  async ({ data }, output, words) => {
    settleEdits(data, output.err);
    const before = readData(data);
    const forms: ReadForm[] = [];
    for (const { path, name } of sentFiles(words))
      forms.push({ file: name, reading: await readForm(readBytes(path, MOST_BYTES), name) });
    const status = carryOut({ name: data, before }, importForms(before, forms), [], output);
    for (const note of peopleNotes(forms)) output.out(note);
    return status;
  },
);
