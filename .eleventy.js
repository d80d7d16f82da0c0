// Wiring only: one plugin per concern. The report itself comes in through scripts/site/write.ts.
import filters from './scripts/site/filters.ts';
import markdown from './scripts/site/markdown.ts';

export default (config) => {
  config.setUseGitIgnore(false);
  config.setNunjucksEnvironmentOptions({ autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });
  config.addPlugin(filters);
  config.addPlugin(markdown);
  return {
    dir: { input: 'content', includes: '_includes', data: '_data' },
    templateFormats: ['njk', 'md'],
    // Texts of editors and writers are never run as a template.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
};
