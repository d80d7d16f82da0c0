import { changesText } from '../editing/changes/changes.ts';
import { readData } from '../io/read.ts';
import { beginningSince, readRevision } from '../io/git.ts';
import { settleEdits } from '../io/write-edits.ts';
import { runCommand } from '../cli/run.ts';

await runCommand(
  {
    name: 'npm run changes',
    description:
      'Zegt wat een wijziging doet met resultaten, cijfers, teksten en adressen, als tekst voor een pull request.',
    options: {
      base: {
        value: 'VERSIE',
        description: 'tak of commit waar dit werk van uitging; wat anderen daar later aan toevoegden, telt niet mee',
        default: 'origin/main',
      },
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    },
    examples: ['npm run changes -- --base main', 'npm run changes -- --base HEAD~1'],
  },
  ({ base, data }, output) => {
    settleEdits(data, output.err);
    const head = readData(data);
    const { commit, name } = beginningSince(data, base);
    output.out(changesText(readRevision(data, commit, head), head, name).trimEnd());
    return 0;
  },
);
