import { error, type Problem } from '../model/problem.ts';
import { originalOf, slug } from '../model/slug.ts';
import { nearest } from '../model/suggestion.ts';
import type { SourceFile } from '../model/tree.ts';
import { ID, noVersion, VERSION } from './fields.ts';
import {
  filesIn,
  type Folder,
  type NormSlot,
  type ReportSlots,
  type ResultsSlot,
  type RoundSlot,
  type Slot,
  treeOf,
  unknownMessage,
} from './layout.ts';
import { looksLikeResults, regroup } from './regroup.ts';
import { nodeAt } from './tree.ts';

type Filled<Kind> = { -readonly [Key in keyof Kind]: Kind[Key] };

interface OpenRound extends Filled<RoundSlot> {
  readonly folder: string;
  readonly results: ResultsSlot[];
}

interface OpenNorm extends Filled<NormSlot> {
  readonly rounds: OpenRound[];
}

/**
 * Finds the place in the contract of each file of a report. A file or folder with another name, or in another folder,
 * is reported once, and is read as if it were in the right place.
 */
export function arrange(
  files: readonly SourceFile[],
  report: { readonly name: string; readonly shown: string },
): { readonly slots: ReportSlots; readonly problems: readonly Problem[] } {
  const root = treeOf(files, report);
  const moved = regroup(root);
  const arranger = new Arranger(report.shown);
  const slots = arranger.report(root);
  return { slots, problems: [...moved, ...arranger.problems] };
}

const IS_ID = new RegExp(`^${ID}$`);
const IS_VERSION = new RegExp(`^${VERSION}$`);

/** Files that have a place elsewhere. */
const IS_OTHER = /^(?:rapport|organisaties|documenten|norm|meting)\.yaml$/;

