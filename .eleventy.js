// Wiring only: one plugin per concern. The report itself comes in through scripts/site/write.ts.
import filters from './scripts/site/filters.ts';
import manual from './scripts/site/manual.ts';
import markdown from './scripts/site/markdown.ts';
import vegaAssets from './scripts/site/vega-assets.ts';

export default (config) => {
  config.setUseGitIgnore(false);
  config.setNunjucksEnvironmentOptions({ autoescape: true, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });
  config.addPassthroughCopy({ 'content/assets': 'assets' });
  config.addPlugin(filters);
  config.addPlugin(markdown);
  config.addPlugin(manual);
  config.addPlugin(vegaAssets);
  return {
    dir: { input: 'content', includes: '_includes', data: '_data' },
    templateFormats: ['njk', 'md'],
    // Texts of editors and writers are never run as a template.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
};
