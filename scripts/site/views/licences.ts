import type { SiteContext } from '../context.ts';
import { LICENCE_TEXTS, shippedParts } from '../licences.ts';

/** Work of others that is published with the site, and where its licences are. */
export function licencesView(site: SiteContext) {
  return {
    parts: shippedParts().map(({ title, files, packages }) => ({
      title,
      files,
      packages: [...new Map(packages.map((each) => [`${each.name} ${each.version}`, each])).values()].map(
        ({ name, version, licence }) => ({ name, version, licence }),
      ),
    })),
    texts: site.href(`/${LICENCE_TEXTS}`),
  };
}
