import type { SiteReport } from './report.ts';

function counted(count: number, one: string, more: string): string {
  return `${count.toLocaleString('nl-NL')} ${count === 1 ? one : more}`;
}

/** What a build made, in one line: "2 rapporten, 113 pagina’s en 1.246 resultaten in 1,4 s naar _site". */
export function buildSummary(
  { reports }: SiteReport,
  { pages, folder, seconds }: { pages: number; folder: string; seconds: number },
): string {
  const results = reports
    .flatMap(({ norms }) => norms.flatMap(({ rounds }) => rounds.map(({ cells }) => cells.length)))
    .reduce((a, b) => a + b, 0);
  return `${counted(reports.length, 'rapport', 'rapporten')}, ${counted(pages, 'pagina', 'pagina’s')} en ${counted(results, 'resultaat', 'resultaten')} in ${seconds.toFixed(1).replace('.', ',')} s naar ${folder}`;
}
