import { drawingInDataUrl, formatOfFile, MEDIA_FORMATS, parseDataUrl } from '../../model/media.ts';
import { nearest } from '../../model/suggestion.ts';
import { quoted } from '../fields.ts';
import type { Finding } from './finding.ts';

/** Returns a Dutch message about an address in a style sheet or logo; null if it is allowed. */
export type CheckUrl = (url: string) => string | null;

const PICTURE = 'plaatje (png, jpg, gif of webp)';
const FONT = 'lettertype (woff2, woff, ttf of otf)';

function checkDataUrl(url: string): string | null {
  const data = parseDataUrl(url);
  const format = data && MEDIA_FORMATS.find(({ types }) => types.includes(data.type));
  if (!format) return `in "data:" kan hier alleen een ${PICTURE} of een ${FONT} staan, in base64; zet het zo om`;
  return data.base64.startsWith(format.begin)
    ? null
    : `dit is geen ${format.extensions[0]}, al staat dat ervoor; zet het bestand opnieuw om naar base64`;
}

function checkDrawing(url: string, check: (svg: string) => readonly Finding[]): string | null {
  const drawing = drawingInDataUrl(url);
  if (drawing === null)
    return 'deze tekening in "data:" is niet te lezen; zet haar als bestand naast site.yaml, of schrijf "%23" voor "#"';
  const [first] = check(drawing);
  return first ? `in deze tekening: ${first.message}` : null;
}

/**
 * Checks addresses in the style sheet: images, drawings and fonts in `data:`, or in a file next to it. `check` decides
 * what a drawing may contain.
 */
export function urlOfStyleSheet(files: readonly string[], check: (svg: string) => readonly Finding[]): CheckUrl {
  return (url) => {
    if (/^data:image\/svg/i.test(url)) return checkDrawing(url, check);
    if (/^data:/i.test(url)) return checkDataUrl(url);
    if (files.includes(url)) return null;
    if (/^[\w.-]+$/.test(url) && (formatOfFile(url) || url.endsWith('.svg'))) {
      const meant = nearest(url, files);
      return `het bestand ${quoted(url)} is er niet; ${meant === null ? 'zet het naast site.yaml' : `bedoelde u ${quoted(meant)}?`}`;
    }
    return `de site haalt niets op van elders, dus ${quoted(url)} kan niet; zet het bestand naast site.yaml en noem het zo: url("foto.png")`;
  };
}

/**
 * Checks addresses in the logo: parts of itself, and images and fonts in `data:`. Used as an image, it cannot load
 * anything else.
 */
export function urlOfLogo(url: string): string | null {
  if (/^#[^\s#]+$/.test(url)) return null;
  if (/^data:/i.test(url)) return checkDataUrl(url);
  return `een SVG haalt niets op van elders, dus ${quoted(url)} kan niet; verwijs naar iets in de SVG zelf, zoals "#vorm", of neem het plaatje erin op`;
}
