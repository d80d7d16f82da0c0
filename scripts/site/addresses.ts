/**
 * Addresses of a report's pages, relative to the base of the site; permanent. `path` is the report's own: `/`, or
 * `/id/`.
 */
export function reportAddresses(path: string) {
  return {
    home: path,
    norm: (version: string) => `${path}norm/${version}/`,
    theme: (version: string, id: string) => `${path}norm/${version}/thema/${id}/`,
    ambition: (version: string, id: string) => `${path}norm/${version}/punt/${id}/`,
    round: (version: string, id: string) => `${path}norm/${version}/meting/${id}/`,
    sorting: (version: string) => `${path}norm/${version}/sorteren/`,
    open: (version: string) => `${path}norm/${version}/open/`,
    openSorting: (version: string) => `${path}norm/${version}/open/sorteren/`,
    organisation: (id: string) => `${path}organisatie/${id}/`,
    sheet: (id: string) => `${path}organisatie/${id}/a4/`,
    comparison: (from: string, to: string) => `${path}vergelijking/${from}-${to}/`,
    relatedNorms: `${path}andere-normen/`,
    documents: `${path}documenten/`,
    document: (id: string) => `${path}documenten/${id}/`,
    chart: (id: string) => `${path}grafiek/${id}/`,
    interactiveChart: `${path}grafiek/interactief/`,
    data: `${path}data/`,
    recalculate: `${path}data/narekenen/`,
    recalculation: `${path}data/narekenen/uitvoeren/`,
    method: `${path}methode/`,
    editions: `${path}editie/`,
    edition: (id: string) => `${path}editie/${id}/`,
    editionRound: (id: string, version: string, round: string) =>
      `${path}editie/${id}/norm/${version}/meting/${round}/`,
    editionChart: (id: string, chart: string) => `${path}editie/${id}/grafiek/${chart}/`,
  };
}

export type ReportAddresses = ReturnType<typeof reportAddresses>;

/** Prefix of every address in a link: the path of the site's base address, without a trailing slash. */
export function prefixOf(base: string): string {
  return new URL(base).pathname.replace(/\/$/, '');
}

/** The same addresses as links. */
export function withPrefix(prefix: string, path: string): ReportAddresses {
  return reportAddresses(`${prefix}${path}`);
}

/** A file of the site that no template makes. `path` is relative to its root, without a leading slash. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
