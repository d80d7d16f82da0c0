import fs from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { errorChain, TemplateError } from '../cli/system-error.ts';
import { inProject } from '../io/project.ts';

/** A template as on disk; its lines are counted from the first of the file, from 1. */
interface TemplateSource {
  readonly file: string;
  readonly text: string;
  /** Number of lines of its front matter: Nunjucks counts from there. */
  readonly before: number;
}

interface TemplatePlace {
  readonly line: number;
  readonly column: number;
}

/** One kind of mistake: how Nunjucks words it, where in a template it can be, and what it means. */
interface Mistake {
  readonly worded: RegExp;
  readonly placeIn: (
    source: TemplateSource,
    found: RegExpExecArray,
    reported: TemplatePlace | null,
  ) => TemplatePlace | null;
  /** `reason`: what was thrown, if not by Nunjucks itself. */
  readonly say: (found: RegExpExecArray, reason: string) => string;
}

const INCLUDES = '_includes';

/**
 * A template by the name that Eleventy or Nunjucks gives it: relative to the working directory, or to the includes
 * folder.
 */
function readSource(name: string, content: string): TemplateSource | null {
  const found = [path.resolve(name), path.join(content, INCLUDES, name)].find((each) =>
    fs.statSync(each, { throwIfNoEntry: false })?.isFile(),
  );
  if (!found) return null;
  const text = fs.readFileSync(found, 'utf8');
  const front = /^---[^\n]*\n(?:[^]*?\n)?---[^\n]*\n/.exec(text)?.[0] ?? '';
  return { file: path.relative(path.dirname(content), found), text, before: front.split('\n').length - 1 };
}

/**
 * A template with everything it extends, includes and imports: Nunjucks names the first, even for a mistake in another.
 */
