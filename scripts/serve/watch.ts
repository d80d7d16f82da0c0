import fs from 'node:fs';
import path from 'node:path';

/** Milliseconds between two looks at the files. */
const IDLE = 1000;
/** The same while something changes: a file is written in more than one step, and git writes many files. */
const BUSY = 50;
/** Milliseconds from when the system says that something changed until a look: it says so many times. */
const HINT = 10;
/** How many times as long as a look takes there is none: on a slow disk it must not become all that happens. */
const REST = 20;

interface WatchOptions {
  /** Files, and folders with all that is in them; they need not exist. */
  readonly places: readonly string[];
  /** Whether a file or folder in a place does not matter, by its path. */
  readonly ignores: (file: string) => boolean;
  /** Called with each file and folder that came, went or changed, once they no longer do. */
  readonly onChange: (files: readonly string[]) => void;
}

/** What a folder looks like, whatever is in it. */
const FOLDER = 'folder';

/** All files and folders of the places, by path, each with something that differs once it has changed. */
type State = ReadonlyMap<string, string>;

/** Like `statSync`; null where there is nothing, or nothing that may be looked at. */
function statOf(place: string): fs.Stats | null {
  try {
    return fs.statSync(place);
  } catch {
    return null;
  }
}

function stateOf({ places, ignores }: WatchOptions): State {
  const state = new Map<string, string>();
  /** `above`: the folders that it is in, so that a link to one of them is not followed without end. */
  function add(place: string, above: readonly string[]): void {
    const stat = statOf(place);
    if (!stat?.isDirectory()) {
      state.set(place, stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : 'nothing');
      return;
    }
    state.set(place, FOLDER);
    const id = `${stat.dev} ${stat.ino}`;
    if (above.includes(id)) return;
    for (const name of namesIn(place)) {
      const file = path.join(place, name);
      if (!ignores(file)) add(file, [...above, id]);
    }
  }
  for (const place of places) add(place, []);
  return state;
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    // It went, or may not be read: then there is nothing in it for whoever reads the data either.
    return [];
  }
}

function changesBetween(before: State, now: State): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((file) => before.get(file) !== now.get(file));
}

/**
 * Watches places; what it gives ends that. What changed follows from looking at the files, once a second: nothing that
 * is done to a folder can hide a later change. The system's own notices of changes only say that it is time to look,
 * and so may be missed, which they are where a folder is removed and made again.
 */
export function watchPlaces(options: WatchOptions): () => void {
  let told = stateOf(options);
  let seen = told;
  let watchers: fs.FSWatcher[] = [];
  let timer = setTimeout(look, IDLE);
  let isSoon = false;

  function lookIn(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
    isSoon = milliseconds < IDLE;
  }

  function hint(): void {
    if (!isSoon) lookIn(HINT);
  }

  /** A watch follows a folder wherever that goes, not what takes its place: so all are set anew after each change. */
  function renewWatchers(): void {
    for (const watcher of watchers) watcher.close();
    const folders = [...seen.keys()].filter((place) => seen.get(place) === FOLDER);
    watchers = [...new Set([...options.places.map((place) => path.dirname(place)), ...folders])].flatMap((folder) => {
      try {
        return [fs.watch(folder, hint).on('error', hint)];
      } catch {
        // It went, or the system watches no more folders: the look that comes anyway sees what happens.
        return [];
      }
    });
  }

  function look(): void {
    const start = performance.now();
    const now = stateOf(options);
    if (changesBetween(seen, now).length > 0) {
      seen = now;
      renewWatchers();
      return lookIn(BUSY);
    }
    const changes = changesBetween(told, now);
    told = now;
    lookIn(Math.max(IDLE, REST * (performance.now() - start)));
    if (changes.length > 0) options.onChange(changes);
  }

  renewWatchers();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Does work on request, one time after another; what is asked for meanwhile becomes one more time. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let busy = false;
  let again = false;
  return async () => {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        await work();
      }
    } finally {
      busy = false;
    }
  };
}
