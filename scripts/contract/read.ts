import type { z } from 'zod';
import { byDate } from '../model/date.ts';
import type { Norm } from '../model/norm.ts';
import { error, type Problem } from '../model/problem.ts';
import type { ReportData, SiteSettings } from '../model/report.ts';
import type { OrganisationResults, Round } from '../model/round.ts';
import type { CheckedFile, SourceFile, SourceFolder } from '../model/tree.ts';
import type { Unread } from '../model/unread.ts';
import { check } from './check.ts';
import { documents } from './files/documents.ts';
import { norm } from './files/norm.ts';
import { organisations } from './files/organisations.ts';
import { report } from './files/report.ts';
import { results } from './files/results.ts';
import { round } from './files/round.ts';
import { site } from './files/site.ts';
import { quoted } from './fields.ts';
import { houseStyleProblems } from './house-style.ts';
import { roleOf, unknownFiles } from './layout.ts';
import { mapNorm } from './map/norm.ts';
import { mapDocuments, mapOrganisations, mapReport, mapSettings } from './map/report.ts';
import { mapResults, mapRound } from './map/round.ts';
import { SourceReader } from './map/sources.ts';
import { nodeAt, startOf } from './tree.ts';

/** A report as far as it could be read. */
export interface ContractReport {
  readonly data: ReportData;
  readonly unread: Unread;
}

export interface Contract {
  readonly settings: SiteSettings | null;
  /** Reports of which enough could be read to check their records against each other. */
  readonly reports: readonly ContractReport[];
  readonly problems: readonly Problem[];
}

/** Holds every file against the contract, and maps what is valid to the model. */
export const readContract = (folder: SourceFolder): Contract => new ContractReader(folder).read();

/** Reads the files of one data folder from the outside in, and keeps what is wrong with them. */
class ContractReader {
  readonly #folder: SourceFolder;
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #problems: Problem[] = [];

  constructor(folder: SourceFolder) {
    this.#folder = folder;
    this.#files = new Map(folder.files.map((file) => [file.path, file]));
  }

  read(): Contract {
    this.#found(unknownFiles(this.#folder.files));
    const settings = this.#check('site.yaml', site, 'de instellingen van de site');
    this.#found(houseStyleProblems(this.#folder.files, settings));
    const listed = settings?.value.rapporten
      .filter((_, index) => !settings.source.isDoubtful(['rapporten', index, 'map'])).map(({ map, pad }) => ({ id: map, path: pad }));
    const reports = (listed ?? this.#reportFolders().map((id) => ({ id, path: `/${id}/` }))).map((place) => this.#report(place));
    if (listed) this.#unlisted(new Set(listed.map(({ id }) => id)));
    return { settings: settings && mapSettings(settings.value, settings.source), reports, problems: this.#problems };
  }

  /** The value of a file; null, with a problem, where it is missing or of no use. */
  #check<Schema extends z.ZodType>(path: string, schema: Schema, holds: string) {
    const source = this.#files.get(path);
    if (!source) {
      this.#problems.push(error({ file: this.#shown(path), offset: 0 }, `dit bestand ontbreekt; maak het, met daarin ${holds}`));
      return null;
    }
    const { value, source: checked, problems } = check(schema, source);
    this.#found(problems);
    return value === null ? null : { value, source: checked };
  }

  /** One by one: a hostile file can have more problems than a call can have arguments. */
  #found(problems: readonly Problem[]): void {
    for (const problem of problems) this.#problems.push(problem);
  }

