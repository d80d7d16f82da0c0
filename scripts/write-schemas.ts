import fs from 'node:fs';
import path from 'node:path';
import { reportSchemas } from './editing/schemas/report-schemas.ts';
import { openData } from './io/edit.ts';
import { writeFiles } from './io/output.ts';

/**
 * Writes the schemas with the ids of each report beside the general ones, where git ignores them. Only in a data folder
 * that has its own `schema/`. Returns how many.
 */
export const writeReportSchemas = (data: string): number => {
  const folder = path.join(data, 'schema');
  if (!fs.existsSync(folder)) return 0;
  const files = [...reportSchemas(openData(data))].map(([name, content]) => ({ path: name, content }));
  writeFiles(folder, files);
  return files.length;
};
