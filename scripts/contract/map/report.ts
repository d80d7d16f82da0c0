import type { Edition } from '../../model/edition.ts';
import type { Norm } from '../../model/norm.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReportData, SiteSettings } from '../../model/report.ts';
import type { PublicDocument, Source } from '../../model/source.ts';
import type { CheckedFile } from '../../model/tree.ts';
import type { AuthoredDocuments, AuthoredOrganisations, AuthoredReport } from '../files/report.ts';
import type { AuthoredSite, AuthoredTerms } from '../files/site.ts';
import type { ReadFile } from '../read-file.ts';
import { type Path, placesOf } from '../tree.ts';
import { DOCUMENT_KIND, ORGANISATION_KIND } from '../words.ts';

type AuthoredDocument = AuthoredDocuments['documenten'][number];

/** Turns document ids into sources. Ids of documents that are not public go no further than this. */
export class SourceReader {
  readonly #documents: ReadonlyMap<string, AuthoredDocument>;

  constructor({ documenten }: AuthoredDocuments) {
    this.#documents = new Map(documenten.map((document) => [document.id, document]));
  }

  /**
   * Returns the sources at `path` of a file, which has one id or a list of ids there. Leaves out unknown ids, which
   * have been reported.
   */
  read(authored: string | readonly string[] | undefined, { isDoubtful }: CheckedFile, path: Path): Source[] {
    const isList = Array.isArray(authored);
    const ids: readonly string[] = isList ? authored : authored === undefined ? [] : [authored as string];
    return ids.flatMap((id, index): Source[] => {
      const document = isDoubtful(isList ? [...path, index] : path) ? undefined : this.#documents.get(id);
      return document ? [document.openbaar ? { public: true, document: id } : { public: false }] : [];
    });
  }
}

/** Maps site.yaml to the model, with the terms of begrippen.yaml where that is there and can be relied on. */
export function mapSettings(authored: AuthoredSite, source: CheckedFile, own: AuthoredTerms | null): SiteSettings {
  return {
    title: authored.titel,
    address: authored.adres,
    publisher: authored.uitgever,
    contact: authored.contact,
    repository: authored.repository ?? null,
    security: authored.beveiliging
      ? { contact: authored.beveiliging.contact, expires: authored.beveiliging.verloopt }
      : null,
    accessibility: authored.toegankelijkheid
      ? {
          status: authored.toegankelijkheid.status,
          date: authored.toegankelijkheid.datum,
          statement: authored.toegankelijkheid.verklaring ?? null,
        }
      : null,
    official: authored.officieel ?? false,
    stylesheet: authored.huisstijl ?? null,
    logo: authored.logo ?? null,
    terms: (own?.begrippen ?? []).map(({ id, term, uitleg, zie = [], vormen = [] }) => ({
      id,
      term,
      explanation: uitleg,
      see: zie,
      forms: vormen,
    })),
    at: placesOf(source, ['beveiliging'], { security: 'verloopt' }),
  };
}

export function mapOrganisations(authored: AuthoredOrganisations, source: CheckedFile): Organisation[] {
  return authored.organisaties.map((each, index) => ({
    id: each.id,
    name: each.naam,
    shortName: each.korte_naam,
    kind: ORGANISATION_KIND[each.soort],
    tooi: each.tooi ?? null,
    at: placesOf(source, ['organisaties', index], { id: 'id', kind: 'soort' }),
  }));
}

/** Maps the public documents; nothing about the others goes further. */
export function mapDocuments(
  authored: AuthoredDocuments,
  source: CheckedFile,
  sources: SourceReader,
): PublicDocument[] {
  return authored.documenten.flatMap((each, index): PublicDocument[] =>
    !each.openbaar
      ? []
      : [
          {
            id: each.id,
            title: each.titel ?? null,
            kind: DOCUMENT_KIND[each.soort],
            date: each.datum ?? null,
            publisher: each.uitgever ?? null,
            registrationNumber: each.registratienummer ?? null,
            department: each.afdeling ?? null,
            portfolioHolder: each.portefeuillehouder ?? null,
            addressees: each.ter_kennisname_aan ?? [],
            url: each.url ?? null,
            refersTo: sources.read(each.verwijst_naar, source, ['documenten', index, 'verwijst_naar']),
            attachments: (each.bijlagen ?? []).map(({ titel, edocs, url }) => ({
              title: titel,
              edocs: edocs ?? null,
              url: url ?? null,
            })),
            at: placesOf(source, ['documenten', index], { id: 'id' }),
          },
        ],
  );
}

/** Maps rapport.yaml and everything that belongs to it to the model. */
export function mapReport(
  { id, path }: { readonly id: string; readonly path: string },
  own: ReadFile<AuthoredReport>,
  sources: SourceReader,
  organisations: CheckedFile,
  parts: {
    readonly organisations: readonly Organisation[];
    readonly documents: readonly PublicDocument[];
    readonly norms: readonly Norm[];
    readonly editions: readonly Edition[];
  },
): ReportData {
  const { titel, regio, samenvatting, trefwoorden, fictief, verwante_normen } = own.value;
  return {
    id,
    path,
    title: titel,
    region: regio,
    summary: samenvatting,
    keywords: trefwoorden ?? [],
    fictional: fictief ?? false,
    relatedNorms: (verwante_normen ?? []).map((norm, index) => ({
      name: norm.naam,
      region: norm.regio,
      explanation: norm.toelichting,
      sources: sources.read(norm.bron, own, ['verwante_normen', index, 'bron']),
    })),
    ...parts,
    start: placesOf(own, [], {}).start,
    at: placesOf(organisations, [], { organisations: 'organisaties' }),
  };
}
