import { amount } from '../../format/sentence.ts';
import type { ReportContext } from '../context.ts';
import { metadataName } from '../downloads/table.ts';
import { datasetJsonLd } from '../downloads/dataset.ts';
import { bundleName, openFile, tablesOf } from '../downloads/downloads.ts';
import { OPEN_COLUMNS } from '../downloads/open-table.ts';
import { PageItem } from '../page-item.ts';
import { link } from '../views/link.ts';

/** The published files of a report, with their columns. */
function dataView(context: ReportContext) {
  const { data } = context.report;
  function file(name: string): string {
    return `${context.to.data}${name}`;
  }
  function bundle(version: string | null) {
    const [workbook, archive] = [`${bundleName(version)}.xlsx`, `${bundleName(version)}.zip`];
    return { workbook: link(workbook, file(workbook)), archive: link(archive, file(archive)) };
  }
  const tables = tablesOf(context.report);
  const open = context.norms.filter(({ latestWithCells }) => latestWithCells !== null);
  return {
    open: open.map(({ norm }) => link(`open.csv van norm ${norm.version}`, openFile(context.to, norm))),
    described: [
      ...tables.map(({ name, columns }) => ({ name, columns, file: `${name}.csv` })),
      ...(open.length > 0 ? [{ name: 'open', columns: OPEN_COLUMNS, file: 'open.csv' }] : []),
    ],
    title: data.title,
    fictional: data.fictional,
    method: context.to.method,
    recalculate: context.to.recalculate,
    tables: tables.map(({ name, rows }) => ({
      name,
      file: `${name}.csv`,
      href: file(`${name}.csv`),
      size: amount(rows.length, 'regel', 'regels'),
      metadata: link(metadataName(name), file(metadataName(name))),
    })),
    editions: data.editions.length === 0 ? null : link('Edities', context.to.editions),
    whole: bundle(null),
    norms: data.norms.map(({ version }) => ({ name: `Norm ${version}`, ...bundle(version) })),
    json: link('rapport.json', file('rapport.json')),
    schema: link('rapport.schema.json', file('rapport.schema.json')),
    catalogue: data.fictional ? null : link('catalogus.jsonld', file('catalogus.jsonld')),
  };
}

/** The page about the published files. */
export function dataPages(context: ReportContext): PageItem[] {
  return [
    new PageItem(context, { address: context.at.data, parent: context.at.home, jsonLd: datasetJsonLd(context) }, () =>
      dataView(context),
    ),
  ];
}

/** Addresses of the files and of the script that recompute the figures. */
function recalculateView(context: ReportContext) {
  return {
    data: context.to.data,
    back: context.to.recalculate,
    run: context.to.recalculation,
    method: context.to.method,
    address: `${context.settings.address}${context.at.data}`,
  };
}

/** How to check the figures, with a button to do so. Loads no script. */
export function recalculatePages(context: ReportContext): PageItem[] {
  return [
    new PageItem(context, { address: context.at.recalculate, parent: context.at.data }, () => recalculateView(context)),
  ];
}

/** The page behind that button. It loads the script, since the reader asked for it. */
export function recalculationPages(context: ReportContext): PageItem[] {
  return [
    new PageItem(context, { address: context.at.recalculation, parent: context.at.recalculate }, () =>
      recalculateView(context),
    ),
  ];
}
