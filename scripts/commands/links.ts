import fs from 'node:fs';
import { UsageError } from '../model/problem.ts';
import { externalLinks } from '../io/links.ts';
import { settleEdits } from '../io/write-edits.ts';
import { runCommand } from '../cli/run.ts';
import { readData } from '../io/read.ts';
import { buildReport } from '../report.ts';

await runCommand(
  {
    name: 'npm run links',
    description:
      'Noemt elk adres buiten de site waar een pagina naartoe leidt, met de pagina’s erbij, om na te lopen of het er nog is.',
    options: {
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
      site: { value: 'MAP', description: 'map met de gebouwde site', default: '_site' },
    },
  },
  ({ data, site }, { out, err }) => {
    if (!fs.existsSync(site)) throw new UsageError(`er is geen map ${site}; bouw de site eerst met npm run build`);
    settleEdits(data, err);
    const { report } = buildReport(readData(data));
    if (!report) {
      err('De gegevens kloppen niet; draai eerst npm run validate.');
      return 1;
    }
    for (const [address, pages] of externalLinks(site, report.settings.address))
      out(`${address}\n  ${pages.join('\n  ')}`);
    return 0;
  },
);
