import { formatOfFile } from '../model/media.ts';
import { error, type Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/tree.ts';
import type { AuthoredSite } from './files/site.ts';
import { urlsIn } from './house-style/css.ts';
import { checkLogo } from './house-style/logo.ts';
import { urlOfStyleSheet } from './house-style/media-url.ts';
import { checkStyleSheet } from './house-style/style-sheet.ts';
import { BESIDE_SITE } from './layout.ts';
import { nodeAt } from './tree.ts';

/** site.yaml as read. */
interface SiteSource {
  readonly value: AuthoredSite;
  readonly source: SourceFile;
}

/**
 * Problems with the style sheet and logo next to site.yaml, with their names in site.yaml, and with the images and
 * fonts that the style sheet uses. A file that nothing refers to is reported as unknown.
 */
export function houseStyleProblems(files: readonly SourceFile[], settings: SiteSource | null): Problem[] {
  const beside = files.filter(({ path }) => BESIDE_SITE.test(path));
  const missing = (['huisstijl', 'logo'] as const).flatMap((key) => {
    const name = settings?.value[key];
    if (!settings || name === undefined || beside.some(({ path }) => path === name)) return [];
    const place = { file: settings.source.file, offset: nodeAt(settings.source.tree, [key])?.start ?? 0 };
    return [error(place, `het bestand "${name}" is er niet; zet het naast site.yaml`)];
  });
  const named = new Set([settings?.value.huisstijl, settings?.value.logo]);
  const sheet = beside.find(({ path }) => path === settings?.value.huisstijl);
  for (const { url } of sheet ? urlsIn(sheet.text) : []) named.add(url);
  const unnamed = settings ? beside.filter(({ path }) => !named.has(path) && !isMeant(path, settings)) : [];
  const media = beside.map(({ path }) => path).filter((path) => !path.endsWith('.css'));
  return [
    ...missing,
    ...unnamed.map(({ file, path }) =>
      error({ file, offset: 0 }, `onbekend bestand; haal het weg, of ${naming(path)}`),
    ),
    ...beside.filter((file) => !unnamed.includes(file)).flatMap((file) => contentProblems(file, media)),
  ];
}

/** Whether a setting that names no file there, and is told, may mean this one. */
function isMeant(path: string, { source, value }: SiteSource): boolean {
  const key = path.endsWith('.svg') ? 'logo' : 'huisstijl';
  return value[key] === undefined && nodeAt(source.tree, [key]) !== undefined;
}

/** How to refer to a file next to site.yaml, in Dutch. */
function naming(path: string): string {
  if (formatOfFile(path)) return `noem het in de huisstijl: url("${path}")`;
  return `noem het in site.yaml: "${path.endsWith('.css') ? 'huisstijl' : 'logo'}: ${path}"`;
}

function contentProblems({ path, file, text, problems }: SourceFile, media: readonly string[]): readonly Problem[] {
  if (problems.length > 0) return problems;
  const format = formatOfFile(path);
  if (format)
    return text.startsWith(format.begin)
      ? []
      : [error({ file, offset: 0 }, `dit is geen ${format.extensions[0]}, al heet het zo; sla het opnieuw op`)];
  const findings = path.endsWith('.css') ? checkStyleSheet(text, urlOfStyleSheet(media, checkLogo)) : checkLogo(text);
  return findings.map(({ offset, message }) => error({ file, offset }, message));
}
