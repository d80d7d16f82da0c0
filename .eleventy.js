// Where templates are and how they are read; plugins and the report come in through scripts/site/write.ts.
export default (config) => {
  config.setUseGitIgnore(false);
  return {
    dir: { input: 'content', includes: '_includes', data: '_data' },
    templateFormats: ['njk', 'md'],
    // Texts of editors and writers are never run as a template.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
};
