import type { UserConfig } from '@11ty/eleventy';
import { fieldMarkdown } from './markdown.ts';

/** A line in which nothing can be markup: most texts are, and need no parser. */
const PLAIN = /^\p{L}[\p{L}\p{N} ,.;:'’‘()?%/-]*$/u;

/** Eleventy plugin: what templates may do with a text beside printing it. */
const filters = (config: UserConfig): void => {
  const fields = fieldMarkdown();
  config.addFilter('markdown', (text: string) => (PLAIN.test(text) ? `<p>${text.trimEnd()}</p>\n` : fields.render(text)));
};

export default filters;
