import fs from 'node:fs';
import path from 'node:path';
import { disk as realDisk, pause, type Disk } from './disk.ts';
import {
  changedSince,
  complete,
  isTurnedBack,
  journalPath,
  leftoverOf,
  readJournal,
  undo,
  type EditSet,
} from './edit-journal.ts';
import { isRunning } from './leftovers.ts';

/** Milliseconds that a command gets to put its files in place; doing that twice does no harm. */
const PATIENCE = 10_000;

/** The same for writing down what it is going to do. */
const WRITING = 2000;

/**
 * Finishes or undoes what a command left that was ended while it changed files, and says so. Waits for one that is still at it.
 * Throws errors of the file system.
 */
export function settleEdits(folder: string, say: (line: string) => void, disk: Disk = realDisk): void {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  while (fs.existsSync(journalPath(folder))) settleJournal(folder, say, disk);
  if (clearParts(folder, folder, disk))
    say('Een eerdere opdracht brak af voordat ze iets had veranderd. Wat daarvan was achtergebleven, is opgeruimd.');
}

/** Does away with the journal that stands in a folder, if its command is gone; or else waits a moment. */
export function settleJournal(folder: string, say: (line: string) => void, disk: Disk): void {
  const set = readJournal(folder);
  if (set === null) return;
  const age = Date.now() - (fs.statSync(journalPath(folder), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (age < (set === 'unreadable' ? WRITING : isOfOther(set.id) ? PATIENCE : 0)) return pause(20);
  if (set === 'unreadable') return disk.remove(journalPath(folder));
  settle(folder, set, say, disk);
}

/** Whether it belongs to another process that still runs. One with our own number ended before we began. */
function isOfOther(id: string): boolean {
  const maker = Number(id.split('-')[0]);
  return maker !== process.pid && isRunning(maker);
}

function settle(folder: string, set: EditSet, say: (line: string) => void, disk: Disk): void {
  function shown(name: string): string {
    return path.join(folder, name).split(path.sep).join('/');
  }
  if (!isTurnedBack(folder, set) && changedSince(folder, set).length === 0) {
    complete(folder, set, disk);
    say('Een eerdere opdracht brak halverwege af. Haar wijziging is nu afgemaakt:');
    for (const { path: name } of set.files) say(`geschreven: ${shown(name)}`);
    return;
  }
  const kept = undo(folder, set, disk);
  say('Een eerdere opdracht brak halverwege af. Haar wijziging is ongedaan gemaakt; voer haar zo nodig opnieuw uit.');
  for (const name of kept) say(`${shown(name)} is daarna nog veranderd, en is zo gelaten: kijk na of het klopt`);
}

/** Removes parts of sets that never began, from a folder and those in it. True where there were any. */
function clearParts(folder: string, top: string, disk: Disk): boolean {
  let any = false;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const part = leftoverOf(entry.name);
    if (entry.isDirectory())
      any = (!entry.name.startsWith('.') && clearParts(path.join(folder, entry.name), top, disk)) || any;
    else if (part && !isOfOther(part.id)) {
      disk.remove(path.join(folder, entry.name));
      any = true;
    }
  }
  // It may have been made for what never came.
  if (any && folder !== top) disk.removeFolder(folder);
  return any;
}
