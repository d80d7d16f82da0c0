// Applies to every article in this folder; each has its own title, date and description.
function isText(value) {
  return typeof value === 'string' && value.trim() !== '';
}

export default {
  tags: 'nieuws',
  layout: 'article.njk',
  permalink: ({ page }) => `/nieuws/${page.fileSlug}/`,
  parent: '/nieuws/',
  order: 210,
  eleventyDataSchema: ({ title, description, date }) => {
    for (const [name, value] of Object.entries({ title, description }))
      if (!isText(value)) throw new Error(`bovenaan ontbreekt "${name}"`);
    if (!(date instanceof Date)) throw new Error('bovenaan ontbreekt "date"; schrijf date: 2026-11-23');
  },
};
