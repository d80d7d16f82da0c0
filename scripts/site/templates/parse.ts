import { createRequire } from 'node:module';
import type { TemplateNode } from './node.ts';

interface Parser {
  parse(text: string, extensions: readonly never[], options: { readonly trimBlocks: boolean; readonly lstripBlocks: boolean }): TemplateNode;
}

/** The Nunjucks of Eleventy itself, so that there is one. */
const parser = createRequire(import.meta.resolve('@11ty/eleventy'))('nunjucks/src/parser.js') as Parser;

/** A template as Nunjucks reads it. A line with only a tag leaves no empty line behind. Throws on a mistake in its syntax. */
export const parseTemplate = (text: string): TemplateNode => parser.parse(text, [], { trimBlocks: true, lstripBlocks: true });
