import fs from 'node:fs';
import path from 'node:path';
import Eleventy from '@11ty/eleventy';

/**
 * What Eleventy alone takes for as many pages of the same size, from one trivial template without a layout: no program
 * that uses it can be faster. `project` is a new folder; seconds.
 */
export const measureFloor = async (project: string, pages: number, bytes: number): Promise<number> => {
  const input = path.join(project, 'in');
  fs.mkdirSync(input, { recursive: true });
  fs.writeFileSync(path.join(input, 'pages.njk'), [
    '---', 'pagination: {data: pages, size: 1, alias: entry}', 'permalink: "{{ entry }}/index.html"', '---', '<!doctype html><title>{{ entry }}</title><p>{{ text }}</p>', '',
  ].join('\n'));
  fs.writeFileSync(path.join(project, 'config.js'), 'export default () => ({});\n');
  const here = process.cwd();
  process.chdir(project);
  try {
    const eleventy = new Eleventy('in', 'out', {
      configPath: 'config.js',
      quietMode: true,
      config: (config) => {
        config.addGlobalData('pages', Array.from({ length: pages }, (_, page) => `page-${page}`));
        config.addGlobalData('text', 'x'.repeat(Math.max(0, bytes - 60)));
      },
    });
    eleventy.disableLogger();
    const start = performance.now();
    await eleventy.write();
    return (performance.now() - start) / 1000;
  } finally {
    process.chdir(here);
  }
};
