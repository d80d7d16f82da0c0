import { error, type Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/tree.ts';
import type { AuthoredSite } from './files/site.ts';
import { BESIDE_SITE } from './layout.ts';
import { nodeAt } from './tree.ts';

/** What may not stand in a style sheet or logo: it would run something, or ask another site for something. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [
    /<script|\son\w+\s*=|javascript:|<foreignObject|<!ENTITY/i,
    'dit bestand kan iets uitvoeren (script); haal dat eruit',
  ],
  [/@import/i, 'dit bestand haalt een ander bestand op (@import); zet alles in dit ene bestand'],
  [/url\((?!\s*["']?\s*(?:data:|#))/i, 'dit bestand haalt iets anders op met url(…); zet het erin met "data:"'],
  [
    /\b(?:href|src)\s*=\s*["']\s*(?!#|data:image\/)/i,
    'dit bestand verwijst naar iets anders (href of src); haal dat eruit',
  ],
];

/** What is wrong with the style sheet and logo beside site.yaml, and with their names in there. A file that is not named there is unknown. */
export function houseStyleProblems(
  files: readonly SourceFile[],
  settings: { readonly value: AuthoredSite; readonly source: SourceFile } | null,
): Problem[] {
  const beside = files.filter(({ path }) => BESIDE_SITE.test(path));
  const missing = (['huisstijl', 'logo'] as const).flatMap((key) => {
    const name = settings?.value[key];
    if (!settings || name === undefined || beside.some(({ path }) => path === name)) return [];
    const place = { file: settings.source.file, offset: nodeAt(settings.source.tree, [key])?.start ?? 0 };
    return [error(place, `het bestand "${name}" is er niet; zet het naast site.yaml`)];
  });
  const named = new Set([settings?.value.huisstijl, settings?.value.logo]);
  const unnamed = settings ? beside.filter(({ path }) => !named.has(path)) : [];
  return [
    ...missing,
    ...unnamed.map(({ file, path }) =>
      error(
        { file, offset: 0 },
        `onbekend bestand; haal het weg, of noem het in site.yaml: "${path.endsWith('.css') ? 'huisstijl' : 'logo'}: ${path}"`,
      ),
    ),
    ...beside.filter((file) => !unnamed.includes(file)).flatMap(contentProblems),
  ];
}

function contentProblems({ file, text, problems }: SourceFile): readonly Problem[] {
  return problems.length > 0
    ? problems
    : FORBIDDEN.flatMap(([pattern, message]) => {
        const found = pattern.exec(text);
        return found ? [error({ file, offset: found.index }, message)] : [];
      });
}
