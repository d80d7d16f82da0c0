import { groupBy } from '../model/group.ts';
import { error, type Problem } from '../model/problem.ts';
import type { SiteSettings } from '../model/report.ts';
import { slug } from '../model/slug.ts';
import type { SourceFile, SourceFolder } from '../model/tree.ts';
import { ID, noId, quoted } from './fields.ts';
import { type AuthoredSite, type AuthoredTerms, site, terms } from './files/site.ts';
import { houseStyleProblems } from './house-style.ts';
import { BESIDE_SITE, isOfTheSite, type Slot, twinMessage, unknownMessage } from './layout.ts';
import { mapSettings } from './map/report.ts';
import { likely } from './near-misses.ts';
import { ReadFile } from './read-file.ts';
import { type ContractReport, readReport, type ReportPlace } from './read-report.ts';

export interface Contract {
  /** Null if site.yaml is missing or cannot be read. */
  readonly settings: SiteSettings | null;
  readonly reports: readonly ContractReport[];
  /** Includes those of the reports. */
  readonly problems: readonly Problem[];
}

/**
 * Checks every file against the contract, and maps what was meant to the model. Reuses from `before`, an earlier
 * result, each report of which no file changed.
 */
export function readContract(folder: SourceFolder, before?: Contract): Contract {
  return new SiteReader(folder, before).read();
}

/** Files that only occur in the folder of a report. */
const IN_A_REPORT = /^(?:rapport|organisaties|documenten)\.ya?ml$|^normen\//i;

const TERMS = 'begrippen.yaml';

class SiteReader {
  readonly #folder: SourceFolder;
  readonly #before: Contract | undefined;
  readonly #problems: Problem[] = [];
  /** Files by top-level folder; those next to site.yaml under ''. */
  readonly #byFolder: ReadonlyMap<string, readonly SourceFile[]>;
  /** Files of a report that are next to site.yaml instead, by the folder that lacks them. */
  readonly #astray = new Map<string, readonly SourceFile[]>();

  constructor(folder: SourceFolder, before: Contract | undefined) {
    this.#folder = folder;
    this.#before = before;
    this.#byFolder = groupBy(folder.files, ({ path }) => (path.includes('/') ? path.split('/')[0]! : ''));
  }

  read(): Contract {
    const { slot, others } = this.#siteFile();
    const settings = ReadFile.read(slot, site, 'de instellingen van de site');
    const isKnown = !settings.isDoubtful([]);
    const beside = others.filter(({ path }) => BESIDE_SITE.test(path));
    this.#found(settings.problems);
    this.#found(houseStyleProblems(beside, isKnown ? { value: settings.value, source: settings } : null));
    const places = this.#places(settings);
    this.#beside(
      others.filter((file) => !beside.includes(file)),
      places.map(({ id }) => id),
    );
    const own = this.#terms();
    const reports = places.map((place) => this.#report(place));
    return {
      settings: isKnown ? mapSettings(settings.value, settings, own) : null,
      reports,
      problems: [this.#problems, ...reports.map(({ problems }) => problems)].flat(),
    };
  }

  /** One by one: a hostile file can have more problems than a call can have arguments. */
  #found(problems: readonly Problem[]): void {
    for (const problem of problems) this.#problems.push(problem);
  }

