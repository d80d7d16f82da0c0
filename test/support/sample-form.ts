import { findReport, type Plan } from '../../scripts/editing/draft.ts';
import { type FormCell, formRows, writeWorkbook } from '../../scripts/editing/form/write-workbook.ts';
import { importForms } from '../../scripts/editing/form/import-forms.ts';
import type { Sheet } from '../../scripts/editing/form/layout.ts';
import type { SourceFolder } from '../../scripts/model/tree.ts';
import { formSubject } from '../../scripts/editing/form/rows.ts';
import { sample } from './sample.ts';
import { changed, folderOf, type Tree } from './tree.ts';

/** The rows of a form for an organisation of the sample. */
export function rowsFor(tree: Tree, organisatie = 'bedam', meting = 'najaar'): FormCell[][] {
  const folder = folderOf(tree);
  const found = findReport(folder, 'proef');
  if ('refused' in found) throw new Error(found.refused);
  const subject = formSubject(found.report, { norm: '2.0', meting, organisatie });
  if ('refused' in subject) throw new Error(subject.refused.join());
  return formRows(folder, subject);
}

/** The sample without a reported total, which not every set of answers would match. */
export const loose = changed(
  sample,
  'proef/normen/2.0/metingen/najaar/meting.yaml',
  'gerapporteerd:\n  - bereik: totaal\n    percentage: 70\n    bron: brief\n',
  '',
);

/** A form, for Bedam by default: plan in row 10, gesprek 11, training 12, loket 13. */
export function sampleForm(organisatie = 'bedam'): Promise<Uint8Array> {
  return writeWorkbook(rowsFor(loose, organisatie));
}

/** What importing one sheet would do. */
export function importSheet(folder: SourceFolder, sheet: Sheet): Plan {
  return importForms(folder, [{ file: 'form', reading: { sheet, people: [] } }]);
}
