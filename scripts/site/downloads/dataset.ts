import { firstDay, lastDay } from '../../model/date.ts';
import type { Norm } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';
import { bundleName, tablesOf } from './downloads.ts';

/** One downloadable file of a dataset. */
interface DatasetFile {
  readonly name: string;
  readonly title: string;
  /** IANA media type. */
  readonly type: string;
  /** Its term in the European list of file types. */
  readonly format: string;
  readonly address: string;
}

/** A report's data as described in catalogues. */
interface DatasetFacts {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly page: string;
  /** Newest date in the data, as `YYYY-MM-DD`; null where there is none. */
  readonly modified: string | null;
  readonly files: readonly DatasetFile[];
}

/** Keywords of a report: those that its editors chose, those of every report, and its region. */
function datasetKeywords({ report: { data } }: ReportContext): string[] {
  return [...new Set([...data.keywords, 'norm', 'voortgang', data.region])];
}

const XLSX = { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', format: 'XLSX' };
const ZIP = { type: 'application/zip', format: 'ZIP' };

/** The newest of days in the form `YYYY-MM-DD`. */
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

/** The data of the whole report, and that of each norm separately. */
function datasets(context: ReportContext): DatasetFacts[] {
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
 * The data of a report as a schema.org dataset, safe within a `<script>`: `<` is escaped. Null for a made-up report,
 * which should not be found as data.
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

const TOOI = 'https://identifier.overheid.nl/tooi/id/';
const EU = 'http://publications.europa.eu/resource/authority/';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
};

/**
 * Justice and public safety in the European list; crime, and public order and safety, in that of the Dutch government.
 */
const THEMES = [
  `${EU}data-theme/JUST`,
  'http://standaarden.overheid.nl/owms/terms/Criminaliteit',
  'http://standaarden.overheid.nl/owms/terms/Openbare_orde_en_veiligheid',
];

const LICENCE = 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl';

function ref(id: string) {
  return { '@id': id };
}
function dutch(text: string) {
  return { '@value': text, '@language': 'nl' };
}

/**
 * The publisher of the site: one of the organisations, by its own code, or else the page that says who publishes the
 * site.
 */
function publisherOf({ settings, report: { data } }: ReportContext) {
  const own = data.organisations.find(({ name }) => name === settings.publisher);
  return {
    '@id': own?.tooi ? `${TOOI}${own.tooi}` : `${settings.address}/over/#uitgever`,
    '@type': 'foaf:Agent',
    'foaf:name': dutch(settings.publisher),
  };
}

function contactOf({ settings }: ReportContext) {
  return {
    '@type': 'vcard:Kind',
    'vcard:fn': dutch(settings.publisher),
    'vcard:hasEmail': ref(`mailto:${settings.contact}`),
    'vcard:hasURL': ref(`${settings.address}/over/`),
  };
}

function distribution(page: string, { title, type, format, address }: DatasetFile) {
  return {
    '@id': `${address}#distributie`,
    '@type': 'dcat:Distribution',
    'dct:title': dutch(title),
    'dcat:accessURL': ref(page),
    'dcat:downloadURL': ref(address),
    'dct:license': ref(LICENCE),
    'dct:format': ref(`${EU}file-type/${format}`),
    'dcat:mediaType': ref(`https://www.iana.org/assignments/media-types/${type}`),
    'dct:language': ref(`${EU}language/NLD`),
  };
}

function dataset(context: ReportContext, { id, title, description, page, modified, files }: DatasetFacts) {
  return {
    '@id': id,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': dutch(title),
    'dct:description': dutch(description),
    'dct:accessRights': ref(`${EU}access-right/PUBLIC`),
    'dct:publisher': ref(publisherOf(context)['@id']),
    'dct:creator': ref(publisherOf(context)['@id']),
    'dcat:contactPoint': contactOf(context),
    'dcat:theme': THEMES.map(ref),
    'dcat:keyword': datasetKeywords(context).map(dutch),
    'dcat:landingPage': ref(page),
    'dct:language': ref(`${EU}language/NLD`),
    ...(modified === null ? {} : { 'dct:modified': { '@value': modified, '@type': 'xsd:date' } }),
    // The organisations that it is about; they did not publish it.
    'dct:subject': context.report.data.organisations.flatMap(({ tooi }) =>
      tooi === null ? [] : [ref(`${TOOI}${tooi}`)],
    ),
    'dcat:distribution': files.map((file) => distribution(page, file)),
  };
}

/** A DCAT-AP-NL 3.0 catalogue of the data of one report, in JSON-LD. Refers to no remote context. */
export function catalogue(context: ReportContext): string {
  const {
    settings,
    report: { data },
  } = context;
  const publisher = publisherOf(context);
  return `${JSON.stringify(
    {
      '@context': CONTEXT,
      '@graph': [
        {
          '@id': `${settings.address}${context.at.data}catalogus.jsonld#catalogus`,
          '@type': 'dcat:Catalog',
          'dct:title': dutch(`Open data van ${settings.title}`),
          'dct:description': dutch(`De gegevens waarop ${settings.title} rust, in open formaten.`),
          'dct:publisher': ref(publisher['@id']),
          'dcat:contactPoint': contactOf(context),
          'dct:language': ref(`${EU}language/NLD`),
          'dct:license': ref(LICENCE),
          'foaf:homepage': ref(`${settings.address}/`),
          'dcat:themeTaxonomy': ref(`${EU}data-theme`),
          'dcat:dataset': datasets(context).map((facts) => dataset(context, facts)),
        },
        publisher,
        ...data.organisations.flatMap(({ tooi, name }) =>
          tooi === null || name === settings.publisher
            ? []
            : [{ '@id': `${TOOI}${tooi}`, '@type': 'foaf:Agent', 'foaf:name': dutch(name) }],
        ),
      ],
    },
    null,
    1,
  )}\n`;
}
