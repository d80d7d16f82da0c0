import type { UserConfig } from '@11ty/eleventy';
import { MANIFEST, manifestOf, manifestText } from '../io/manifest.ts';
import { writeFiles } from '../io/output.ts';
import { chartTables, downloadsOf, openFiles, organisationTables } from './downloads/downloads.ts';
import { editionFiles } from './downloads/edition.ts';
import { openDataArchives, openDataFiles } from './downloads/open-data.ts';
import { headersFile } from './headers/static-hosts.ts';
import { licenceTexts } from './pages/licences.ts';
import { redirectFiles } from './published-addresses.ts';
import type { SiteRun } from './run.ts';
import type { TemplateSiteData } from './site-data.ts';

/** Eleventy plugin: the open data files of each report, and the tables of each chart and organisation. */
export function openData(config: UserConfig, { shared, reports, part, isLast }: SiteRun): void {
  config.on('eleventy.before', ({ outputMode, directories }) => {
    if (outputMode !== 'fs' || !shared) return;
    shared.progress('bestanden met open data schrijven');
    for (const each of reports) {
      writeFiles(directories.output, [
        ...downloadsOf(each.report),
        ...chartTables(each),
        ...organisationTables(each),
        ...openFiles(each),
        ...openDataFiles(each),
      ]);
      for (const edition of each.report.data.editions)
        writeFiles(directories.output, editionFiles(edition, each.at.edition(edition.id).slice(1)));
      shared.charts.pack(openDataArchives(each), directories.output);
    }
    shared.progress(`pagina’s schrijven${part}`);
  });
  config.on('eleventy.after', async ({ outputMode }) => {
    if (outputMode === 'fs' && isLast) await shared?.charts.packed();
  });
}

/** Eleventy plugin: the filter `asset`, which links to a file of content/assets/, and those files themselves. */
export function assets(config: UserConfig, { assets: { files }, isLast }: SiteRun): void {
  config.addFilter('asset', function (this: { readonly ctx: { readonly site: TemplateSiteData } }, name: string) {
    return this.ctx.site.assets.link(name);
  });
  config.on('eleventy.before', ({ outputMode, directories }) => {
    if (outputMode === 'fs' && isLast) writeFiles(directories.output, files);
  });
}

/** Eleventy plugin: the full texts of the licences. */
export function licences(config: UserConfig, { isLast }: SiteRun): void {
  config.on('eleventy.before', ({ outputMode, directories }) => {
    if (outputMode === 'fs' && isLast) writeFiles(directories.output, [licenceTexts()]);
  });
}

/**
 * Eleventy plugin: the list of all files of the site, and the headers that a server sends with each; so it comes last.
 */
export function fileLists(config: UserConfig, { site, redirects, shared, isLast }: SiteRun): void {
  config.on('eleventy.after', async ({ outputMode, directories }) => {
    if (outputMode !== 'fs' || !shared || !isLast) return;
    writeFiles(directories.output, redirectFiles(redirects, site.settings.address));
    const published = manifestOf(directories.output);
    writeFiles(directories.output, [
      { path: MANIFEST, content: manifestText(published) },
      headersFile(site.settings, [...published.map(({ path }) => path), MANIFEST]),
    ]);
    await shared.done();
  });
}
