import { findReport } from '../editing/draft.ts';
import { formRows, textsTooLong, writeWorkbook } from '../editing/form/write-workbook.ts';
import { formSubject } from '../editing/form/rows.ts';
import { UsageError } from '../model/problem.ts';
import { writeNewFile } from '../io/binary.ts';
import { readData } from '../io/read.ts';
import { settleEdits } from '../io/write-edits.ts';
import { runCommand } from '../cli/run.ts';

/** As it is typed: what a shell would take apart stands in quotes. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(text) ? text : `"${text.replace(/["$`\\]/g, '\\$&')}"`;
}

await runCommand(
  {
    name: 'npm run form',
    description:
      'Maakt een formulier voor Excel of LibreOffice, waarin een organisatie haar resultaten van een meting invult.',
    options: {
      norm: { value: 'VERSIE', description: 'versie van de norm; zonder deze optie de norm die deze meting heeft' },
      meting: { value: 'ID', description: 'id van de meting' },
      organisatie: { value: 'ID', description: 'id van de organisatie' },
      output: {
        value: 'BESTAND',
        description: 'waar het formulier komt; zonder deze optie formulier-METING-ORGANISATIE.xlsx',
      },
      rapport: { value: 'MAP', description: 'map van het rapport; zonder deze optie het rapport dat op / staat' },
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    },
    examples: ['npm run form -- --rapport voorbeeld --meting 2026-najaar --organisatie modelstad'],
  },
  async ({ norm, meting, organisatie, output: file, rapport, data }, output) => {
    if (!meting || !organisatie) throw new UsageError('geef --meting en --organisatie');
    settleEdits(data, output.err);
    const folder = readData(data);
    const found = findReport(folder, rapport);
    function refusal(reason: string): number {
      output.err(`${reason}\nEr is niets geschreven.`);
      return 1;
    }
    if ('refused' in found) return refusal(found.refused);
    const version =
      norm ||
      found.report.norms.findLast(({ rounds }) => rounds.some(({ id }) => id === meting))?.version ||
      found.report.norms.at(-1)?.version ||
      '';
    const subject = formSubject(found.report, { norm: version, meting, organisatie });
    if ('refused' in subject) return refusal(subject.refused.join('\n'));
    const rows = formRows(folder, subject);
    const tooLong = textsTooLong(rows);
    if (tooLong.length > 0) return refusal(tooLong.join('\n'));
    const target = file || `formulier-${meting}-${organisatie}.xlsx`;
    if (!writeNewFile(target, await writeWorkbook(rows)))
      return refusal(`${target} bestaat al; kies een andere naam met --output, of haal het eerst weg`);
    output.out(`geschreven: ${target}, met ${subject.ambitions.length} punten.`);
    output.out(
      `Klaar met invullen? Lees het in met: npm run import -- ${[target, ...(data === 'data' ? [] : ['--data', data])].map(shellWord).join(' ')}`,
    );
    return 0;
  },
);
