// What .eleventy.js registers, each a line there.
export { assets } from './assets.ts';
export { charts } from './picture-marks.ts';
export { dates, nunjucks } from './nunjucks.ts';
export { fileLists, openData } from './published.ts';
export { glossaryLinks } from './glossary.ts';
export { licences } from './pages/licences.ts';
export { markdown } from './markdown.ts';
export { openForEleventy as openSite } from './open-site.ts';
export { pageCollection } from './page-collection.ts';
export { search } from './search-index.ts';
export { siteData } from './site-data.ts';
