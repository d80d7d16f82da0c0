// Where templates are and how they are read; plugins and the report come in through scripts/site/write.ts.
export default (config) => {
  config.setUseGitIgnore(false);
  return {
    // The folder itself is given by who runs it, from wherever that is.
    dir: { includes: '_includes', data: '_data' },
    templateFormats: ['njk', 'md'],
    // Texts of editors and writers are never run as a template.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
};
