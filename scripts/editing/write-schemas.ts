import fs from 'node:fs';
import path from 'node:path';
import { ifThere } from '../io/disk.ts';
import { writeFiles } from '../io/output.ts';
import { readData } from '../io/read.ts';
import { reportSchemaFile, reportSchemas, withIds } from './schemas.ts';

interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes the schemas with the ids of each report, and makes its data files point to them. Git sees neither. Only in a
 * data folder with its own `schema/`. Returns how many files changed.
 */
export function writeReportSchemas(data: string): number {
  const folder = path.join(data, 'schema');
  if (!fs.existsSync(folder)) return 0;
  function textOf(name: string): string | null {
    return ifThere(() => fs.readFileSync(path.join(folder, name), 'utf8'), null);
  }
  const files = reportSchemas(readData(data)).flatMap(({ report, kind, file, content }): SchemaFile[] => {
    const named = `${report}/${kind}.schema.json`;
    return [
      { path: `${report}/${file}`, content },
      { path: named, content: withIds(textOf(named) ?? reportSchemaFile(kind), kind) },
    ];
  });
  // An editor reloads a schema when its file is written.
  const changed = files.filter(({ path: name, content }) => textOf(name) !== content);
  // Does not bring back a folder that was removed while it was read.
  if (!fs.existsSync(folder)) return 0;
  writeFiles(folder, changed);
  return changed.length;
}
