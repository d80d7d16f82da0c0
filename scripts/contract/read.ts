import { groupBy } from '../model/group.ts';
import { error, type Problem } from '../model/problem.ts';
import type { SiteSettings } from '../model/report.ts';
import { nearest } from '../model/suggestion.ts';
import type { SourceFile, SourceFolder } from '../model/tree.ts';
import { FileChecker } from './file-checker.ts';
import { site } from './files/site.ts';
import { houseStyleProblems } from './house-style.ts';
import { roleOf, unknownFiles } from './layout.ts';
import { mapSettings } from './map/report.ts';
import { readReport, type ContractReport, type ReportPlace } from './read-report.ts';

export interface Contract {
  readonly settings: SiteSettings | null;
  /** Reports of which enough could be read to check their records against each other. */
  readonly reports: readonly ContractReport[];
  /** Those of the reports too. */
  readonly problems: readonly Problem[];
}

/**
 * Holds every file against the contract, and maps what is valid to the model. Of `before`, what an earlier reading came to,
 * each report of which no file changed is used again.
 */
export function readContract(folder: SourceFolder, before?: Contract): Contract {
  const byFolder = groupBy(folder.files, ({ path }) => path.split('/')[0]!);
  const checker = new FileChecker(folder);
  const settings = checker.check('site.yaml', site, 'de instellingen van de site');
  checker.found(houseStyleProblems(folder.files, settings));
  const reportFolders = [...byFolder]
    .filter(([, files]) => files.some(({ path }) => path.includes('/') && roleOf(path)))
    .map(([name]) => name);
  const entries = settings?.value.rapporten ?? [];
  function isCertain(index: number): boolean {
    return !settings!.source.isDoubtful(['rapporten', index, 'map']);
  }
  const listed = entries
    .filter((_, index) => isCertain(index))
    .map(({ map, pad }): ReportPlace => ({ id: map, path: pad }));
  // Where it is not certain which folders are meant, all are read; also where one that is listed is not there, and another may be meant.
  const unlistedFolders = reportFolders.filter((id) => !listed.some((place) => place.id === id));
  const areCertain = settings !== null && entries.every((_, index) => isCertain(index));
  const others = areCertain && listed.every(({ id }) => byFolder.has(id)) ? [] : unlistedFolders;
  const places = [...listed, ...others.map((id): ReportPlace => ({ id, path: `/${id}/` }))];
  const reports = places.map((place) => {
    const files = byFolder.get(place.id) ?? [];
    return before?.reports.find((report) => isSame(report, place, files)) ?? readReport(place, { ...folder, files });
  });
  const within = new Set(places.map(({ id }) => id));
  for (const [name, files] of byFolder) if (!within.has(name)) checker.found(unknownFiles(files, folder.files));
  if (areCertain)
    for (const name of unlistedFolders)
      checker.found([
        unlisted(
          name,
          byFolder.get(name)!,
          nearest(
            name,
            listed.map(({ id }) => id).filter((id) => !byFolder.has(id)),
          ),
        ),
      ]);
  return {
    settings: settings && mapSettings(settings.value, settings.source),
    reports,
    problems: [checker.problems, ...reports.map(({ problems }) => problems)].flat(),
  };
}

function isSame({ place, files }: ContractReport, wanted: ReportPlace, found: readonly SourceFile[]): boolean {
  return (
    place.id === wanted.id &&
    place.path === wanted.path &&
    files.length === found.length &&
    files.every((file, index) => file === found[index])
  );
}

/** `meant`: a folder that is listed and not there, whose name is almost the same. */
function unlisted(name: string, files: readonly SourceFile[], meant: string | null): Problem {
  const first = files.find(({ path }) => roleOf(path))!;
  return error(
    { file: first.file, offset: 0 },
    `de map "${name}" staat niet bij "rapporten" in site.yaml; ${
      meant === null
        ? 'zet haar erbij, of haal haar weg'
        : `daar staat wel "${meant}", en die map is er niet: maak de namen gelijk`
    }`,
  );
}
