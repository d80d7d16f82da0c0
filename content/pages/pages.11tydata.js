// What holds for every page in this folder, unless its own front matter says otherwise. Beside `title` a page may say:
//   permalink     its address
//   description   for search engines and those who share it
//   order         its place among the pages of the site
//   nav, footer   true, or its name there: it stands in the menu, or at the foot of every page
//   crumb         its name in breadcrumbs; `parent`: the address of the page above it
//   listed        false: search, the sitemap and the list of A to Z leave it out
//   script        a file of content/assets/ that it loads; `head`: HTML for within <head>
export default {
  layout: 'base.njk',
  // A page of a page type has the address that the report gives it, which never changes; any other that of its file.
  permalink: ({ item, page }) => item?.address ?? `${page.filePathStem.replace(/^\/pages/, '').replace(/\/index$/, '')}/`,
};
