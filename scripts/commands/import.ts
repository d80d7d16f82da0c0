import path from 'node:path';
import { importForm } from '../editing/form/import-form.ts';
import { readCsv } from '../editing/form/read-csv.ts';
import { readWorkbook } from '../editing/form/read-workbook.ts';
import { refused } from '../editing/draft.ts';
import { readBytes } from '../io/binary.ts';
import { carryOut, openData } from '../io/edit.ts';
import { runCommand } from '../cli/run.ts';

const MOST_BYTES = 5 * 1024 * 1024;

await runCommand(
  {
    name: 'npm run import',
    description: 'Leest een ingevuld formulier terug in de gegevens. Bij een fout verandert er niets.',
    options: {
      file: { value: 'BESTAND', description: 'het ingevulde formulier: .xlsx, of .csv', positional: true },
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    },
    examples: ['npm run import -- formulier-2026-najaar-modelstad.xlsx'],
  },
  ({ file, data }, output) => {
    const name = path.basename(file);
    const bytes = readBytes(file, MOST_BYTES);
    const reading =
      bytes === null
        ? refused(
            `${name}: dit bestand is te groot voor een formulier (meer dan 5 MB); maak een nieuw formulier met npm run form`,
          )
        : /\.csv$/i.test(name)
          ? readCsv(bytes, name)
          : /\.xlsm$/i.test(name)
            ? refused(`${name}: dit is een bestand met macro’s (.xlsm); sla het op als .xlsx`)
            : readWorkbook(bytes, name);
    const plan =
      'sheet' in reading
        ? importForm(openData(data), reading.sheet)
        : 'refused' in reading
          ? reading
          : refused('onverwacht');
    return carryOut(data, plan, [], output);
  },
);
