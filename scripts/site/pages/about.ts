import type { SiteContext } from '../context.ts';
import { link, type Link } from '../views/link.ts';

/** Who makes this site, of what, and how to reach them. */
export function aboutView(site: SiteContext) {
  const { settings, reports } = site;
  function linked(fictional: boolean): Link[] {
    return reports
      .filter(({ report }) => report.data.fictional === fictional)
      .map(({ name, to }) => link(name, to.home));
  }
  return {
    publisher: settings.publisher,
    contact: settings.contact,
    repository: settings.repository,
    byParticipant: settings.official,
    real: linked(false),
    fictional: linked(true),
    documents: site.main?.to.documents ?? null,
    method: site.main?.to.method ?? null,
    data: site.main?.to.data ?? null,
  };
}
