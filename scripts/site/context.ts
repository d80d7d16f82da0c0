import type { NormFigures } from '../compute/norm.ts';
import type { Report } from '../compute/report.ts';
import type { Organisation } from '../model/organisation.ts';
import type { FindOrigin } from '../model/problem.ts';
import type { SiteSettings } from '../model/report.ts';
import type { PublicDocument } from '../model/source.ts';
import type { SiteReport } from '../report.ts';
import { prefixOf, reportAddresses, withPrefix, type ReportAddresses } from './addresses.ts';
import type { AssetLinks } from './assets.ts';
import { normContext, type NormContext } from './norm-context.ts';

/** The site, and how its pages find one another. */
export interface SiteContext {
  readonly settings: SiteSettings;
  readonly reports: readonly ReportContext[];
  /** The report at `/`, or else the first. */
  readonly main: ReportContext | null;
  readonly assets: AssetLinks;
  /** An address as a link. */
  readonly href: (address: string) => string;
}

/** One report, with what its pages look up in it. */
export interface ReportContext {
  readonly report: Report;
  /** Its title, with its region where it is made up. */
  readonly name: string;
  readonly settings: SiteSettings;
  /** Addresses, from the site's base. */
  readonly at: ReportAddresses;
  /** The same as links. */
  readonly to: ReportAddresses;
  readonly norms: readonly NormContext[];
  readonly norm: (version: string) => NormContext | undefined;
  readonly organisation: (id: string) => Organisation;
  readonly document: (id: string) => PublicDocument | undefined;
  /** Where each place is in the repository of the data. */
  readonly origin: FindOrigin;
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]) {
  return new Map(items.map((item) => [item.id, item]));
}

function reportContext(report: Report, settings: SiteSettings, origin: FindOrigin): ReportContext {
  const { data } = report;
  const organisations = byId(data.organisations);
  const documents = byId(data.documents);
  const norms = report.norms.map((figures: NormFigures) => normContext(figures, report));
  const versions = new Map(norms.map((norm) => [norm.norm.version, norm]));
  return {
    report,
    name: data.fictional ? `${data.title} (verzonnen regio ${data.region})` : data.title,
    settings,
    at: reportAddresses(data.path),
    to: withPrefix(prefixOf(settings.address), data.path),
    norms,
    norm: (version) => versions.get(version),
    organisation: (id) => {
      const organisation = organisations.get(id);
      if (!organisation) throw new Error(`unknown organisation ${id}`);
      return organisation;
    },
    document: (id) => documents.get(id),
    origin,
  };
}

/** The whole site, made once for every time it is written. `assets`: what its pages load. */
export function siteContext({ settings, reports, origin }: SiteReport, assets: AssetLinks): SiteContext {
  const prefix = prefixOf(settings.address);
  const contexts = reports.map((report) => reportContext(report, settings, origin));
  return {
    settings,
    reports: contexts,
    main: contexts.find(({ report }) => report.data.path === '/') ?? contexts[0] ?? null,
    assets,
    href: (address) => `${prefix}${address}`,
  };
}
