import { articleMarkdown, fieldMarkdown } from './markdown.ts';
import { Safe, type Filters } from './templates/runtime.ts';
import type { StatusView } from './views/status.ts';

/** A line in which nothing can be markup: most texts are, and need no parser. */
const PLAIN = /^\p{L}[\p{L}\p{N} ,.;:'’‘()?%/-]*$/u;

/** A status as symbol and text. Constant texts only, so there is nothing to escape. */
function statusHtml({ name, symbol, text }: StatusView): string {
  return `<span class="status status-${name}"><span class="status-symbol" aria-hidden="true">${symbol}</span> ${text}</span>`;
}

/** What templates of this site may do with a value beside what all may. */
export function siteFilters(): Filters {
  const [fields, articles] = [fieldMarkdown(), articleMarkdown()];
  return {
    markdown: (text: string) => new Safe(PLAIN.test(text) ? `<p>${text.trimEnd()}</p>\n` : fields.render(text)),
    article: (text: string) => new Safe(articles.render(text)),
    status: (status: StatusView) => new Safe(statusHtml(status)),
  };
}
