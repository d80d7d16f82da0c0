/** Where in a page the content of its `<main>` begins and ends; null where it has none. */
export function mainPart(html: string): readonly [start: number, end: number] | null {
  const tag = html.indexOf('<main');
  const [start, end] = [html.indexOf('>', tag) + 1, html.lastIndexOf('</main>')];
  return tag < 0 || end < start ? null : [start, end];
}