  #shown(path: string): string {
    return this.#folder.folder === '' ? path : `${this.#folder.folder}/${path}`;
  }

  #report({ id, path }: { id: string; path: string }): ContractReport {
    const own = this.#check(`${id}/rapport.yaml`, report, 'waar het rapport over gaat');
    const members = this.#check(`${id}/organisaties.yaml`, organisations, 'de organisaties');
    const register = this.#check(`${id}/documenten.yaml`, documents, 'de documenten');
    const sources = new SourceReader(register && isCertain(register.source, 'documenten', ['id', 'openbaar']) ? register.value : null);
    const versions = this.#namesWithin(`${id}/normen/`);
    const norms = versions.flatMap((version) => this.#norm(`${id}/normen/${version}`, version, sources) ?? []);
    const data = mapReport({ id, path }, own, sources, {
      organisations: members ? mapOrganisations(members.value) : [],
      documents: register ? mapDocuments(register.value, register.source, sources) : [],
      norms: norms.toSorted(byVersion),
    });
    this.#found(sources.problems);
    return {
      data,
      unread: {
        organisations: !members || !isCertain(members.source, 'organisaties', ['id', 'soort']),
        norms: new Set(versions.filter((version) => !norms.some((each) => each.version === version))),
        files: new Set(this.#folder.files.map(({ file }) => file)),
        faulty: new Set(this.#problems.filter(({ severity }) => severity === 'error').map(({ place }) => place.file)),
      },
    };
  }

  #norm(folder: string, version: string, sources: SourceReader): Norm | null {
    const own = this.#check(`${folder}/norm.yaml`, norm, 'de norm');
    const rounds = this.#namesWithin(`${folder}/metingen/`).flatMap((id) => this.#round(`${folder}/metingen/${id}`, id, sources) ?? []);
    if (!own) return null;
    this.#sameName(own.source, 'versie', own.value.versie, version, 'map');
    return { ...mapNorm(own.value, own.source, sources, rounds.sort((a, b) => byDate(a.date, b.date))), version };
  }

  #round(folder: string, id: string, sources: SourceReader): Round | null {
    const own = this.#check(`${folder}/meting.yaml`, round, 'de meting');
    const files = this.#namesWithin(`${folder}/resultaten/`).flatMap((name) => this.#results(`${folder}/resultaten`, name, sources) ?? []);
    return own && mapRound(id, own.value, own.source, sources, files);
  }

  #results(folder: string, name: string, sources: SourceReader): OrganisationResults | null {
    const own = this.#check(`${folder}/${name}.yaml`, results, 'resultaten');
    if (!own) return null;
    this.#sameName(own.source, 'organisatie', own.value.organisatie, name, 'bestand');
    return { ...mapResults(own.value, own.source, sources), organisation: name };
  }

  #sameName({ file, tree, isDoubtful }: CheckedFile, key: string, stated: string, name: string, what: 'map' | 'bestand'): void {
    if (stated === name || isDoubtful([key])) return;
    this.#problems.push(error({ file, offset: startOf(nodeAt(tree, [key])) },
      `hier staat ${quoted(stated)}, maar ${what === 'map' ? 'de map' : 'het bestand'} heet "${name}"; maak ze gelijk`));
  }

  /** Names of folders, or of files without .yaml, right below a folder, of files that the contract knows. */
  #namesWithin(prefix: string): string[] {
    const names = this.#folder.files
      .filter(({ path }) => path.startsWith(prefix) && roleOf(path) !== null)
      .map(({ path }) => path.slice(prefix.length).split('/')[0]!.replace(/\.yaml$/, ''));
    return [...new Set(names)];
  }

  #reportFolders(): string[] {
    return [...new Set(this.#folder.files.filter(({ path }) => path.includes('/') && roleOf(path)).map(({ path }) => path.split('/')[0]!))];
  }

  #unlisted(listed: ReadonlySet<string>): void {
    for (const id of this.#reportFolders().filter((name) => !listed.has(name))) {
      const first = this.#folder.files.find(({ path }) => path.startsWith(`${id}/`) && roleOf(path))!;
      this.#problems.push(error({ file: first.file, offset: 0 }, `de map "${id}" staat niet bij "rapporten" in site.yaml; zet haar erbij, of haal haar weg`));
    }
  }
}

/** Whether the list under a key is known, and of each of its records these fields. */
const isCertain = ({ tree, isDoubtful }: CheckedFile, key: string, fields: readonly string[]): boolean => {
  const records = nodeAt(tree, [key]);
  const count = records?.kind === 'sequence' ? records.items.length : 0;
  return !isDoubtful([key]) && Array.from({ length: count }, (_, index) => index).every((index) => fields.every((field) => !isDoubtful([key, index, field])));
};

/** By number, not by text: 1.10 comes after 1.9. */
const byVersion = (a: Norm, b: Norm): number => {
  const [[majorA = 0, minorA = 0], [majorB = 0, minorB = 0]] = [a.version.split('.').map(Number), b.version.split('.').map(Number)];
  return majorA - majorB || minorA - minorB;
};
