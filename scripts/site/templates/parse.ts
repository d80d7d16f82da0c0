import { createRequire } from 'node:module';
import { TemplateFault } from '../../cli/system-error.ts';
import type { TemplateNode } from './node.ts';

interface Parser {
  parse(
    text: string,
    extensions: readonly never[],
    options: { readonly trimBlocks: boolean; readonly lstripBlocks: boolean },
  ): TemplateNode;
}

/** The Nunjucks of Eleventy itself, so that there is one. */
const parser = createRequire(import.meta.resolve('@11ty/eleventy'))('nunjucks/src/parser.js') as Parser;

/** A template as Nunjucks reads it. A line with only a tag leaves no empty line behind. Throws a TemplateFault on a mistake in its syntax. */
export function parseTemplate(text: string, name: string): TemplateNode {
  try {
    return parser.parse(text, [], { trimBlocks: true, lstripBlocks: true });
  } catch (fault) {
    const {
      lineno = 0,
      colno = 0,
      message,
    } = fault as { readonly lineno?: number; readonly colno?: number; readonly message: string };
    throw new TemplateFault(`${name}:${lineno}:${colno}: Nunjucks kan dit niet lezen: ${message}`);
  }
}