class Arranger {
  readonly problems: Problem[] = [];
  readonly #root: string;
  /** Files without a place so far, with the unknown folder that they are part of, if any. */
  #left: { readonly file: SourceFile; readonly folder: string; readonly unknown: Folder | null }[] = [];
  /** Places for files with a fixed name that are still empty, each with its folder. */
  readonly #empty: { readonly slot: Filled<Slot>; readonly name: string; readonly folder: string }[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  report(folder: Folder): ReportSlots {
    const [report, organisations, documents] = this.#named(folder, [
      'rapport.yaml',
      'organisaties.yaml',
      'documenten.yaml',
    ]);
    const [normen, editions] = this.#within(folder, ['normen', 'edities']);
    const norms = this.#originals(normen).map((each) => this.#norm(each));
    this.#leave(normen);
    if (editions) this.#editions(editions);
    this.#placeNamed();
    this.#placeResults(norms.flatMap(({ rounds }) => rounds));
    this.#reportUnplaced(filesIn(folder));
    return { report: report!, organisations: organisations!, documents: documents!, norms };
  }

  #norm(folder: Folder): OpenNorm {
    const [norm] = this.#named(folder, ['norm.yaml']);
    const [rounds] = this.#within(folder, ['metingen']);
    this.#leave(rounds);
    const isVersion = IS_VERSION.test(folder.name);
    const stated = norm!.file && nodeAt(norm!.file.tree, ['versie']);
    if (!isVersion)
      this.#addProblem(
        folder.shown,
        stated?.kind === 'scalar' && IS_VERSION.test(stated.text)
          ? `de map "${folder.name}" is geen versie; geef haar de naam "${stated.text}", die in norm.yaml staat`
          : `de map "${folder.name}" is ${noVersion}`,
      );
    return Object.assign(norm!, {
      name: folder.name,
      folder: folder.shown,
      isVersion,
      rounds: this.#originals(rounds).map((each) => this.#round(each)),
    });
  }

  /** The folders in a folder, except copies of a folder that is there too. */
  #originals(folder: Folder | undefined): Folder[] {
    return [...(folder?.folders.values() ?? [])].filter((each) => {
      const original = originalOf(each.name);
      const isCopy = original !== null && !IS_ID.test(each.name) && folder!.folders.has(original);
      if (isCopy)
        this.#addProblem(
          each.shown,
          `de map "${each.name}" is een kopie van "${original}"; haal haar weg, of geef haar een eigen naam`,
        );
      return !isCopy;
    });
  }

  #round(folder: Folder): OpenRound {
    const [round] = this.#named(folder, ['meting.yaml']);
    const [results] = this.#within(folder, ['resultaten']);
    const meant = slug(originalOf(folder.name) ?? folder.name);
    if (!IS_ID.test(folder.name))
      this.#addProblem(
        folder.shown,
        `de map "${folder.name}" heeft geen naam die kan; ${meant === '' ? 'gebruik kleine letters, cijfers en losse streepjes, zoals "2025-nulmeting"' : `geef haar de naam "${meant}"`}`,
      );
    for (const each of results?.folders.values() ?? []) this.#leaveAll(each);
    return Object.assign(round!, {
      name: folder.name,
      folder: folder.shown,
      results: [...(results?.files ?? [])].flatMap(([name, file]) =>
        this.#results(name, file, results!.files, folder.shown),
      ),
    });
  }

  #results(name: string, file: SourceFile, beside: ReadonlyMap<string, SourceFile>, round: string): ResultsSlot[] {
    const stem = name.replace(/\.[^.]*$/, '');
    if (IS_OTHER.test(name) && !looksLikeResults(file)) {
      this.#left.push({ file, folder: round, unknown: null });
      return [];
    }
    if (name === `${stem}.yaml` && IS_ID.test(stem)) return [{ shown: file.file, file, name: stem }];
    const meant = slug(originalOf(stem) ?? stem);
    if (!/\.ya?ml$/i.test(name) || meant === '' || beside.has(`${meant}.yaml`)) {
      this.#left.push({ file, folder: round, unknown: null });
      return [];
    }
    this.#addProblem(file.file, `dit bestand heet "${name}"; geef het de naam "${meant}.yaml"`);
    return [{ shown: file.file, file, name: meant }];
  }

  #editions(folder: Folder): void {
    for (const [name, file] of folder.files)
      if (!new RegExp(`^${ID}\\.(?:json|zip)$`).test(name))
        this.#left.push({ file, folder: folder.shown, unknown: null });
    for (const each of folder.folders.values()) this.#leaveAll(each);
  }

  #addProblem(shown: string, message: string): void {
    this.problems.push(error({ file: shown, offset: 0 }, message));
  }

  /** Fills the places for these files of a folder. A file with almost the name of a missing one takes its place. */
  #named(folder: Folder, names: readonly string[]): Filled<Slot>[] {
    const others = new Map([...folder.files].filter(([name]) => !names.includes(name)));
    const slots = names.map((name): Filled<Slot> => {
      const file = folder.files.get(name) ?? null;
      const slot = { shown: `${folder.shown}/${name}`, file };
      if (!file) this.#empty.push({ slot, name, folder: folder.shown });
      return slot;
    });
    for (const [name, file] of others) {
      const meant = meantBy(
        name,
        names.filter((_, index) => !slots[index]!.file),
      );
      if (meant === null) {
        this.#left.push({ file, folder: folder.shown, unknown: null });
        continue;
      }
      this.#addProblem(file.file, `dit bestand heet "${name}"; geef het de naam "${meant}"`);
      slots[names.indexOf(meant)]!.file = file;
    }
    return slots;
  }

  /** Finds these folders within a folder. One with almost the name of a missing one takes its place. */
  #within(folder: Folder, names: readonly string[]): (Folder | undefined)[] {
    const found = names.map((name) => folder.folders.get(name));
    for (const [name, other] of folder.folders) {
      if (names.includes(name)) continue;
      const meant = meantBy(
        name,
        names.filter((_, index) => !found[index]),
      );
      if (meant === null) {
        this.#leaveAll(other);
        continue;
      }
      this.#addProblem(other.shown, `deze map heet "${name}"; geef haar de naam "${meant}"`);
      found[names.indexOf(meant)] = other;
    }
    return found;
  }

  /** Files directly in a folder that should contain only folders. */
  #leave(folder: Folder | undefined): void {
    for (const file of folder?.files.values() ?? []) this.#left.push({ file, folder: folder!.shown, unknown: null });
  }

  #leaveAll(folder: Folder): void {
    for (const file of filesIn(folder)) this.#left.push({ file, folder: folder.shown, unknown: folder });
  }

  /**
   * Fills an empty place with a file of that name from elsewhere, or with the only unplaced file in the same folder.
   */
  #placeNamed(): void {
    for (const { slot, name, folder } of this.#empty) {
      if (slot.file) continue;
      const moved = this.#left.filter(({ file }) => file.path.endsWith(`/${name}`));
      const beside = this.#left.filter(
        (each) => each.folder === folder && each.unknown === null && !looksLikeResults(each.file),
      );
      const [only] = moved.length > 0 ? moved : beside.length === 1 ? beside : [];
      if (!only) continue;
      slot.file = only.file;
      this.#left = this.#left.filter((each) => each !== only);
      this.#addProblem(
        only.file.file,
        moved.length > 0
          ? `dit bestand hoort ergens anders; zet het in de map "${this.#short(folder)}"`
          : `dit bestand hoort "${name}" te heten; geef het die naam`,
      );
    }
  }

  /** Puts a file with results that is in a wrong folder in the nearest round. */
  #placeResults(rounds: readonly OpenRound[]): void {
    const left = [...this.#left];
    for (const each of left) {
      const { file, unknown } = each;
      // A folder that has no place is told as one.
      if (unknown && filesIn(unknown).length > 1) continue;
      const [name = ''] = file.path.split('/').at(-1)!.split('.');
      if (!looksLikeResults(file) || !IS_ID.test(name)) continue;
      const free = rounds.filter(({ results }) => results.every((other) => other.name !== name));
      const near = free.toSorted((a, b) => shared(file.file, b.folder) - shared(file.file, a.folder));
      const [round, second] = near;
      if (!round || (second && shared(file.file, second.folder) === shared(file.file, round.folder))) continue;
      round.results.push({ shown: file.file, file, name });
      this.#left = this.#left.filter((other) => other !== each);
      this.#addProblem(
        file.file,
        `dit bestand hoort ergens anders; zet het in de map "${this.#short(round.folder)}/resultaten"`,
      );
    }
  }

  /** Reports files without a place. An unknown folder is one problem. */
  #reportUnplaced(all: readonly SourceFile[]): void {
    const told = new Set<Folder>();
    for (const { file, unknown } of this.#left) {
      if (unknown && filesIn(unknown).length > 1) {
        if (!told.has(unknown))
          this.#addProblem(
            unknown.shown,
            'onbekende map; haal haar weg, of geef haar de naam die docs/redactie.md noemt (Wat waar staat)',
          );
        told.add(unknown);
      } else this.#addProblem(file.file, unknownMessage(file.path, all));
    }
  }

  /** A folder as people call it within a report. */
  #short(folder: string): string {
    return folder === this.#root ? folder.split('/').at(-1)! : folder.slice(this.#root.length + 1);
  }
}

/** Returns which of these names was meant; null if that is not clear. */
function meantBy(name: string, names: readonly string[]): string | null {
  function bare(each: string): string {
    const stem = each.replace(/\.(?:ya?ml|txt)$/i, '');
    return slug(originalOf(stem) ?? stem);
  }
  const same = names.find((each) => bare(each) === bare(name));
  if (same !== undefined) return same;
  const near = nearest(bare(name), names.map(bare));
  return near === null ? null : (names.find((each) => bare(each) === near) ?? null);
}

/** Number of leading folders that two paths have in common. */
function shared(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  const differs = left.findIndex((step, index) => step !== right[index]);
  return differs < 0 ? left.length : differs;
}
