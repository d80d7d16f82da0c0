import { BODY, type Caption, captionLines, COLOUR, type ColourName, HEADING, kebab } from './style.ts';

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Attributes from Vega that have no effect here, or that our own labels replace. */
const NOISE =
  / (?:class|role|aria-hidden|aria-roledescription|pointer-events|stroke-miterlimit|font-family|xmlns:xlink|version)="[^"]*"| opacity="1"| font-weight="normal"/g;

/** Turns `aria-label` of a mark into a `<title>`, which browsers show as a tooltip. */
function withTitles(svg: string): string {
  return svg.replace(
    /<(path|text|line)((?: [^<>]*?)?) aria-label="([^"]*)"([^<>]*?)(?:\/>|>([^<]*)<\/\1>)/g,
    (_, tag: string, before: string, label: string, after: string, text: string | undefined) =>
      `<${tag}${before}${after}><title>${label}</title>${text ?? ''}</${tag}>`,
  );
}

/** Drops empty groups, and unwraps groups without attributes or with a translation by zero. */
function withoutEmptyGroups(svg: string): string {
  const open: { readonly tag: string; content: string }[] = [{ tag: '', content: '' }];
  for (const piece of svg.split(/(<g(?: [^>]*)?>|<\/g>)/)) {
    if (piece.startsWith('<g')) open.push({ tag: piece, content: '' });
    else if (piece !== '</g>') open.at(-1)!.content += piece;
    else {
      const { tag, content } = open.pop()!;
      const says = tag !== '<g>' && tag !== '<g transform="translate(0,0)">';
      open.at(-1)!.content += content === '' ? '' : says ? `${tag}${content}</g>` : content;
    }
  }
  return open[0]!.content;
}

/** Strips Vega's SVG of everything that has no effect: about a third of its size goes. */
export function cleanSvg(svg: string): string {
  return withoutEmptyGroups(
    withTitles(
      svg
        .replace(/<path class="(?:background|foreground)"[^>]*\/>|<g[^>]*\/>/g, '')
        .replace(NOISE, '')
        .replace(/<text[^>]*><\/text>/g, ''),
    ),
  );
}

function open(svg: string, attributes: string, content: string): string {
  return svg.replace(/^<svg([^>]*)>/, `<svg$1 ${attributes}>${content}`);
}

const PROPERTIES = new Map(
  Object.entries(COLOUR).map(([name, colour]) => [colour as string, `var(--chart-${kebab(name as ColourName)})`]),
);

/** Prepares a cleaned SVG for a page: colours become custom properties. */
export function pageSvg(svg: string): string {
  return svg.replace(/#[0-9a-f]{6}(?=")/g, (colour) => PROPERTIES.get(colour) ?? colour);
}

/**
 * Labels an SVG in a page with the element that has the given id. Null means that it only repeats the text next to it;
 * then it is hidden from assistive technology.
 */
export function namedSvg(svg: string, labelledBy: string | null): string {
  return open(svg, labelledBy === null ? 'aria-hidden="true"' : `role="img" aria-labelledby="${labelledBy}"`, '');
}

const MARGIN = 16;

/** Wraps a cleaned SVG as a standalone file, on white with resolved colours, with its caption above it. */
export function standaloneSvg(svg: string, caption: Caption): string {
  const [, width, height] = /^<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.map(Number);
  const { heading, body } = captionLines(caption, width!);
  let y = MARGIN;
  function line(text: string, { size, line: step }: typeof BODY, bold: string) {
    y += step;
    return `<text x="${MARGIN}" y="${y - step + size}" font-size="${size}"${bold} fill="${COLOUR.text}">${escapeText(text)}</text>`;
  }
  const told = [
    ...heading.map((text) => line(text, HEADING, ' font-weight="bold"')),
    ...body.map((text) => line(text, BODY, '')),
  ].join('');
  const [whole, high] = [width! + 2 * MARGIN, y + 12 + height! + MARGIN];
  const names = `<title id="titel">${escapeText(caption.title)}</title><desc id="uitleg">${escapeText(caption.lines.join(' '))}</desc>`;
  const paper = `<rect width="100%" height="100%" fill="${COLOUR.paper}"/>`;
  const picture = svg.replace(/^<svg/, `<svg x="${MARGIN}" y="${y + 12}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${high}" viewBox="0 0 ${whole} ${high}" font-family="system-ui, sans-serif" role="img" aria-labelledby="titel uitleg">${names}${paper}${told}${picture}</svg>\n`;
}
