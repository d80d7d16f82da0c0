/** Text of an editor within Markdown: it can make no heading, link, table, mention or tag. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`)
    .replaceAll('@', '&#64;')
    .replace(/\s*\n\s*/g, ' ¶ ');
}

const SHORT = 300;

/** A text in quotes; the middle of a long one is left out. */
export function quote(text: string): string {
  return `“${escaped(text.length > SHORT ? `${text.slice(0, SHORT / 2)} […] ${text.slice(-SHORT / 2)}` : text)}”`;
}

/** A list; a long one is folded away below its number. */
export function listed(lines: readonly string[], what: string, most = 25): string[] {
  const rows = lines.map((line) => `- ${line}`);
  return rows.length <= most
    ? rows
    : ['<details>', `<summary>${rows.length} ${what}</summary>`, '', ...rows, '', '</details>'];
}
