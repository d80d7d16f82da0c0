import { writeFiles, replaceFolder } from './io/output.ts';
import { runCommand } from './io/run.ts';
import { showProblems } from './io/show.ts';
import { loadReport } from './load.ts';
import { downloadsOf } from './site/downloads/downloads.ts';
import { writeSite } from './site/write.ts';
import { buildSummary } from './summary.ts';

await runCommand({
  name: 'npm run build',
  description: 'Bouwt de site uit de gegevens. Bij een fout blijft de vorige site staan zoals ze was.',
  options: {
    data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    output: { value: 'MAP', description: 'map voor de site', default: '_site' },
  },
  examples: ['npm run build', 'npm run build -- --data ../andere-norm/data --output /tmp/site'],
}, async ({ data, output: folder }, output) => {
  const start = performance.now();
  const { report, problems } = loadReport(data);
  showProblems(problems, output, process.env.GITHUB_ACTIONS === 'true');
  if (!report) return 1;
  const { pages } = await replaceFolder(folder, async (fresh) => {
    for (const each of report.reports) writeFiles(fresh, downloadsOf(each));
    return writeSite(report, { output: fresh });
  });
  output.out(buildSummary(report, { pages, folder, seconds: (performance.now() - start) / 1000 }));
  return 0;
});
