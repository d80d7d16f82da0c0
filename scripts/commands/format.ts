import { formatted } from '../editing/format.ts';
import { readData } from '../io/read.ts';
import { settleEdits } from '../io/write-edits.ts';
import { runCommand } from '../cli/run.ts';
import { saveEdits } from '../editing/save-edits.ts';

await runCommand(
  {
    name: 'npm run format',
    description:
      'Zet elk bestand met gegevens in één stijl: volgorde van velden, aanhalingstekens en regelbreedte. Opmerkingen blijven staan.',
    options: {
      check: { description: 'noem alleen wat er anders moet, en verander niets' },
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    },
    examples: ['npm run format', 'npm run format -- --check'],
  },
  ({ check, data }, output) => {
    settleEdits(data, output.err);
    const before = readData(data);
    const results = before.files.map((file) => ({ ...file, result: formatted(file) }));
    const wrong = results.filter(({ result }) => result === null);
    const changed = results.flatMap(({ path, file, text, result }) =>
      result !== null && result !== text ? [{ path, file, text: result }] : [],
    );
    for (const { file } of wrong)
      output.err(
        `${file}:1:1: dit bestand kan niet in de vaste stijl worden gezet; draai npm run validate en herstel eerst wat daar staat`,
      );
    if (check === 'true') {
      for (const { file } of changed)
        output.err(`${file}:1:1: dit bestand staat niet in de vaste stijl; draai npm run format`);
    } else {
      if (!saveEdits({ name: data, before }, changed, output)) return 1;
      for (const { file } of changed) output.out(`aangepast: ${file}`);
    }
    if (wrong.length > 0 || (check === 'true' && changed.length > 0)) return 1;
    output.out(
      changed.length === 0
        ? `Alle ${results.length} bestanden staan in de vaste stijl.`
        : `${changed.length} van de ${results.length} bestanden aangepast.`,
    );
    return 0;
  },
);
