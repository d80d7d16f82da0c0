import type { UserConfig } from '@11ty/eleventy';
import { fieldMarkdown } from './markdown.ts';

/** Eleventy plugin: what templates may do with a text beside printing it. */
const filters = (config: UserConfig): void => {
  const fields = fieldMarkdown();
  config.addFilter('markdown', (text: string) => fields.render(text));
};

export default filters;
