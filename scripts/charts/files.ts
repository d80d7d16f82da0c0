import { specification } from './chart.ts';
import type { ChartJob } from './drawing.ts';
import { chartTypeNamed } from './chart-types.ts';
import { standaloneSvg } from './svg.ts';

/** What can be taken from a chart: its picture, and its specification with the data in it. `svg`: cleaned, with resolved colours. */
export function chartFiles(
  { kind, datasets, files }: ChartJob,
  svg: string,
): { readonly path: string; readonly content: string }[] {
  if (!files) return [];
  const { folder, title, sentence, page } = files;
  const drawn = chartTypeNamed(kind);
  // What a reader of the file, or the interactive page, needs beside the picture, also on a phone; Vega leaves it alone.
  const { datasets: _, ...narrow } = specification(drawn, 'narrow', {});
  const told = {
    ...specification(drawn, 'wide', datasets),
    usermeta: { titel: title, uitleg: sentence, pagina: page, smal: narrow },
  };
  return [
    { path: `${folder}grafiek.svg`, content: standaloneSvg(svg, title, sentence) },
    { path: `${folder}specificatie.json`, content: `${JSON.stringify(told)}\n` },
  ];
}
