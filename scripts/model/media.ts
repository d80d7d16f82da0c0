/** An image or font format that a house style may use, in a file next to site.yaml or in a `data:` URL. */
export interface MediaFormat {
  /** File extensions; the first is the one that the site uses. */
  readonly extensions: readonly string[];
  /** Media types in `data:` URLs. */
  readonly types: readonly string[];
  /** First bytes of every such file, in base64. */
  readonly begin: string;
  readonly isFont: boolean;
}

export const MEDIA_FORMATS: readonly MediaFormat[] = [
  { extensions: ['png'], types: ['image/png'], begin: 'iVBORw0KGg', isFont: false },
  { extensions: ['jpg', 'jpeg'], types: ['image/jpeg', 'image/jpg'], begin: '/9j/', isFont: false },
  { extensions: ['gif'], types: ['image/gif'], begin: 'R0lGOD', isFont: false },
  { extensions: ['webp'], types: ['image/webp'], begin: 'UklGR', isFont: false },
  { extensions: ['woff2'], types: ['font/woff2', 'application/font-woff2'], begin: 'd09GMg', isFont: true },
  { extensions: ['woff'], types: ['font/woff', 'application/font-woff'], begin: 'd09GR', isFont: true },
  { extensions: ['ttf'], types: ['font/ttf', 'application/x-font-ttf'], begin: 'AAEAA', isFont: true },
  { extensions: ['otf'], types: ['font/otf', 'font/opentype', 'application/x-font-otf'], begin: 'T1RUT', isFont: true },
];

/** Format according to a file's extension; undefined if it is not a supported one. */
export function formatOfFile(name: string): MediaFormat | undefined {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return MEDIA_FORMATS.find(({ extensions }) => extensions.includes(extension));
}

/** The SVG in a `data:` URL, as text; null if there is none, or if it cannot be decoded. */
export function drawingInDataUrl(url: string): string | null {
  const [, settings, written] = /^data:image\/svg\+xml((?:;[\w-]+(?:=[\w-]+)?)*),([^#]*)$/i.exec(url) ?? [];
  if (settings === undefined || !/^(?:;(?:charset=)?utf-?8)?(?:;base64)?$/i.test(settings)) return null;
  try {
    if (!/;base64$/i.test(settings)) return decodeURIComponent(written!);
    const bytes = Uint8Array.from(atob(written!), (byte) => byte.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Type and data of a base64 `data:` URL of any type, without white space; null if it is not one. */
export function parseDataUrl(url: string): { readonly type: string; readonly base64: string } | null {
  const [, type, base64] =
    /^data:([\w.+-]+\/[\w.+-]+)(?:;charset=[\w-]+)?;base64,([A-Za-z0-9+/\s]+={0,2}\s*)$/i.exec(url) ?? [];
  return type === undefined ? null : { type: type.toLowerCase(), base64: base64!.replace(/\s+/g, '') };
}
