import type { UserConfig } from '@11ty/eleventy';
import MarkdownIt from 'markdown-it';

function isExternal(href: string): boolean {
  return /^(https?:)?\/\//i.test(href);
}

/** No raw HTML, no `javascript:` or `data:` address, nothing that is fetched from elsewhere. */
function plainMarkdown(): InstanceType<typeof MarkdownIt> {
  const markdown = new MarkdownIt({ html: false, linkify: false }).disable('image');
  const isSafe = markdown.validateLink;
  markdown.validateLink = (url) => isSafe(url) && !/^\s*data:/i.test(url);
  markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    const token = tokens[index]!;
    if (isExternal(String(token.attrGet('href') ?? ''))) token.attrSet('rel', 'external');
    return self.renderToken(tokens, index, options);
  };
  return markdown;
}

/** For one field of a record: it stands under a heading of the page, so it has no headings or tables of its own. */
function fieldMarkdown(): InstanceType<typeof MarkdownIt> {
  return plainMarkdown().disable(['heading', 'lheading', 'table', 'hr']);
}

/** For the editors' manual: with its own pictures, which are fetched when a reader comes near. */
export function manualMarkdown(): InstanceType<typeof MarkdownIt> {
  const markdown = plainMarkdown().enable('image');
  const image = markdown.renderer.rules.image!;
  markdown.renderer.rules.image = (tokens, index, ...rest) => {
    tokens[index]!.attrSet('loading', 'lazy');
    return image(tokens, index, ...rest);
  };
  return markdown;
}

/** A line in which nothing can be markup: most texts are, and need no parser. */
const PLAIN = /^\p{L}[\p{L}\p{N} ,.;:'’‘()?%/-]*$/u;

/** One for all that a process makes: Eleventy never lets go of a library that it was given. */
const PAGES = plainMarkdown();

/**
 * Eleventy plugin: how Markdown pages are read, and the filter `markdown` for a text of an editor; behind that stands
 * `| safe`.
 */
export function markdown(config: UserConfig): void {
  const fields = fieldMarkdown();
  config.setLibrary('md', PAGES);
  config.addFilter('markdown', (text: string) =>
    PLAIN.test(text) ? `<p>${text.trimEnd()}</p>\n` : fields.render(text),
  );
}
