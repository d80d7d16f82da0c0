import type { UserConfig } from '@11ty/eleventy';
import { articleMarkdown, fieldMarkdown } from './markdown.ts';

/** A line in which nothing can be markup: most texts are, and need no parser. */
const PLAIN = /^\p{L}[\p{L}\p{N} ,.;:'’‘()?%/-]*$/u;

/** Eleventy plugin: texts of editors and writers as HTML; behind it stands `| safe`. */
export function markdownFilters(config: UserConfig): void {
  const [fields, articles] = [fieldMarkdown(), articleMarkdown()];
  config.addFilter('markdown', (text: string) =>
    PLAIN.test(text) ? `<p>${text.trimEnd()}</p>\n` : fields.render(text),
  );
  config.addFilter('article', (text: string) => articles.render(text));
}
