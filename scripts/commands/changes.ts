import { changesText } from '../editing/changes/changes.ts';
import { openData } from '../io/edit.ts';
import { readRevision } from '../io/git.ts';
import { settleEdits } from '../io/settle-edits.ts';
import { runCommand } from '../cli/run.ts';

await runCommand(
  {
    name: 'npm run changes',
    description:
      'Zegt wat een wijziging doet met resultaten, cijfers, teksten en adressen, als tekst voor een pull request.',
    options: {
      base: { value: 'VERSIE', description: 'tak of commit om mee te vergelijken', default: 'origin/main' },
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    },
    examples: ['npm run changes -- --base main', 'npm run changes -- --base HEAD~1'],
  },
  ({ base, data }, output) => {
    settleEdits(data, output.err);
    const head = openData(data);
    output.out(changesText(readRevision(data, base, head), head, base).trimEnd());
    return 0;
  },
);
