import type { ReportContext } from '../context.ts';
import { datasetKeywords, datasets, type DatasetFacts, type DatasetFile } from './dataset.ts';

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

/** Justice and public safety in the European list; crime, and public order and safety, in that of the Dutch government. */
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

/** Who publishes the site: one of the organisations, by its own code, or else by the page that says who it is. */
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
    // About whom it is; they have no part in publishing it.
    'dct:subject': context.report.data.organisations.flatMap(({ tooi }) =>
      tooi === null ? [] : [ref(`${TOOI}${tooi}`)],
    ),
    'dcat:distribution': files.map((file) => distribution(page, file)),
  };
}

/** A catalogue of the data of one report, by DCAT-AP-NL 3.0, in JSON-LD. Asks for no context from elsewhere. */
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
