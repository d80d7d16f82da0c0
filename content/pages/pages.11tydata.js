// Applies to every page in this folder, unless its own front matter says otherwise. Besides `title` a page may have:
//   permalink     its address
//   description   for search engines and previews of shared links
//   order         its place among the pages of the site
//   nav, footer   true, or its name there: it is in the menu, or in the footer of every page
//   crumb         its name in breadcrumbs; `parent`: the address of the page above it
//   listed        false: search, the sitemap and the list of A to Z leave it out
//   script        a file of content/assets/ that it loads; `head`: HTML for <head>
export default {
  layout: 'base.njk',
  // A page of a page type has the address given by the report, which never changes; other pages have that of their file.
  permalink: ({ item, page }) => item?.address ?? `${page.filePathStem.replace(/^\/pages/, '').replace(/\/index$/, '')}/`,
};
