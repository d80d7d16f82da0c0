import { dateWhen } from '../../format/date.ts';
import { documentKindText, documentName, documentOrigin } from '../../format/document.ts';
import { capitalized } from '../../format/sentence.ts';
import { adoptedText, organisationNoun } from '../../format/terms.ts';
import type { Norm } from '../../model/norm.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { PublicDocument, Source } from '../../model/source.ts';
import type { NormContext, ReportContext, SiteContext } from '../context.ts';
import { link } from '../views/link.ts';
import { type Feed, type FeedArticle, feedEntry, type FeedEntry, isIn, newestFirst, roundEntries } from './entries.ts';

/** Entries of documents. A document without a date is left out: it cannot have been new on any day. */
function documentEntries(context: ReportContext, keep: (document: PublicDocument) => boolean): FeedEntry[] {
  return context.report.data.documents.filter(keep).flatMap((document) => {
    if (document.date === null) return [];
    const address = `${context.settings.address}${context.at.document(document.id)}`;
    const number = document.registrationNumber === null ? '' : ` Registratienummer: ${document.registrationNumber}.`;
    return [
      feedEntry({
        id: address,
        address,
        date: document.date,
        title: `Document: ${documentName(document)}`,
        paragraphs: [`${capitalized(documentKindText(document.kind))}, ${documentOrigin(document)}.${number}`],
        links: [
          link('Wat op deze site uit dit document komt', address),
          ...(document.url === null ? [] : [link('Het document zelf', document.url)]),
        ],
      }),
    ];
  });
}

function adoptionEntries(
  { settings, at }: ReportContext,
  { version, title, status, adopted, summary }: Norm,
): FeedEntry[] {
  if (adopted === null) return [];
  const address = `${settings.address}${at.norm(version)}`;
  const isAdopted = `${version} is ${adoptedText(status).toLowerCase()}`;
  return [
    feedEntry({
      id: address,
      address,
      date: adopted,
      title: `${title} ${isAdopted}`,
      paragraphs: [`Norm ${isAdopted} ${dateWhen(adopted)}.`],
      markdown: summary,
      links: [link(`Norm ${version}`, address)],
    }),
  ];
}

function idsOf(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => (source.public ? [source.document] : []));
}

/** Documents that a norm rests on in any way, or one organisation's part in it. */
function documentsOf({ norm, figures, index }: NormContext, organisation: string | null): Set<string> {
  return new Set(
    organisation === null
      ? [
          ...idsOf(norm.sources),
          ...figures.rounds.flatMap(({ round, cells }) => [
            ...idsOf(round.sources),
            ...round.reported.flatMap(({ sources }) => idsOf(sources)),
            ...cells.flatMap(({ result }) => idsOf(result.sources)),
          ]),
        ]
      : figures.rounds.flatMap((round) =>
          (index(round).byOrganisation.get(organisation) ?? []).flatMap(({ result }) => idsOf(result.sources)),
        ),
  );
}

function articleEntries({ settings }: SiteContext, articles: readonly FeedArticle[]): FeedEntry[] {
  return articles.map((article) => {
    const { title, description } = article.data;
    const address = `${settings.address}${article.url}`;
    return feedEntry({
      id: address,
      address,
      date: article.date.toISOString().slice(0, 10),
      title,
      paragraphs: [description],
      article,
      links: [link(title, address)],
    });
  });
}

function everything(context: ReportContext): FeedEntry[] {
  return [
    ...context.norms.flatMap((norm) => [...adoptionEntries(context, norm.norm), ...roundEntries(context, norm, null)]),
    ...documentEntries(context, () => true),
  ];
}

type FeedHead = Pick<Feed, 'title' | 'subtitle' | 'address' | 'page'>;

function feedOf({ settings }: Pick<SiteContext, 'settings'>, head: FeedHead, found: readonly FeedEntry[]): Feed {
  const entries = newestFirst(found);
  const [newest] = entries;
  if (!newest) throw new Error(`${head.address}: a feed needs an entry, since it must say when it was last changed`);
  return { ...head, updated: newest.updated, author: { name: settings.publisher, email: settings.contact }, entries };
}

function takesPart({ norm }: NormContext, organisation: Organisation): boolean {
  return norm.participants.some((participant) => participant.organisation === organisation.id);
}

/**
 * Whether these norms, or one organisation in them, have anything with a date. Cheap, since the list of pages asks it
 * for every feed.
 */
export function hasOwnNews(norms: readonly NormContext[], organisation: Organisation | null): boolean {
  return norms.some((norm) =>
    organisation === null
      ? norm.norm.adopted !== null || norm.norm.rounds.length > 0
      : takesPart(norm, organisation) &&
        (norm.norm.adopted !== null || norm.figures.rounds.some((figures) => isIn(norm, figures, organisation))),
  );
}

/** The address of a page's feed. */
export function feedAddress(page: string): string {
  return `${page}feed.xml`;
}

/** News of the whole site: all real reports, and the articles. */
export function siteFeed(site: SiteContext, articles: readonly FeedArticle[]): Feed {
  const real = site.reports.filter(({ report }) => !report.data.fictional);
  const { title, address } = site.settings;
  return feedOf(
    site,
    {
      title,
      subtitle: 'Nieuwe metingen, veranderingen, documenten, correcties en nieuws.',
      address: `${address}${feedAddress('/')}`,
      page: `${address}/`,
    },
    [...real.flatMap(everything), ...articleEntries(site, articles)],
  );
}

/** News of one norm. */
export function normFeed(context: ReportContext, norm: NormContext): Feed {
  const { version, title } = norm.norm;
  const page = `${context.settings.address}${context.at.norm(version)}`;
  const documents = documentsOf(norm, null);
  return feedOf(
    context,
    {
      title: `${title} ${version}`,
      subtitle: `Nieuwe metingen, veranderingen, documenten en correcties van norm ${version}.`,
      address: feedAddress(page),
      page,
    },
    [
      ...adoptionEntries(context, norm.norm),
      ...roundEntries(context, norm, null),
      ...documentEntries(context, ({ id }) => documents.has(id)),
    ],
  );
}

/** News of one organisation, in every norm that it takes part in. */
export function organisationFeed(context: ReportContext, organisation: Organisation): Feed {
  const norms = context.norms.filter((norm) => takesPart(norm, organisation));
  const page = `${context.settings.address}${context.at.organisation(organisation.id)}`;
  const documents = new Set(norms.flatMap((norm) => [...documentsOf(norm, organisation.id)]));
  return feedOf(
    context,
    {
      title: `${organisation.name}: ${context.name}`,
      subtitle: `Nieuwe metingen, veranderingen, documenten en correcties van ${organisationNoun(organisation.name)}.`,
      address: feedAddress(page),
      page,
    },
    [
      ...norms.flatMap((norm) => [
        ...adoptionEntries(context, norm.norm),
        ...roundEntries(context, norm, organisation),
      ]),
      ...documentEntries(context, ({ id, publisher }) => documents.has(id) || publisher === organisation.name),
    ],
  );
}
