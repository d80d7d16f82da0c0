import fs from 'node:fs';
import { findReport } from '../editing/draft.ts';
import { writeNewFile } from '../io/binary.ts';
import { readData } from '../io/read.ts';
import { settleEdits } from '../io/write-edits.ts';
import { runCommand } from '../cli/run.ts';
import { UsageError } from '../model/problem.ts';
import { buildReport } from '../report.ts';
import { paperIn } from '../site/downloads/paper.ts';

await runCommand(
  {
    name: 'npm run paper',
    description: 'Maakt een concept van een mededeling aan de raad over een meting, voor Word of LibreOffice.',
    options: {
      norm: { value: 'VERSIE', description: 'versie van de norm' },
      meting: { value: 'ID', description: 'id van de meting' },
      organisatie: {
        value: 'ID',
        description: 'id van de organisatie waarover het gaat; zonder deze optie over alle organisaties samen',
      },
      output: {
        value: 'BESTAND',
        description:
          'waar het stuk komt; zonder deze optie mededeling-METING.docx of mededeling-METING-ORGANISATIE.docx',
      },
      rapport: { value: 'MAP', description: 'map van het rapport; zonder deze optie het rapport dat op / staat' },
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    },
    examples: [
      'npm run paper -- --rapport voorbeeld --norm 2.0 --meting 2026-tussenmeting',
      'npm run paper -- --rapport voorbeeld --norm 2.0 --meting 2026-tussenmeting --organisatie voorbeelddam',
    ],
  },
  (options, output) => {
    const { norm, meting, organisatie, rapport, data } = options;
    const missing = [...(norm ? [] : ['--norm']), ...(meting ? [] : ['--meting'])];
    if (missing.length > 0) throw new UsageError(`geef ook ${missing.join(' en ')}`);
    settleEdits(data, output.err);
    const folder = readData(data);
    const found = findReport(folder, rapport);
    const { report } = buildReport(folder);
    function refusal(reason: string): number {
      output.err(`${reason}\nEr is niets geschreven.`);
      return 1;
    }
    if ('refused' in found) return refusal(found.refused);
    if (!report) return refusal('de gegevens kloppen niet; draai npm run validate en herstel eerst wat daar staat');
    const made = paperIn(report, { report: found.report.id, norm, meting, organisatie });
    if ('refused' in made) return refusal(made.refused);
    const file = options.output || `mededeling-${meting}${organisatie && `-${organisatie}`}.docx`;
    if (fs.existsSync(file) || !writeNewFile(file, made.bytes))
      return refusal(`${file} bestaat al; kies een andere plaats met --output, of haal weg wat er staat`);
    output.out(`geschreven: ${file}. Zoek daarin naar "In te vullen": dat weet alleen u.`);
    return 0;
  },
);
