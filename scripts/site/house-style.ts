import { createHash } from 'node:crypto';
import { urlsIn } from '../contract/house-style/css.ts';
import { drawingInDataUrl, formatOfFile, MEDIA_FORMATS, parseDataUrl } from '../model/media.ts';
import type { SiteSettings } from '../model/report.ts';
import type { SourceFile, SourceFolder } from '../model/tree.ts';
import type { SiteFile } from './site-file.ts';

/** The picture that goes with a shared link. */
export const SOCIAL_CARD = '/assets/kaart.png';

/** Of the pictures and fonts of a house style, whose names hold a hash of their content. */
export const HOUSE_STYLE_MEDIA = 'assets/huisstijl/';

/**
 * The style sheet and logo that site.yaml names, as they were read: their names, sizes and contents were checked then.
 * Pictures and fonts of the style sheet, which it names or holds as `data:`, become files of their own: the policy of the
 * site allows no other, and a page does not wait for them.
 */
export function houseStyleFiles(
  { stylesheet, logo }: Pick<SiteSettings, 'stylesheet' | 'logo'>,
  { files }: SourceFolder,
): SiteFile[] {
  const textsByName = new Map(files.map(({ path, text }) => [path, text]));
  const [sheet, drawing] = [stylesheet, logo].map((name) => (name === null ? undefined : textsByName.get(name)));
  return [
    ...(sheet === undefined ? [] : styleSheetFiles(sheet, files)),
    ...(drawing === undefined ? [] : [{ path: 'assets/logo.svg', content: drawing }]),
  ];
}

function styleSheetFiles(css: string, files: readonly SourceFile[]): SiteFile[] {
  const media = new Map<string, SiteFile>();
  let [content, at] = ['', 0];
  for (const { start, end, url } of urlsIn(css)) {
    const file = mediaFile(url, files);
    if (!file) continue;
    media.set(file.path, file);
    content += `${css.slice(at, start)}url("${file.path.replace('assets/', '')}")`;
    at = end;
  }
  return [{ path: 'assets/huisstijl.css', content: content + css.slice(at) }, ...media.values()];
}

/** What an address in the style sheet names, as a file of the site; null where it names none. */
function mediaFile(url: string, files: readonly SourceFile[]): SiteFile | null {
  const drawing = drawingInDataUrl(url);
  if (drawing !== null) return named('beeld', 'svg', drawing);
  const data = parseDataUrl(url);
  if (data) {
    const format = MEDIA_FORMATS.find(({ types }) => types.includes(data.type))!;
    return named(format.isFont ? 'letter' : 'beeld', format.extensions[0]!, Buffer.from(data.base64, 'base64'));
  }
  const file = files.find(({ path }) => path === url);
  if (!file) return null;
  const dot = url.lastIndexOf('.');
  const content = formatOfFile(url) ? Buffer.from(file.text, 'base64') : file.text;
  return named(url.slice(0, dot), url.slice(dot + 1), content);
}

function named(name: string, extension: string, content: string | Uint8Array): SiteFile {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return { path: `${HOUSE_STYLE_MEDIA}${name}.${hash}.${extension}`, content };
}