function withParts(
  source: TemplateSource | null,
  content: string,
  known: readonly TemplateSource[] = [],
): readonly TemplateSource[] {
  if (!source || known.some(({ file }) => file === source.file)) return known;
  return [...source.text.matchAll(/\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']/g)].reduce<
    readonly TemplateSource[]
  >((all, [, name]) => withParts(readSource(name!, content), content, all), [...known, source]);
}

function placeOf(text: string, index: number): TemplatePlace {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

function lineOf({ text }: TemplateSource, { line }: TemplatePlace): string {
  return text.split('\n')[line - 1] ?? '';
}

/** Where a pattern first occurs in a template, outside its front matter. */
function firstPlace({ text, before }: TemplateSource, pattern: RegExp): TemplatePlace | null {
  const found = [...text.matchAll(new RegExp(pattern, 'g'))]
    .map(({ index }) => placeOf(text, index))
    .find(({ line }) => line > before);
  return found ?? null;
}

/** The place that Nunjucks reports, if this template has something of that kind there. */
function placeIfThere(source: TemplateSource, reported: TemplatePlace | null, pattern: RegExp): TemplatePlace | null {
  if (!reported) return null;
  const place = { line: reported.line + source.before, column: reported.column };
  return pattern.test(lineOf(source, place).slice(place.column - 1)) ? place : null;
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const BLOCKS = /\{#[^]*?#\}|\{%-?\s*(?:(block|if|for|macro|call|filter|raw|verbatim)\b|end(\w+))/g;

/** The first tag that opens a block that is not closed, or closes one that is not open; with the name of the block. */
function unbalanced({
  text,
  before,
}: TemplateSource): (TemplatePlace & { readonly open: string; readonly isOpen: boolean }) | null {
  const open: (TemplatePlace & { readonly open: string; readonly isOpen: true })[] = [];
  for (const { 1: opens, 2: closes, index } of text.matchAll(BLOCKS)) {
    const place = placeOf(text, index);
    if (place.line <= before || (!opens && !closes)) continue;
    if (opens) open.push({ ...place, open: opens, isOpen: true });
    else if (open.at(-1)?.open === closes) open.pop();
    else if (closes !== 'set') return open.at(-1) ?? { ...place, open: closes!, isOpen: false };
  }
  return open.at(-1) ?? null;
}

const MISTAKES: readonly Mistake[] = [
  {
    worded: /attempted to output null or undefined value/,
    placeIn: (source, _, reported) => placeIfThere(source, reported, /^\{\{/),
    say: () => 'hier is niets om te tonen; staat de naam er goed?',
  },
  {
    worded: /Unable to call `([^`]+)`/,
    placeIn: (source, [, name = '']) =>
      firstPlace(source, new RegExp(`(?<!macro )\\b${quoted(lastName(name))}\\s*\\(`)),
    say: ([, name = '']) =>
      `"${lastName(name)}" kan niet worden aangeroepen; staat de naam er goed, en is er een {% from %} of {% import %}?`,
  },
  {
    worded: /filter not found: (\S+)/,
    placeIn: (source, [, name = '']) => firstPlace(source, new RegExp(`\\|\\s*${quoted(name)}\\b`)),
    say: ([, name]) => `er is geen filter "${name}"; een eigen filter komt in .eleventy.js, met addFilter`,
  },
  {
    worded: /Error in Nunjucks Filter `([^`]+)`/,
    placeIn: (source, [, name = '']) => firstPlace(source, new RegExp(`\\|\\s*${quoted(name)}\\b`)),
    say: ([, name], reason) =>
      `het filter "${name}" kan niets met wat het hier krijgt (${reason}); staat de naam ervoor goed?`,
  },
  {
    worded: /template not found: (\S+)/,
    placeIn: (source, [, name = '']) => firstPlace(source, new RegExp(`["']${quoted(name)}["']`)),
    say: ([, name]) => `er is geen sjabloon "${name}" in content/${INCLUDES}`,
  },
  {
    worded: /unknown block tag: (\w+)/,
    placeIn: (source, [, name], reported) => placeIfThere(source, reported, new RegExp(`^[\\s-]*${name}`)),
    say: ([, name]) => `{% ${name} %} bestaat niet; een eigen tag komt in .eleventy.js, met addShortcode`,
  },
];

/** `parts["figure"]` or `figure`: the name in Nunjucks's message, without its prefix. */
function lastName(name: string): string {
  return /(\w+)\W*$/.exec(name)?.[1] ?? name;
}

function reportedPlace(message: string): TemplatePlace | null {
  const [, line, column] = /\[Line (\d+), Column (\d+)\]/.exec(message) ?? [];
  return line === undefined ? null : { line: Number(line), column: Number(column) };
}

/** Whether Nunjucks threw it, rather than something that a template calls. */
function isOfNunjucks({ stack = '' }: Error): boolean {
  return /^ +at .*[\\/]nunjucks[\\/]/m.exec(stack)?.index === /^ +at /m.exec(stack)?.index;
}

/** A mistake found by Nunjucks. The last template that its message names is usually the nearest. */
function nunjucksMistake({ message }: Error, cause: Error, content: string): string | null {
  const named = [...message.matchAll(/^\s*\(([^()\n]+)\)/gm)].map(([, file]) => file!).toReversed();
  const sources = named.reduce<readonly TemplateSource[]>(
    (known, file) => withParts(readSource(file, content), content, known),
    [],
  );
  if (sources.length === 0) return null;
  if (/end of file|unknown block tag: end/.test(message)) {
    for (const source of sources) {
      const tag = unbalanced(source);
      if (tag)
        return sentence(
          source,
          tag,
          tag.isOpen
            ? `dit wordt niet afgesloten; zet er {% end${tag.open} %} achter`
            : `hier wordt afgesloten wat niet open is; haal {% end${tag.open} %} weg`,
        );
    }
  }
  for (const { worded, placeIn, say } of MISTAKES) {
    const found = worded.exec(message);
    if (!found) continue;
    for (const source of sources) {
      const place = placeIn(source, found, reportedPlace(message));
      if (place) return sentence(source, place, say(found, cause.message));
    }
    return `${sources[0]!.file}: ${say(found, cause.message)}`;
  }
  if (!isOfNunjucks(cause)) return null;
  const place = reportedPlace(message);
  const [source] = sources as [TemplateSource];
  const what = `Nunjucks kan dit niet lezen: ${message
    .split('\n')
    .at(-1)!
    .trim()
    .replace(/^Error: /, '')}`;
  return place ? sentence(source, { ...place, line: place.line + source.before }, what) : `${source.file}: ${what}`;
}

/** The place, what is wrong, and the line itself from shortly before that place. */
function sentence(source: TemplateSource, place: TemplatePlace, what: string): string {
  const from = Math.max(0, place.column - 1 - 30);
  const line = lineOf(source, place)
    .slice(from, from + 100)
    .trim();
  return `${source.file}:${place.line}:${place.column}: ${what}\n  ${from > 0 ? '…' : ''}${line}`;
}

interface YamlError extends Error {
  readonly reason?: string;
  readonly mark?: { readonly line: number; readonly column: number };
}

/** A mistake in front matter, or in what a template asks of Eleventy. */
function eleventyMistake(chain: readonly Error[], content: string): string | null {
  const all = chain.map(({ message }) => message).join('\n');
  const file = /(?:\.\/)?([\w./-]+\.(?:njk|md))/.exec(all)?.[1];
  const source = file === undefined ? null : readSource(file, content);
  if (!source) return null;
  const { mark, reason, message } = chain.at(-1) as YamlError;
  if (mark)
    return `${source.file}:${mark.line + 1}:${mark.column + 1}: de kop is geen goede YAML: ${reason ?? message}`;
  const data = /went looking for: (\S+)/.exec(message)?.[1];
  if (data !== undefined) {
    const place = firstPlace({ ...source, before: 0 }, /\bpagination\b/) ?? { line: 1, column: 1 };
    return sentence(source, place, `er zijn geen gegevens "${data}" om pagina’s van te maken`);
  }
  const layout = /layout that does not exist: (\S+)/.exec(message)?.[1];
  if (layout !== undefined) {
    const place = firstPlace({ ...source, before: 0 }, /\blayout\b/) ?? { line: 1, column: 1 };
    return sentence(source, place, `er is geen layout ${path.basename(layout)} in content/${INCLUDES}`);
  }
  if (message.startsWith('Output conflict'))
    return `${[...message.matchAll(/^ +\d+\. (?:\.\/)?(.*)$/gm)].map(([, each]) => each).join(' en ')} hebben hetzelfde adres; geef een van beide bovenaan een andere permalink`;
  if (all.includes('Error in the data schema')) return `${source.file}: ${message}`;
  const place = frontMatterPlace(source, chain.at(-1)!);
  return place ? sentence(source, place, `de kop klopt niet: ${message}`) : null;
}

/** Where in JavaScript front matter an error is; null if it is elsewhere. */
function frontMatterPlace({ text, before }: TemplateSource, { stack = '' }: Error): TemplatePlace | null {
  if (!text.startsWith('---js\n')) return null;
  const code = text
    .split('\n')
    .slice(1, before - 1)
    .join('\n');
  try {
    new Script(`(${code}\n)`, { filename: 'front-matter' });
  } catch (error) {
    const [, line, column = ''] = /^front-matter:(\d+)\n(?:[^\n]*\n( *)\^)?/.exec((error as Error).stack ?? '') ?? [];
    return { line: Number(line) + 1, column: Math.max(1, column.length + (line === '1' ? 0 : 1)) };
  }
  // Within it, as gray-matter runs it: one line below its own first.
  const [, line, column] = /gray-matter.*<anonymous>:(\d+):(\d+)\)/.exec(stack) ?? [];
  return line === undefined ? null : { line: Number(line), column: Number(column) };
}

/** For example an error of the disk while a page was written. */
function isOfSystem({ code }: NodeJS.ErrnoException): boolean {
  return /^E[A-Z]+$/.test(code ?? '');
}

/**
 * What is wrong in a template, in a few lines for its author; the error itself if it is not about a template.
 * `content`: the folder with the template.
 */
export function asTemplateError(error: unknown, content = inProject('content')): unknown {
  const chain = errorChain(error);
  if (chain.length === 0 || chain.some((each) => each instanceof TemplateError || isOfSystem(each))) return error;
  const nunjucks = chain.find(({ name }) => name === 'Template render error');
  const said = nunjucks ? nunjucksMistake(nunjucks, chain.at(-1)!, content) : eleventyMistake(chain, content);
  return said === null ? error : new TemplateError(said);
}
