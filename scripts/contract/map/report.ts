import type { Norm } from '../../model/norm.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReportData, SiteSettings } from '../../model/report.ts';
import type { PublicDocument } from '../../model/source.ts';
import type { CheckedFile } from '../../model/tree.ts';
import type { AuthoredDocuments } from '../files/documents.ts';
import type { AuthoredOrganisations } from '../files/organisations.ts';
import type { AuthoredReport } from '../files/report.ts';
import type { AuthoredSite } from '../files/site.ts';
import { placesOf } from '../tree.ts';
import { DOCUMENT_KIND, ORGANISATION_KIND } from '../words.ts';
import type { SourceReader } from './sources.ts';

/** site.yaml as the program knows it. */
export function mapSettings(authored: AuthoredSite, source: CheckedFile): SiteSettings {
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
    stylesheet: authored.huisstijl ?? null,
    logo: authored.logo ?? null,
    at: placesOf(source, ['beveiliging'], { security: 'verloopt' }),
  };
}

export function mapOrganisations(authored: AuthoredOrganisations): Organisation[] {
  return (authored.organisaties ?? []).map((each) => ({
    id: each.id,
    name: each.naam,
    shortName: each.korte_naam,
    kind: ORGANISATION_KIND[each.soort],
    tooi: each.tooi ?? null,
  }));
}

/** The public documents; of the others nothing goes further. */
export function mapDocuments(
  authored: AuthoredDocuments,
  source: CheckedFile,
  sources: SourceReader,
): PublicDocument[] {
  return (authored.documenten ?? []).flatMap((each, index): PublicDocument[] =>
    !each.openbaar
      ? []
      : [
          {
            id: each.id,
            title: each.titel,
            kind: DOCUMENT_KIND[each.soort],
            date: each.datum ?? null,
            publisher: each.uitgever,
            registrationNumber: each.registratienummer ?? null,
            url: each.url ?? null,
            refersTo: sources.read(each.verwijst_naar, source, ['documenten', index, 'verwijst_naar']),
            attachments: (each.bijlagen ?? []).map(({ titel, edocs, url }) => ({
              title: titel,
              edocs: edocs ?? null,
              url: url ?? null,
            })),
          },
        ],
  );
}

/** rapport.yaml, with all that belongs to it, as the program knows it. `own` null: it could not be read. */
export function mapReport(
  { id, path }: { readonly id: string; readonly path: string },
  own: { readonly value: AuthoredReport; readonly source: CheckedFile } | null,
  sources: SourceReader,
  parts: {
    readonly organisations: readonly Organisation[];
    readonly documents: readonly PublicDocument[];
    readonly norms: readonly Norm[];
  },
): ReportData {
  return {
    id,
    path,
    title: own?.value.titel ?? id,
    region: own?.value.regio ?? id,
    summary: own?.value.samenvatting ?? '',
    fictional: own?.value.fictief ?? false,
    relatedNorms: (own?.value.verwante_normen ?? []).map((norm, index) => ({
      name: norm.naam,
      region: norm.regio,
      explanation: norm.toelichting,
      sources: sources.read(norm.bron, own!.source, ['verwante_normen', index, 'bron']),
    })),
    ...parts,
  };
}
