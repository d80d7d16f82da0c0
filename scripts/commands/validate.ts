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
  async ({ data }, output) => {
    settleEdits(data, output.err);
    const sources = readData(data);
    const { report, problems } = buildReport(sources);
    // This loads all page types, so only for data without errors.
    const moved = report ? (await import('../site/published-addresses.ts')).addressProblems(sources, report) : [];
    showProblems([...problems, ...moved], output, process.env.GITHUB_ACTIONS === 'true');
    if (moved.length > 0) return 1;
    if (report) output.out(`De gegevens kloppen: ${sources.files.length} bestanden gecontroleerd.`);
    return report ? 0 : 1;
  },
);
