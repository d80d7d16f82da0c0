// The table of contents of the site: the data and filters that templates in content/ get, and what happens to their
// pages. The plugins are in scripts/site/. Add your own filters, shortcodes, collections and plugins below them, as
// Eleventy's documentation describes.
import path from 'node:path';
import { isPacked, program } from './scripts/cli/bundle.js';

const content = isPacked ? 'content' : path.relative('.', path.join(import.meta.dirname, 'content'));

/** The folders and languages of templates; a project that uses this program as a plugin exports this too. */
export const config = {
  dir: { input: content, includes: '_includes', data: '_data' },
  templateFormats: ['njk', 'md'],
  markdownTemplateEngine: 'njk',
  htmlTemplateEngine: false,
};

export default async function normrapport(config) {
  const { openSite, ...plugins } = await program(config);
  const site = await openSite(config);

  // Templates: Nunjucks and Markdown, with filters for Markdown fields and dates.
  config.addPlugin(plugins.nunjucks);
  config.addPlugin(plugins.markdown);
  config.addPlugin(plugins.dates);

  // In a project that uses this program as a plugin: the program's pages, except those that the project replaces.
  await config.addPlugin(plugins.packedPages, site);

  // Data: `site` and `pages.<type>`, from the report.
  config.addPlugin(plugins.siteData, site);

  // Collections: `collections.pages`, for menus, breadcrumbs and lists.
  config.addPlugin(plugins.pageCollection, site);

  // Before the pages: files with open data, and the assets of pages.
  config.addPlugin(plugins.openData, site);
  config.addPlugin(plugins.assets, site);
  config.addPlugin(plugins.licences, site);

  // Transforms of each page: links to the glossary; then the search index; then the pictures of charts; with --los,
  // addresses that work from disk.
  config.addPlugin(plugins.glossaryLinks, { ...site, address: '/begrippen/' });
  config.addPlugin(plugins.search, {
    ...site,
    glossary: '/begrippen/',
    manual: '/redactie/',
    alphabet: '/a-z/',
  });
  config.addPlugin(plugins.charts, site);
  config.addPlugin(plugins.loosePages, site);

  // After all pages: the lists of all files. Sequential, since one plugin's event handlers need the files of another's.
  config.setEventEmitterMode('sequential');
  config.addPlugin(plugins.fileLists, site);

  config.setUseGitIgnore(false);
  return { pathPrefix: site.base };
}
