import path from 'node:path';
import { runCommand } from '../cli/run.ts';
import { readData } from '../io/read.ts';
import { buildReport } from '../report.ts';
import { firstDay } from '../model/date.ts';
import { settleEdits } from '../io/write-edits.ts';

/** Number of days before expiry at which the check begins to fail, which leaves time to renew. */
const NOTICE = 60;

await runCommand(
  {
    name: 'npm run expiry',
    description: `Controleert of het meldadres voor lekken (security.txt) nog ten minste ${NOTICE} dagen geldt. Kijkt op de klok; draait elke week vanzelf.`,
    options: { data: { value: 'MAP', description: 'map met gegevens', default: 'data' } },
  },
  ({ data }, { out, err }) => {
    settleEdits(data, err);
    const { report } = buildReport(readData(data));
    if (!report) {
      err('De gegevens kloppen niet; draai eerst npm run validate.');
      return 1;
    }
    const { security } = report.settings;
    if (!security) {
      out('Er is geen meldadres voor lekken in site.yaml.');
      return 0;
    }
    const days = Math.floor((Date.parse(firstDay(security.expires)) - Date.now()) / 86_400_000);
    if (days >= NOTICE) out(`Het meldadres geldt nog ${days} dagen.`);
    else
      err(
        `Het meldadres ${days < 0 ? 'is verlopen' : `verloopt over ${days} ${days === 1 ? 'dag' : 'dagen'}`}; zet een latere datum bij "verloopt" in ${path.join(data, 'site.yaml')}.`,
      );
    return days >= NOTICE ? 0 : 1;
  },
);
