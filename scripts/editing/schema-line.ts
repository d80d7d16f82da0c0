import type { SourceFolder } from '../model/tree.ts';

const PATTERN = /^# yaml-language-server: \$schema=\S+$/m;

/** The first line that tells an editor's tools which schema explains a file; null in a folder whose files have none. */
export const schemaLine = (folder: SourceFolder, path: string, schema: string): string | null =>
  folder.files.some(({ text }) => PATTERN.test(text.slice(0, 200)))
    ? `# yaml-language-server: $schema=${'../'.repeat(path.split('/').length - 1)}schema/${schema}.schema.json`
    : null;
