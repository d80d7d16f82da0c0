import fs from 'node:fs';
import path from 'node:path';

/** Milliseconds between two polls of the files. */
const IDLE = 1000;
/** The same while something is changing: a file is written in several steps, and git writes many files. */
const BUSY = 50;
/** Milliseconds between a notification of the system and a poll: notifications come in bursts. */
const HINT = 10;
/** Pause after a poll as a multiple of its duration, so that on a slow disk polling does not take all the time. */
const REST = 20;

interface WatchOptions {
  /** Files, and folders with everything in them; they need not exist. */
  readonly places: readonly string[];
  /** Whether a file or folder does not matter, by its path. */
  readonly ignores: (file: string) => boolean;
  /** Called with each file and folder that appeared, disappeared or changed, once things are quiet. */
  readonly onChange: (files: readonly string[]) => void;
}

/** State of a folder, whatever is in it. */
const FOLDER = 'folder';

/** All files and folders to watch, by path, each with something that differs after a change. */
type State = ReadonlyMap<string, string>;

/** Like `statSync`; null if there is nothing, or nothing that may be read. */
function statOf(place: string): fs.Stats | null {
  try {
    return fs.statSync(place);
  } catch {
    return null;
  }
}

function stateOf({ places, ignores }: WatchOptions): State {
  const state = new Map<string, string>();
  /** `above`: the folders that contain it, so that a link to one of them is not followed for ever. */
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
    // It disappeared or may not be read: then the reader of the data will find nothing there either.
    return [];
  }
}

function changesBetween(before: State, now: State): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((file) => before.get(file) !== now.get(file));
}

/**
 * Watches places and returns a function that stops it. Changes follow from polling the files once a second, so nothing
 * done to a folder can hide a later change. Notifications of the system only say that it is time to poll, so they may
 * be missed, as happens when a folder is removed and created again.
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

  /**
   * A system watch follows a folder wherever it moves, not what takes its place, so all are set again after each
   * change.
   */
  function renewWatchers(): void {
    for (const watcher of watchers) watcher.close();
    const folders = [...seen.keys()].filter((place) => seen.get(place) === FOLDER);
    watchers = [...new Set([...options.places.map((place) => path.dirname(place)), ...folders])].flatMap((folder) => {
      try {
        return [fs.watch(folder, hint).on('error', hint)];
      } catch {
        // It disappeared, or the system watches no more folders: the next poll notices anyway.
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

/** Runs work on request, one run after another; requests made meanwhile become one more run. */
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
