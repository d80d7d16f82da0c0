import fs from 'node:fs';
import path from 'node:path';
import { formatted } from '../editing/format.ts';
import { importForms, peopleNotes, type ReadForm } from '../editing/form/import-forms.ts';
import { readForm } from '../editing/form/read-form.ts';
import { intakeProposal, type Intake } from '../editing/proposal.ts';
import type { SourceFolder } from '../model/tree.ts';
import { formsIn, MOST_BYTES, readBytes } from '../io/binary.ts';
import { readData } from '../io/read.ts';
import { settleEdits } from '../io/write-edits.ts';
import { runCommand } from '../cli/run.ts';
import { carryOut, saveEdits, writeProposal } from '../editing/save-edits.ts';
import type { Output } from '../cli/show.ts';

/** Files that differ from the house style, each with its formatted text. */
function outOfStyle(before: SourceFolder): { readonly path: string; readonly file: string; readonly text: string }[] {
  return before.files.flatMap((file) => {
    const text = formatted(file);
    return text === null || text === file.text ? [] : [{ path: file.path, file: file.file, text }];
  });
}

/** Formats those files and returns their names; null if somebody changed one meanwhile. */
function putInStyle(data: string, output: Output): string[] | null {
  const before = readData(data);
  const edits = outOfStyle(before);
  return saveEdits({ name: data, before }, edits, output) ? edits.map(({ file }) => file) : null;
}

/**
 * Prints what to do about a branch to which the workflow cannot write. Returns 1 if there are forms, which must not be
 * merged; style alone blocks nothing.
 */
function sayOnly(
  forms: number,
  { formulieren, data }: Readonly<Record<'formulieren' | 'data', string>>,
  output: Output,
): number {
  const styled = outOfStyle(readData(data)).map(({ file }) => file);
  if (styled.length > 0)
    output.out(
      `Alleen de opmaak is nog anders in: ${styled.join(', ')}. Dat houdt niets tegen. Rechtzetten kan met npm run format.`,
    );
  if (forms === 0) return 0;
  output.err(
    `In de map ${formulieren} staan formulieren, maar dit voorstel komt uit een kopie van de repository, en daarin kan deze controle niet schrijven. Zet de formulieren op een tak van de repository zelf. Of lees ze op uw eigen computer in met npm run intake, en voeg toe wat die verandert.`,
  );
  return 1;
}

/** Reads all forms in a folder into the data. If one of them is wrong, nothing is written. */
async function readForms(
  data: string,
  forms: readonly { readonly path: string; readonly name: string }[],
  output: Output,
) {
  const before = readData(data);
  const read: ReadForm[] = [];
  for (const { path: file, name } of forms)
    read.push({ file: name, reading: await readForm(readBytes(file, MOST_BYTES), name) });
  const plan = importForms(before, read);
  const status = carryOut({ name: data, before }, plan, [], output);
  const people = peopleNotes(read);
  for (const note of people) output.out(note);
  return 'refused' in plan
    ? { status, notes: people, refused: plan.refused }
    : { status, notes: [...plan.notes, ...people], refused: [] };
}

await runCommand(
  {
    name: 'npm run intake',
    description:
      'Leest de formulieren die in een map zijn gezet in de gegevens, haalt ze daar weg, en zet alles in één stijl. Klopt er iets niet, dan verandert er niets.',
    options: {
      formulieren: { value: 'MAP', description: 'map waarin de formulieren staan', default: 'formulieren' },
      vreemd: {
        description: 'verander niets en zeg alleen wat er moet gebeuren: de tak is niet van deze repository',
      },
      voorstel: {
        value: 'MAP',
        description: 'zet in deze map de wijziging en een tekst klaar, ook als er niets meer te doen is',
      },
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    },
    examples: ['npm run intake', 'npm run intake -- --voorstel voorstel'],
  },
  async ({ formulieren, vreemd, voorstel, data }, output) => {
    settleEdits(data, output.err);
    const forms = formsIn(formulieren);
    if (vreemd === 'true') return sayOnly(forms.length, { formulieren, data }, output);
    const read = forms.length > 0 ? await readForms(data, forms, output) : { status: 0, notes: [], refused: [] };
    for (const { path: file } of read.status === 0 ? forms : []) {
      fs.rmSync(file);
      output.out(`weggehaald: ${file.split(path.sep).join('/')}`);
    }
    const styled = read.status === 0 ? putInStyle(data, output) : [];
    for (const file of styled ?? []) output.out(`in één stijl gezet: ${file}`);
    const intake: Intake = { forms: forms.map(({ name }) => name), ...read, styled: styled ?? [] };
    if (forms.length + intake.styled.length === 0) output.out('Er zijn geen formulieren, en alles staat in één stijl.');
    if (voorstel !== '') writeProposal(voorstel, [data, formulieren], intakeProposal(intake));
    return styled === null ? 1 : read.status;
  },
);
