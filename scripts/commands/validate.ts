import { runCommand } from '../cli/run.ts';
import { showProblems } from '../cli/show.ts';
import { readData } from '../io/read.ts';
import { buildReport } from '../report.ts';
import { settleEdits } from '../io/write-edits.ts';

await runCommand(
  {
    name: 'npm run validate',
    description: 'Controleert alle gegevens en noemt elke fout met bestand, regel en kolom.',
    options: { data: { value: 'MAP', description: 'map met gegevens', default: 'data' } },
    examples: ['npm run validate', 'npm run validate -- --data ../andere-norm/data'],
  },
  ({ data }, output) => {
    settleEdits(data, output.err);
    const sources = readData(data);
    const { report, problems } = buildReport(sources);
    showProblems(problems, output, process.env.GITHUB_ACTIONS === 'true');
    if (report) output.out(`De gegevens kloppen: ${sources.files.length} bestanden gecontroleerd.`);
    return report ? 0 : 1;
  },
);
