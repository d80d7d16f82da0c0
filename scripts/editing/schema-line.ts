import type { SourceFolder } from '../model/tree.ts';

const PATTERN = /^# yaml-language-server: \$schema=(\S+)$/m;

/**
 * The first line that tells an editor's tools which schema explains a file: that of its report, where other files of the
 * report have one. Null in a folder whose files have none.
 */
export function schemaLine(folder: SourceFolder, path: string, schema: string): string | null {
  const named = folder.files.flatMap(({ text }) => PATTERN.exec(text.slice(0, 200))?.[1] ?? []);
  if (named.length === 0) return null;
  const own = `${path.split('/')[0]}/`;
  const within = named.some((each) => each.includes(`schema/${own}`)) ? own : '';
  return `# yaml-language-server: $schema=${'../'.repeat(path.split('/').length - 1)}schema/${within}${schema}.schema.json`;
}