  #addProblem(file: string, message: string): void {
    this.#problems.push(error({ file, offset: 0 }, message));
  }

  #shown(path: string): string {
    return this.#folder.folder === '' ? path : `${this.#folder.folder}/${path}`;
  }

  /** Finds site.yaml, even if its name is slightly different. */
  #siteFile(): { readonly slot: Slot; readonly others: readonly SourceFile[] } {
    const files = this.#byFolder.get('') ?? [];
    const exact = files.find(({ path }) => path === 'site.yaml');
    const near = exact ? undefined : files.find(({ path }) => /^site\.(?:ya?ml|txt)$/i.test(path));
    if (near) this.#addProblem(near.file, `dit bestand heet "${near.path}"; geef het de naam "site.yaml"`);
    const file = exact ?? near ?? null;
    return { slot: { shown: this.#shown('site.yaml'), file }, others: files.filter((each) => each !== file) };
  }

  /** The terms of the site itself; null where there are none, or none that can be relied on. */
  #terms(): AuthoredTerms | null {
    const file = (this.#byFolder.get('') ?? []).find(({ path }) => path === TERMS);
    if (!file) return null;
    const read = ReadFile.read({ shown: file.file, file }, terms, 'begrippen');
    this.#found(read.problems);
    return read.problems.length > 0 ? null : read.value;
  }

  /** Checks the names of other files next to site.yaml; their content is checked where it is used. */
  #beside(files: readonly SourceFile[], reports: readonly string[]): void {
    for (const file of files) {
      const lacking = reports.filter(
        (id) => !this.#byFolder.get(id)?.some(({ path }) => path === `${id}/${file.path}`),
      );
      const [report] = lacking;
      // Read as a file of the contract, above.
      if (file.path === TERMS) continue;
      if (isOfTheSite(file.path)) this.#found(file.problems);
      else if (IN_A_REPORT.test(file.path) && report !== undefined && lacking.length === 1) {
        this.#addProblem(file.file, `dit bestand hoort ergens anders; zet het in de map "${report}"`);
        this.#astray.set(report, [...(this.#astray.get(report) ?? []), { ...file, path: `${report}/${file.path}` }]);
      } else this.#addProblem(file.file, unknownMessage(file.path, this.#folder.files));
    }
  }

  /** Finds the folder of each report. A folder that is not listed is matched with a listed name that has no folder. */
  #places(settings: ReadFile<AuthoredSite>): readonly ReportPlace[] {
    const folders = [...this.#byFolder.keys()].filter((name) => this.#isReport(name));
    const entries = settings.value.rapporten.map(({ map, pad }, index) => ({
      map,
      pad,
      path: ['rapporten', index, 'map'],
    }));
    const certain = entries.filter(({ path }) => !settings.isDoubtful(path));
    const unlisted = folders.filter((name) => certain.every(({ map }) => map !== name));
    const places = certain.flatMap(({ map, pad, path }): ReportPlace[] => {
      if (this.#byFolder.has(map) && new RegExp(`^${ID}$`).test(map)) return [{ id: map, path: pad }];
      const meant = this.#meantFolder(map, unlisted);
      this.#problems.push(error(settings.placeOf(path), this.#noFolder(map, meant)));
      if (meant === null) return [];
      unlisted.splice(unlisted.indexOf(meant), 1);
      return [{ id: meant, path: pad }];
    });
    // If the list cannot be relied on, all folders are read.
    const areCertain = !settings.isDoubtful(['rapporten']) && certain.length === entries.length;
    if (areCertain) for (const name of unlisted) this.#notListed(name);
    for (const [name, files] of this.#byFolder)
      if (name !== '' && !folders.includes(name) && places.every(({ id }) => id !== name))
        this.#unknownFolder(name, files);
    return [...places, ...(areCertain ? [] : unlisted.map((id): ReportPlace => ({ id, path: `/${id}/` })))];
  }

  #isReport(name: string): boolean {
    return (this.#byFolder.get(name) ?? []).some(
      ({ path }) => name !== '' && IN_A_REPORT.test(path.slice(name.length + 1)),
    );
  }

  #meantFolder(map: string, unlisted: readonly string[]): string | null {
    if (this.#byFolder.has(map)) return map;
    return (
      likely(
        map,
        unlisted.map((name) => ({ name, titles: [] })),
      ) ?? (unlisted.length === 1 ? unlisted[0]! : null)
    );
  }

  #noFolder(map: string, meant: string | null): string {
    const isId = new RegExp(`^${ID}$`).test(map);
    if (meant === null)
      return isId ? `er is geen map "${map}"; maak haar, of haal dit rapport hier weg` : `${quoted(map)} is ${noId}`;
    if (new RegExp(`^${ID}$`).test(meant))
      return `er is geen map ${quoted(map)}, en wel een map "${meant}"; maak de namen gelijk`;
    return `de map "${meant}" heeft geen naam die kan; geef haar de naam "${isId ? map : slug(meant)}"${isId ? '' : ', en noem die hier ook'}`;
  }

  #notListed(name: string): void {
    const [first] = this.#byFolder.get(name)!;
    this.#addProblem(
      first!.file,
      twinMessage(first!.path, this.#folder.files) ??
        `de map "${name}" staat niet bij "rapporten" in site.yaml; zet haar erbij, of haal haar weg`,
    );
  }

  #unknownFolder(name: string, files: readonly SourceFile[]): void {
    const unknown = files.filter(({ path }) => !isOfTheSite(path));
    if (unknown.length > 1 && unknown.length === files.length)
      this.#addProblem(
        this.#shown(name),
        'onbekende map; haal haar weg, of geef haar de naam die docs/redactie.md noemt (Wat waar staat)',
      );
    else for (const { file, path } of unknown) this.#addProblem(file, unknownMessage(path, this.#folder.files));
  }

  #report(place: ReportPlace): ContractReport {
    const files = [...(this.#byFolder.get(place.id) ?? []), ...(this.#astray.get(place.id) ?? [])];
    const again = this.#before?.reports.find((report) => isSame(report, place, files));
    return again ?? readReport(place, { ...this.#folder, files });
  }
}

function isSame({ place, files }: ContractReport, wanted: ReportPlace, found: readonly SourceFile[]): boolean {
  return (
    place.id === wanted.id &&
    place.path === wanted.path &&
    files.length === found.length &&
    files.every((file, index) => file === found[index])
  );
}
