import fs from 'node:fs';
import type { UserConfig } from '@11ty/eleventy';
import { inProject } from '../io/project.ts';
import type { OwnTerm } from '../model/report.ts';
import type { SiteContext } from './context.ts';

/** A term of the glossary that readers may not know, in all its forms. */
interface GlossaryTerm {
  readonly id: string;
  /** Whether it is always capitalised. */
  readonly capital: boolean;
  readonly pattern: RegExp;
}

/** All those terms, and a pattern that tells at once that a text has none, as most have. */
export interface Jargon {
  readonly terms: readonly GlossaryTerm[];
  readonly any: RegExp;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function patternOf(forms: readonly string[]): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\d-])(?:${[...forms]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|')})(?![\\p{L}\\d-])`,
    'giu',
  );
}

const GLOSSARY = inProject('content/pages/begrippen.11tydata.json');

/** A term as in its file. */
interface WrittenTerm {
  readonly id: string;
  readonly term: string;
  readonly uitleg: string;
  readonly zie: readonly string[];
  readonly vormen?: readonly string[];
}

/** All terms of the glossary by id: those of the program, with those of the site beside them or in their place. */
export function readGlossary(own: readonly OwnTerm[]): readonly WrittenTerm[] {
  const { begrippen } = JSON.parse(fs.readFileSync(GLOSSARY, 'utf8')) as { begrippen: WrittenTerm[] };
  const terms = new Map(begrippen.map((term) => [term.id, term]));
  for (const { id, term, explanation, see, forms } of own)
    terms.set(id, { id, term, uitleg: explanation, zie: see, vormen: forms });
  return [...terms.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What the page of the glossary shows. */
export function glossaryView({ settings }: SiteContext) {
  const terms = readGlossary(settings.terms);
  const titles = new Map(terms.map(({ id, term }) => [id, term]));
  return {
    terms: terms.map(({ id, term, uitleg, zie }) => ({
      id,
      term,
      explanation: uitleg,
      see: zie.map((each) => ({ href: `#${each}`, text: titles.get(each)! })),
    })),
  };
}

/** The terms that list the forms in which they are linked (`vormen`); the others are plain enough. */
export function readJargon(own: readonly OwnTerm[]): Jargon {
  const begrippen = readGlossary(own);
  return {
    terms: begrippen.flatMap(({ id, vormen = [] }) =>
      vormen.length === 0
        ? []
        : [{ id, capital: vormen.every((form) => /^\p{Lu}/u.test(form)), pattern: patternOf(vormen) }],
    ),
    any: new RegExp(
      begrippen
        .flatMap(({ vormen = [] }) => vormen)
        .map(escaped)
        .join('|'),
      'i',
    ),
  };
}

/**
 * Elements in which no link is made: they hold one already, are not running text, or hold a name or someone's own
 * words.
 */
const CLOSED = new Set([
  'a',
  'blockquote',
  'button',
  'caption',
  'code',
  'dfn',
  'dt',
  'figure',
  'h1',
  'h2',
  'h3',
  'label',
  'legend',
  'nav',
  'pre',
  'script',
  'summary',
  'svg',
  'table',
  'title',
]);

/** An opening tag, with its name. */
const OPENING = /<([a-z][a-z0-9]*)[^>]*>/g;

const TAGS_OF = new Map([...CLOSED].map((name) => [name, new RegExp(`<(/?)${name}\\b[^>]*>`, 'g')]));

/** Where the element that was opened just before `start` ends; the end of the text if it is not closed. */
function endOf(html: string, name: string, start: number): number {
  const tags = TAGS_OF.get(name)!;
  tags.lastIndex = start;
  let depth = 1;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}

/**
 * The stretches of HTML in which a link is allowed. Skips whole elements in one step, since most of a page is tables
 * and pictures.
 */
function openStretches(html: string): [start: number, end: number][] {
  const stretches: [number, number][] = [];
  let start = 0;
  OPENING.lastIndex = 0;
  for (let tag = OPENING.exec(html); tag; tag = OPENING.exec(html)) {
    if (!CLOSED.has(tag[1]!)) continue;
    stretches.push([start, tag.index]);
    start = endOf(html, tag[1]!, OPENING.lastIndex);
    OPENING.lastIndex = start;
  }
  return [...stretches, [start, html.length]];
}

const TAG = /(<[^>]*>)/;

/** Links the first use of each term to the glossary. `address`: of the glossary. */
export function linkTerms(html: string, { terms, any }: Jargon, address: string): string {
  const waiting = new Set(terms);
  let linked = '';
  let done = 0;
  for (const [start, end] of openStretches(html)) {
    const stretch = html.slice(start, end);
    linked += html.slice(done, start);
    linked += any.test(stretch)
      ? stretch
          .split(TAG)
          .map((part) => (part.startsWith('<') || !any.test(part) ? part : withLinks(part, waiting, address)))
          .join('')
      : stretch;
    done = end;
  }
  return linked;
}

/**
 * A capital within a sentence makes a word part of a name, as in "Werkgroep Weerbaar Ruigland", unless the term
 * always has one.
 */
function isInName(word: string, before: string, { capital }: GlossaryTerm): boolean {
  return !capital && /^\p{Lu}/u.test(word) && !/(?:^|[.!?:])\s*$/.test(before);
}

function firstUse(text: string, term: GlossaryTerm): RegExpExecArray | undefined {
  return [...text.matchAll(term.pattern)].find((found) => !isInName(found[0], text.slice(0, found.index), term));
}

function withLinks(text: string, waiting: Set<GlossaryTerm>, address: string): string {
  for (const term of waiting) {
    const found = firstUse(text, term);
    if (!found) continue;
    waiting.delete(term);
    const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
    return `${withLinks(before, waiting, address)}<a class="term" href="${address}#${term.id}">${found[0]}</a>${withLinks(after, waiting, address)}`;
  }
  return text;
}

/** Where the content of a page's `<main>` begins and ends; null if it has none. */
export function mainPart(html: string): readonly [start: number, end: number] | null {
  const tag = html.indexOf('<main');
  const [start, end] = [html.indexOf('>', tag) + 1, html.lastIndexOf('</main>')];
  return tag < 0 || end < start ? null : [start, end];
}

/**
 * Eleventy plugin: links the first use of each term that readers may not know to the glossary, on every page but the
 * glossary itself. `address`: of the glossary.
 */
export function glossaryLinks(
  config: UserConfig,
  { site, address }: { readonly site: SiteContext; readonly address: string },
): void {
  const jargon = readJargon(site.settings.terms);
  config.addTransform('glossary', function (content) {
    const { url } = this.page;
    const main = mainPart(content);
    if (typeof url !== 'string' || !url.endsWith('/') || url === address || !main) return content;
    const [start, end] = main;
    const linked = linkTerms(content.slice(start, end), jargon, site.href(address));
    return `${content.slice(0, start)}${linked}${content.slice(end)}`;
  });
}
