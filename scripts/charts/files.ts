import { specification } from './chart.ts';
import type { ChartJob } from './drawing.ts';
import { chartTypeNamed } from './chart-types.ts';
import { standaloneSvg } from './svg.ts';

/**
 * Downloads of a chart: its picture, and its specification including the data. `svg`: cleaned, with resolved colours.
 */
export function chartFiles(
  { kind, datasets, files: { folder, caption, sentence, page } }: ChartJob,
  svg: string,
): { readonly path: string; readonly content: string }[] {
  const drawn = chartTypeNamed(kind);
  // The interactive page also needs the narrow variant and the texts; Vega ignores `usermeta`.
  const { datasets: _, ...narrow } = specification(drawn, 'narrow', {}, caption);
  const told = {
    ...specification(drawn, 'wide', datasets, caption),
    usermeta: { titel: caption.title, uitleg: sentence, pagina: page, smal: narrow },
  };
  return [
    { path: `${folder}grafiek.svg`, content: standaloneSvg(svg, caption) },
    { path: `${folder}specificatie.json`, content: `${JSON.stringify(told)}\n` },
  ];
}
