import { byDate } from '../model/date.ts';
import type { Norm } from '../model/norm.ts';
import { error, type Problem } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import type { OrganisationResults, Round } from '../model/round.ts';
import type { CheckedFile, SourceFile, SourceFolder } from '../model/tree.ts';
import type { Unread } from '../model/unread.ts';
import { byVersion } from '../model/version.ts';
import { quoted } from './fields.ts';
import { FileChecker } from './file-checker.ts';
import { documents } from './files/documents.ts';
import { norm } from './files/norm.ts';
import { organisations } from './files/organisations.ts';
import { report } from './files/report.ts';
import { results } from './files/results.ts';
import { round } from './files/round.ts';
import { roleOf, unknownFiles } from './layout.ts';
import { mapNorm } from './map/norm.ts';
import { mapDocuments, mapOrganisations, mapReport } from './map/report.ts';
import { mapResults, mapRound } from './map/round.ts';
import { SourceReader } from './map/sources.ts';
import { nodeAt, startOf } from './tree.ts';

/** Which folder a report is in, and its address within the site. */
export interface ReportPlace {
  readonly id: string;
  readonly path: string;
}

/** A report as far as it could be read. */
export interface ContractReport {
  readonly place: ReportPlace;
  /** All files in its folder. */
  readonly files: readonly SourceFile[];
  readonly data: ReportData;
  readonly unread: Unread;
  readonly problems: readonly Problem[];
}

/** Holds the files of one report against the contract, and maps what is valid to the model. `own`: the data folder with only those. */
export function readReport(place: ReportPlace, own: SourceFolder): ContractReport {
  return new ReportReader(own).read(place);
}

/** Reads the files of one report from the outside in. */
class ReportReader {
  readonly #checker: FileChecker;

  constructor(own: SourceFolder) {
    this.#checker = new FileChecker(own);
  }

  read(place: ReportPlace): ContractReport {
    const { id } = place;
    const { files, problems } = this.#checker;
    this.#checker.found(unknownFiles(files));
    const own = this.#checker.check(`${id}/rapport.yaml`, report, 'waar het rapport over gaat');
    const members = this.#checker.check(`${id}/organisaties.yaml`, organisations, 'de organisaties');
    const register = this.#checker.check(`${id}/documenten.yaml`, documents, 'de documenten');
    const sources = new SourceReader(
      register && isCertain(register.source, 'documenten', ['id', 'openbaar']) ? register.value : null,
    );
    const versions = this.#namesWithin(`${id}/normen/`);
    const norms = versions.flatMap((version) => this.#norm(`${id}/normen/${version}`, version, sources) ?? []);
    const data = mapReport(place, own, sources, {
      organisations: members ? mapOrganisations(members.value) : [],
      documents: register ? mapDocuments(register.value, register.source, sources) : [],
      norms: norms.toSorted((a, b) => byVersion(a.version, b.version)),
    });
    const faulty = new Set(problems.filter(({ severity }) => severity === 'error').map(({ place }) => place.file));
    this.#checker.found(sources.problems);
    return {
      place,
      files,
      problems,
      data,
      unread: {
        organisations: !members || !isCertain(members.source, 'organisaties', ['id']),
        kinds: new Set(
          (members?.value.organisaties ?? [])
            .filter((_, index) => members?.source.isDoubtful(['organisaties', index, 'soort']))
            .map((each) => each.id),
        ),
        norms: new Set(versions.filter((version) => !norms.some((each) => each.version === version))),
        files: new Set(files.map(({ file }) => file)),
        faulty,
      },
    };
  }

  #norm(folder: string, version: string, sources: SourceReader): Norm | null {
    const own = this.#checker.check(`${folder}/norm.yaml`, norm, 'de norm');
    const rounds = this.#namesWithin(`${folder}/metingen/`).flatMap(
      (id) => this.#round(`${folder}/metingen/${id}`, id, sources) ?? [],
    );
    if (!own) return null;
    this.#sameName(own.source, 'versie', own.value.versie, version, 'map');
    return {
      ...mapNorm(
        own.value,
        own.source,
        sources,
        rounds.sort((a, b) => byDate(a.date, b.date)),
      ),
      version,
    };
  }

  #round(folder: string, id: string, sources: SourceReader): Round | null {
    const own = this.#checker.check(`${folder}/meting.yaml`, round, 'de meting');
    const files = this.#namesWithin(`${folder}/resultaten/`).flatMap(
      (name) => this.#results(`${folder}/resultaten`, name, sources) ?? [],
    );
    return own && mapRound(id, own.value, own.source, sources, files);
  }

  #results(folder: string, name: string, sources: SourceReader): OrganisationResults | null {
    const own = this.#checker.check(`${folder}/${name}.yaml`, results, 'resultaten');
    if (!own) return null;
    this.#sameName(own.source, 'organisatie', own.value.organisatie, name, 'bestand');
    return { ...mapResults(own.value, own.source, sources), organisation: name };
  }

  #sameName(
    { file, tree, isDoubtful }: CheckedFile,
    key: string,
    stated: string,
    name: string,
    what: 'map' | 'bestand',
  ): void {
    if (stated === name || isDoubtful([key])) return;
    this.#checker.found([
      error(
        { file, offset: startOf(nodeAt(tree, [key])) },
        `hier staat ${quoted(stated)}, maar ${what === 'map' ? 'de map' : 'het bestand'} heet "${name}"; maak ze gelijk`,
      ),
    ]);
  }

  /** Names of folders, or of files without .yaml, right below a folder, of files that the contract knows. */
  #namesWithin(prefix: string): string[] {
    const names = this.#checker.files
      .filter(({ path }) => path.startsWith(prefix) && roleOf(path) !== null)
      .map(({ path }) =>
        path
          .slice(prefix.length)
          .split('/')[0]!
          .replace(/\.yaml$/, ''),
      );
    return [...new Set(names)];
  }
}

/** Whether the list under a key is known, and of each of its records these fields. */
function isCertain({ tree, isDoubtful }: CheckedFile, key: string, fields: readonly string[]): boolean {
  const records = nodeAt(tree, [key]);
  const count = records?.kind === 'sequence' ? records.items.length : 0;
  return (
    !isDoubtful([key]) &&
    Array.from({ length: count }, (_, index) => index).every((index) =>
      fields.every((field) => !isDoubtful([key, index, field])),
    )
  );
}
