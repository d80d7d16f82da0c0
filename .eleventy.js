// The table of contents of the site: what its templates in content/ are given, and what becomes of their pages. The
// plugins are in scripts/site/. Your own filters, shortcodes, collections and plugins go below them, in any way that
// Eleventy's documentation says.
import path from 'node:path';
import { isPacked, program } from './scripts/cli/bundle.js';

const content = isPacked ? 'content' : path.relative('.', path.join(import.meta.dirname, 'content'));

/** Where Eleventy finds what; a project that has this program as a plugin exports it too. */
export const config = {
  dir: { input: content, includes: '_includes', data: '_data' },
  templateFormats: ['njk', 'md'],
  markdownTemplateEngine: 'njk',
  htmlTemplateEngine: false,
};

export default async function normrapport(config) {
  const { openSite, ...plugins } = await program(config);
  const site = await openSite(config);

  // Templates: Nunjucks and Markdown, with filters for texts and dates.
  config.addPlugin(plugins.nunjucks);
  config.addPlugin(plugins.markdown);
  config.addPlugin(plugins.dates);

  // In a project that has this program as a plugin: its pages, save those that stand there too.
  await config.addPlugin(plugins.packedPages, site);

  // Data: `site` and `pages.<type>`, from the report.
  config.addPlugin(plugins.siteData, site);

  // Collections: `collections.pages`, for menus, breadcrumbs and lists.
  config.addPlugin(plugins.pageCollection, site);

  // Before the pages: files with open data, and what pages load.
  config.addPlugin(plugins.openData, site);
  config.addPlugin(plugins.assets, site);
  config.addPlugin(plugins.licences, site);

  // Transforms of each page: links to the glossary; then what readers search in; then the pictures of charts; with
  // --los, addresses that work from disk.
  config.addPlugin(plugins.glossaryLinks, { ...site, address: '/begrippen/' });
  config.addPlugin(plugins.search, {
    ...site,
    glossary: '/begrippen/',
    manual: '/redactie/',
    alphabet: '/a-z/',
  });
  config.addPlugin(plugins.charts, site);
  config.addPlugin(plugins.loosePages, site);

  // After all pages: the lists of all files. Plugins do what they do before and after a build one after another.
  config.setEventEmitterMode('sequential');
  config.addPlugin(plugins.fileLists, site);

  config.setUseGitIgnore(false);
  return { pathPrefix: site.base };
}
