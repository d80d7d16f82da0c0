import type { UserConfig } from '@11ty/eleventy';

/** Eleventy plugin: the libraries of the interactive chart come from this site, in the versions that drew the pictures. */
export default (config: UserConfig): void => {
  for (const name of ['vega', 'vega-lite', 'vega-embed']) {
    config.addPassthroughCopy({ [`node_modules/${name}/build/${name}.min.js`]: `assets/vega/${name}.min.js` });
  }
};
