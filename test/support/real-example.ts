import fs from 'node:fs';
import path from 'node:path';
import { scratch } from './scratch.ts';
import { builtSite } from './site.ts';

export const REPOSITORY = 'https://github.com/voorbeeld/norm';

let folder: string | null = null;

/** The data of the shipped example as if it were real: the only report, at the root, in a known repository. */
export function realExampleData(): string {
  if (folder) return folder;
  folder = path.join(scratch('echt'), 'data');
  fs.cpSync('data/voorbeeld', path.join(folder, 'voorbeeld'), { recursive: true });
  const report = path.join(folder, 'voorbeeld/rapport.yaml');
  fs.writeFileSync(report, fs.readFileSync(report, 'utf8').replace('fictief: true\n', ''));
  fs.writeFileSync(
    path.join(folder, 'site.yaml'),
    [
      'titel: Norm Voorbeeldland',
      'adres: https://voorbeeldland.example/norm',
      'uitgever: Provincie Voorbeeldland',
      'contact: norm@voorbeeldland.example',
      `repository: ${REPOSITORY}`,
      'rapporten: [{map: voorbeeld, pad: /}]',
      '',
    ].join('\n'),
  );
  return folder;
}

/** The site of that data; built once per process. */
export function realExample(): Promise<string> {
  return builtSite(realExampleData());
}
