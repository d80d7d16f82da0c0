import { firstDay, lastDay } from '../../model/date.ts';
import type { Norm } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';
import { bundleName, tablesOf } from './downloads.ts';

/** One file in which a dataset can be had. */
export interface DatasetFile {
  readonly name: string;
  readonly title: string;
  /** Media type, as IANA registers it. */
  readonly type: string;
  /** The word for it in the European list of file types. */
  readonly format: string;
  readonly address: string;
}

/** What catalogues say of a report's data. */
export interface DatasetFacts {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly page: string;
  /** Newest date in the data, as `YYYY-MM-DD`; null where there is none. */
  readonly modified: string | null;
  readonly files: readonly DatasetFile[];
}

/** Words under which a report is found: those that its editors chose, what every report is, and its region. */
export function datasetKeywords({ report: { data } }: ReportContext): string[] {
  return [...new Set([...data.keywords, 'norm', 'voortgang', data.region])];
}

const XLSX = { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', format: 'XLSX' };
const ZIP = { type: 'application/zip', format: 'ZIP' };

/** Of days as `YYYY-MM-DD`. */
function newest(days: readonly string[]): string | null {
  return days.toSorted().at(-1) ?? null;
}

function daysOf({ adopted, rounds }: Norm): string[] {
  return [
    ...(adopted === null ? [] : [firstDay(adopted)]),
    ...rounds.flatMap(({ date, published, corrections }) => [
      firstDay(date),
      ...(published === null ? [] : [lastDay(published)]),
      ...corrections.map((each) => firstDay(each.date)),
    ]),
  ];
}

/** The data of a whole report, and that of each norm apart. */
export function datasets(context: ReportContext): DatasetFacts[] {
  const { data } = context.report;
  const base = `${context.settings.address}${context.at.data}`;
  function file(name: string, title: string, kind: { type: string; format: string }): DatasetFile {
    return {
      name,
      title,
      ...kind,
      address: `${base}${name}`,
    };
  }
  function bundles(version: string | null): DatasetFile[] {
    return [
      file(`${bundleName(version)}.xlsx`, 'Alle tabellen in één werkmap', XLSX),
      file(`${bundleName(version)}.zip`, 'Alle tabellen als CSV, met beschrijving', ZIP),
    ];
  }
  return [
    {
      id: `${base}#dataset`,
      title: `${data.title}: resultaten en cijfers`,
      description: `Resultaten per organisatie, punt en meting, en de cijfers die daaruit volgen, van het rapport ‘${data.title}’. Regio: ${data.region}.`,
      page: base,
      modified: newest([
        ...data.norms.flatMap(daysOf),
        ...data.documents.flatMap(({ date }) => (date === null ? [] : [firstDay(date)])),
      ]),
      files: [
        ...tablesOf(context.report).map(({ name }) =>
          file(`${name}.csv`, `De tabel ${name}`, { type: 'text/csv', format: 'CSV' }),
        ),
        file('rapport.json', 'Alles, met de normen zelf', { type: 'application/json', format: 'JSON' }),
        ...bundles(null),
      ],
    },
    ...data.norms.map((norm) => ({
      id: `${base}#dataset-${bundleName(norm.version)}`,
      title: `${norm.title} ${norm.version}: resultaten en cijfers`,
      description: `De resultaten en cijfers van norm ${norm.version} van ${data.title}, apart. Regio: ${data.region}.`,
      page: base,
      modified: newest(daysOf(norm)),
      files: bundles(norm.version),
    })),
  ];
}

/**
 * The data of a report as schema.org describes a dataset, for within the page: no `<` can end the element around it.
 * Null for what is made up, which should not be found as data.
 */
export function datasetJsonLd(context: ReportContext): string | null {
  const {
    report: { data },
    settings,
  } = context;
  const [whole] = datasets(context);
  if (data.fictional || !whole) return null;
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': whole.id,
    name: whole.title,
    description: whole.description,
    url: whole.page,
    inLanguage: 'nl',
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    isAccessibleForFree: true,
    keywords: datasetKeywords(context),
    ...(whole.modified === null ? {} : { dateModified: whole.modified }),
    spatialCoverage: data.region,
    creator: {
      '@type': 'Organization',
      name: settings.publisher,
      url: `${settings.address}/over/`,
      email: settings.contact,
    },
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      name: `Open data van ${settings.title}`,
      url: `${settings.address}${context.at.data}`,
    },
    distribution: whole.files.map(({ title, type, address }) => ({
      '@type': 'DataDownload',
      name: title,
      encodingFormat: type,
      contentUrl: address,
    })),
  }).replace(/</g, '\\u003c');
}
