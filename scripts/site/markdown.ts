import type { UserConfig } from '@11ty/eleventy';
import MarkdownIt from 'markdown-it';
import { slug } from '../model/slug.ts';

function isExternal(href: string): boolean {
  return /^(https?:)?\/\//i.test(href);
}

/** No raw HTML, no `javascript:` or `data:` addresses, nothing fetched from elsewhere. */
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

/** For one field of a record: it is below a heading of the page, so it has no headings or tables of its own. */
function fieldMarkdown(): InstanceType<typeof MarkdownIt> {
  return plainMarkdown().disable(['heading', 'lheading', 'table', 'hr']);
}

/** For the editors' manual: with pictures, loaded lazily, and headings with an id. */
export function manualMarkdown(): InstanceType<typeof MarkdownIt> {
  const markdown = plainMarkdown().enable('image');
  const image = markdown.renderer.rules.image!;
  markdown.renderer.rules.image = (tokens, index, ...rest) => {
    tokens[index]!.attrSet('loading', 'lazy');
    return image(tokens, index, ...rest);
  };
  markdown.renderer.rules.heading_open = (tokens, index, options, _env, self) => {
    tokens[index]!.attrSet('id', slug(tokens[index + 1]!.content));
    return self.renderToken(tokens, index, options);
  };
  return markdown;
}

/** A line without any markup: most texts are, and need no parser. */
const PLAIN = /^\p{L}[\p{L}\p{N} ,.;:'’‘()?%/-]*$/u;

/** One for the whole process: Eleventy never releases a library that it was given. */
const PAGES = plainMarkdown();

/**
 * Eleventy plugin: how Markdown pages are read, and the filter `markdown` for an editor's text, to be followed by `|
 * safe`.
 */
export function markdown(config: UserConfig): void {
  const fields = fieldMarkdown();
  config.setLibrary('md', PAGES);
  config.addFilter('markdown', (text: string) =>
    PLAIN.test(text) ? `<p>${text.trimEnd()}</p>\n` : fields.render(text),
  );
}
