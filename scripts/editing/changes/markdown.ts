/** Escapes an editor's text for Markdown: it cannot produce a heading, link, table, mention or tag. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`)
    .replaceAll('@', '&#64;')
    .replace(/\s*\n\s*/g, ' ¶ ');
}

const SHORT = 300;

/** A text in quotes; a long one is shortened in the middle. */
export function quote(text: string): string {
  return `“${escaped(text.length > SHORT ? `${text.slice(0, SHORT / 2)} […] ${text.slice(-SHORT / 2)}` : text)}”`;
}

/** A list; a long one is collapsed, with its length as the summary. */
export function listed(lines: readonly string[], what: string, most = 25): string[] {
  const rows = lines.map((line) => `- ${line}`);
  return rows.length <= most
    ? rows
    : ['<details>', `<summary>${rows.length} ${what}</summary>`, '', ...rows, '', '</details>'];
}
