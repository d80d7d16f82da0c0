import fs from 'node:fs';
import path from 'node:path';
import { findReport } from '../editing/draft.ts';
import { emptyPointRows, POINT_WIDTHS } from '../editing/form/points.ts';
import { formRows, textsTooLong, writePointList, writeWorkbook } from '../editing/form/write-workbook.ts';
import { formSubject, formSubjects, type FormSubject } from '../editing/form/rows.ts';
import { UsageError } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import { writeNewFile } from '../io/binary.ts';
import { readData } from '../io/read.ts';
import { settleEdits } from '../io/write-edits.ts';
import { runCommand } from '../cli/run.ts';

/** Quotes a word where a shell would take it apart. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(text) ? text : `"${text.replace(/["$`\\]/g, '\\$&')}"`;
}

/** A form and the file it is written to. */
interface MadeForm {
  readonly file: string;
  readonly subject: FormSubject;
}

/**
 * Returns the requested forms: for one organisation, or for every organisation with ambitions in the round. Otherwise
 * the reasons for refusal.
 */
function formsOf(
  report: ReportData,
  { norm, meting, organisatie, output }: Readonly<Record<'norm' | 'meting' | 'organisatie' | 'output', string>>,
): readonly MadeForm[] | { readonly refused: readonly string[] } {
  function fileOf(organisation: string): string {
    return `formulier-${meting}-${organisation}.xlsx`;
  }
  const version =
    norm ||
    report.norms.findLast(({ rounds }) => rounds.some(({ id }) => id === meting))?.version ||
    report.norms.at(-1)?.version ||
    '';
  if (organisatie !== '') {
    const subject = formSubject(report, { norm: version, meting, organisatie });
    return 'refused' in subject ? subject : [{ file: output || fileOf(organisatie), subject }];
  }
  const subjects = formSubjects(report, { norm: version, meting });
  return 'refused' in subjects
    ? subjects
    : subjects.map((subject) => ({
        file: path.join(output || `formulieren-${meting}`, fileOf(subject.organisation)),
        subject,
      }));
}

await runCommand(
  {
    name: 'npm run form',
    description:
      'Maakt formulieren voor Excel of LibreOffice, waarin organisaties hun resultaten van een meting invullen.',
    options: {
      norm: { value: 'VERSIE', description: 'versie van de norm; zonder deze optie de norm die deze meting heeft' },
      meting: { value: 'ID', description: 'id van de meting' },
      organisatie: {
        value: 'ID',
        description: 'id van de organisatie; zonder deze optie een formulier voor elke organisatie, in een map',
      },
      punten: { description: 'maakt in plaats daarvan een lege lijst voor de thema’s en ambitiepunten van een norm' },
      output: {
        value: 'PLAATS',
        description:
          'waar het formulier of de map komt; zonder deze optie formulier-METING-ORGANISATIE.xlsx of formulieren-METING',
      },
      rapport: { value: 'MAP', description: 'map van het rapport; zonder deze optie het rapport dat op / staat' },
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    },
    examples: [
      'npm run form -- --rapport voorbeeld --meting 2026-najaar',
      'npm run form -- --rapport voorbeeld --meting 2026-najaar --organisatie voorbeelddam',
      'npm run form -- --punten',
    ],
  },
  async (options, output) => {
    const { rapport, data } = options;
    if (options.punten === 'true') {
      const file = options.output || 'punten.xlsx';
      if (!writeNewFile(file, await writePointList(emptyPointRows(), POINT_WIDTHS))) {
        output.err(`${file} bestaat al; kies een andere plaats met --output\nEr is niets geschreven.`);
        return 1;
      }
      output.out(
        `geschreven: ${file}. Klaar met invullen? Maak er een norm van met: npm run new -- punten ${shellWord(file)} --norm 1.0`,
      );
      return 0;
    }
    if (!options.meting) throw new UsageError('geef --meting');
    if (options.organisatie && options.output && !options.output.toLowerCase().endsWith('.xlsx'))
      throw new UsageError('een formulier is een Excel-bestand; geef bij --output een naam die eindigt op .xlsx');
    settleEdits(data, output.err);
    const folder = readData(data);
    const found = findReport(folder, rapport);
    function refusal(...reasons: readonly string[]): number {
      output.err(`${reasons.join('\n')}\nEr is niets geschreven.`);
      return 1;
    }
    if ('refused' in found) return refusal(found.refused);
    const forms = formsOf(found.report, options);
    if ('refused' in forms) return refusal(...forms.refused);
    const filled = forms.map((form) => ({ ...form, rows: formRows(folder, form.subject) }));
    const tooLong = filled.flatMap(({ file, rows }) =>
      textsTooLong(rows).map((line) => (filled.length === 1 ? line : `${path.basename(file)}, ${line}`)),
    );
    if (tooLong.length > 0) return refusal(...tooLong);
    const there = filled.filter(({ file }) => fs.existsSync(file)).map(({ file }) => file);
    if (there.length > 0)
      return refusal(
        `${there.join(' en ')} ${there.length === 1 ? 'bestaat' : 'bestaan'} al; kies een andere plaats met --output, of haal weg wat er staat`,
      );
    for (const { file, subject, rows } of filled) {
      // Another process may have created it meanwhile.
      if (!writeNewFile(file, await writeWorkbook(rows)))
        return refusal(`${file} bestaat al; kies een andere plaats met --output`);
      output.out(`geschreven: ${file}, met ${subject.ambitions.length} punten.`);
    }
    const back = filled.length === 1 ? filled[0]!.file : path.dirname(filled[0]!.file);
    output.out(
      `Klaar met invullen? Lees ${filled.length === 1 ? 'het' : 'ze'} in met: npm run import -- ${[back, ...(data === 'data' ? [] : ['--data', data])].map(shellWord).join(' ')}`,
    );
    return 0;
  },
);
