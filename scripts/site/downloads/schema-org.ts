import type { ReportContext } from '../context.ts';
import { datasetKeywords, datasets } from './dataset.ts';

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
