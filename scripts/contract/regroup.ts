import { error, type Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/tree.ts';
import type { Folder } from './layout.ts';
import { nodeAt } from './tree.ts';

const CONTAINERS: ReadonlySet<string> = new Set(['normen', 'metingen', 'resultaten']);

/**
 * Recognises folders by what they hold, and puts those that have another name or lie elsewhere where the contract has
 * them. A folder is one problem, however many files it holds.
 */
export function regroup(root: Folder): Problem[] {
  const regrouper = new Regrouper(root);
  regrouper.run();
  return regrouper.problems;
}

export function looksLikeResults({ tree }: SourceFile): boolean {
  return nodeAt(tree, ['organisatie']) !== undefined || nodeAt(tree, ['resultaten']) !== undefined;
}

function isNorm({ name, files }: Folder): boolean {
  return files.has('norm.yaml') && !CONTAINERS.has(name);
}

function isRound({ name, files }: Folder): boolean {
  return files.has('meting.yaml') && !CONTAINERS.has(name);
}

function areResults({ files, folders }: Folder): boolean {
  return files.size > 0 && folders.size === 0 && [...files.values()].every(looksLikeResults);
}

function children({ folders }: Folder, is: (folder: Folder) => boolean): Folder[] {
  return [...folders.values()].filter(is);
}

class Regrouper {
  readonly problems: Problem[] = [];
  readonly #root: Folder;

  constructor(root: Folder) {
    this.#root = root;
  }

  run(): void {
    const normen = this.#home(this.#root, 'normen', isNorm);
    const norms = [...normen.folders.values()];
    for (const norm of norms) {
      const metingen = this.#home(norm, 'metingen', isRound);
      for (const round of children(metingen, (each) => !areResults(each))) this.#resultsOf(round);
      this.#strayResults([norm, metingen], metingen);
    }
    for (const norm of norms)
      for (const round of children(norm.folders.get('metingen')!, isRound)) this.#ofAnother(round, norm, norms);
    for (const round of children(this.#root, isRound)) this.#ofAnother(round, this.#root, norms);
  }

  /** The folder of this name, with in it all that belongs there. */
  #home(parent: Folder, name: string, is: (folder: Folder) => boolean): Folder {
    const home = this.#named(parent, name, (each) => !is(each) && children(each, is).length > 0);
    for (const each of children(home, (child) => !is(child))) {
      const inner = children(each, is);
      if (inner.length === 0 || inner.length < each.folders.size || each.files.size > 0) continue;
      home.folders.delete(each.name);
      this.#move(inner, each, home);
    }
    this.#move(children(parent, is), parent, home);
    return home;
  }

  /** The folder of this name; or else the only one that holds what such a folder does. */
  #named(parent: Folder, name: string, holds: (folder: Folder) => boolean): Folder {
    const found = parent.folders.get(name);
    const [other, second] = found ? [] : children(parent, holds);
    if (other && !second) {
      this.#addProblem(other.shown, `deze map heet "${other.name}"; geef haar de naam "${name}"`);
      parent.folders.delete(other.name);
    }
    const home =
      found ??
      (second || !other
        ? { name, shown: `${parent.shown}/${name}`, folders: new Map(), files: new Map() }
        : { ...other, name });
    parent.folders.set(name, home);
    return home;
  }

  #move(folders: readonly Folder[], from: Folder, to: Folder): void {
    const [first, ...others] = folders;
    if (!first) return;
    this.#addProblem(
      first.shown,
      others.length === 0
        ? `deze map hoort ergens anders; zet haar in de map "${this.#short(to)}"`
        : `de mappen ${folders.map(({ name }) => `"${name}"`).join(', ')} horen ergens anders; zet ze in de map "${this.#short(to)}"`,
    );
    for (const each of folders) {
      from.folders.delete(each.name);
      to.folders.set(each.name, each);
    }
  }

  #resultsOf(round: Folder): void {
    const results = this.#named(round, 'resultaten', areResults);
    const loose = [...round.files].filter(([, file]) => looksLikeResults(file));
    // One file that lies elsewhere is told as such.
    if (loose.length < 2) return;
    this.#addProblem(
      loose[0]![1].file,
      `in dit bestand en ${loose.length - 1} andere staan resultaten; zet die bestanden in de map "${this.#short(results)}"`,
    );
    for (const [name, file] of loose) {
      round.files.delete(name);
      results.files.set(name, file);
    }
  }

  /** A folder with results beside the rounds, where one of those has none. */
  #strayResults(parents: readonly Folder[], { folders }: Folder): void {
    const [round, another] = [...folders.values()].filter(
      (each) => isRound(each) && each.folders.get('resultaten')!.files.size === 0,
    );
    for (const parent of parents) {
      const [stray] = children(parent, areResults);
      if (!stray || !round || another) continue;
      this.#addProblem(stray.shown, `deze map hoort ergens anders; zet haar in de map "${this.#short(round)}"`);
      parent.folders.delete(stray.name);
      round.folders.set('resultaten', { ...stray, name: 'resultaten' });
      return;
    }
  }

  /** A round that lies with another norm than that of which it names the points. */
  #ofAnother(round: Folder, at: Folder, norms: readonly Folder[]): void {
    const rows = rowsIn(round);
    if (rows.size === 0 || shareOf(rows, at) >= 0.5) return;
    const [meant, second] = norms.filter((norm) => norm !== at && shareOf(rows, norm) === 1);
    if (!meant || second) return;
    this.#move([round], at === this.#root ? at : at.folders.get('metingen')!, meant.folders.get('metingen')!);
  }

  #addProblem(shown: string, message: string): void {
    this.problems.push(error({ file: shown, offset: 0 }, message));
  }

  /** A folder as people call it within a report. */
  #short({ shown }: Folder): string {
    return shown.slice(this.#root.shown.length + 1);
  }
}

/** Names of the points that the results of a round name. */
function rowsIn(round: Folder): ReadonlySet<string> {
  const files = [...(round.folders.get('resultaten')?.files.values() ?? [])];
  return new Set(
    files.flatMap(({ tree }) => {
      const rows = nodeAt(tree, ['resultaten']);
      return rows?.kind === 'mapping' ? rows.entries.map(({ key }) => key) : [];
    }),
  );
}

/** Which share of these points a norm has. */
function shareOf(rows: ReadonlySet<string>, { files }: Folder): number {
  const points = nodeAt(files.get('norm.yaml')?.tree ?? null, ['ambitiepunten']);
  if (points?.kind !== 'sequence') return 0;
  const ids = new Set(
    points.items.flatMap((item) => {
      const id = nodeAt(item, ['id']);
      return id?.kind === 'scalar' ? [id.text] : [];
    }),
  );
  return [...rows].filter((row) => ids.has(row)).length / rows.size;
}
