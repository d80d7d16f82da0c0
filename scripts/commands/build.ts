import { ChartThread } from '../charts/chart-thread.ts';
import { runCommand } from '../cli/run.ts';
import { progressLine, showProblems } from '../cli/show.ts';
import { settleEdits } from '../io/write-edits.ts';

await runCommand(
  {
    name: 'npm run build',
    description: 'Bouwt de site uit de gegevens. Bij een fout blijft de vorige site staan zoals ze was.',
    options: {
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
      output: { value: 'MAP', description: 'map voor de site', default: '_site' },
      los: { description: 'maakt een voorbeeld dat zonder webserver opengaat: open index.html van uw eigen schijf' },
      compress: { description: 'pakt elk bestand ook in (.gz en .br), voor een webserver die dat kan versturen' },
    },
    examples: ['npm run build', 'npm run build -- --data ../andere-norm/data --output ../site'],
  },
  async ({ data, output: folder, compress, los }, output) => {
    settleEdits(data, output.err);
    const progress = progressLine(process.stderr);
    const charts = new ChartThread();
    // Imported here, so that the thread loads its modules at the same time.
    const { makeSite } = await import('../site/make-site.ts');
    const { problems, summary } = await makeSite(data, folder, {
      progress: progress.show,
      compress: compress === 'true',
      loose: los === 'true',
      charts,
      once: true,
    }).finally(progress.clear);
    showProblems(problems, output, process.env.GITHUB_ACTIONS === 'true');
    if (summary === null) return 1;
    output.out(summary);
    return 0;
  },
);
