import type { UserConfig } from '@11ty/eleventy';
import { articleMarkdown, fieldMarkdown } from './markdown.ts';
import type { StatusView } from './views/status.ts';

/** A line in which nothing can be markup: most texts are, and need no parser. */
const PLAIN = /^\p{L}[\p{L}\p{N} ,.;:'’‘()?%/-]*$/u;

/** A status as symbol and text. Constant texts only, so there is nothing to escape. */
const statusHtml = ({ name, symbol, text }: StatusView): string =>
  `<span class="status status-${name}"><span class="status-symbol" aria-hidden="true">${symbol}</span> ${text}</span>`;

/**
 * Eleventy plugin: what templates may do with a value beside printing it. Added to Nunjucks itself, since Eleventy wraps
 * its own filters in a benchmark that prints.
 */
export const filters = (config: UserConfig): void => {
  const [fields, articles] = [fieldMarkdown(), articleMarkdown()];
  config.on('eleventy.engine.njk', ({ nunjucks, environment }) => {
    const add = <Value>(name: string, html: (value: Value) => string) =>
      environment.addFilter(name, (value: Value) => new nunjucks.runtime.SafeString(html(value)));
    add('markdown', (text: string) => (PLAIN.test(text) ? `<p>${text.trimEnd()}</p>\n` : fields.render(text)));
    add('article', (text: string) => articles.render(text));
    add('status', statusHtml);
  });
};
