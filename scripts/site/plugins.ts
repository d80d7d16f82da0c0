// What .eleventy.js registers, one line each.
export { assets, fileLists, licences, openData } from './files.ts';
export { charts } from './charts/plugin.ts';
export { dates, nunjucks } from './nunjucks.ts';
export { glossaryLinks } from './glossary.ts';
export { loosePages } from './loose.ts';
export { markdown } from './markdown.ts';
export { openForEleventy as openSite } from './open-site.ts';
export { packedPages } from './packed-pages.ts';
export { pageCollection } from './page-collection.ts';
export { search } from './search.ts';
export { siteData } from './site-data.ts';
