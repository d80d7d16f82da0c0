/**
 * A text with the line ends of Unix: what editors on Windows make of a file is the same text. YAML, too, makes no difference.
 * Every text that is read to be compared or written again comes through here.
 */
export function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
