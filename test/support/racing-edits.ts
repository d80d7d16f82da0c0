import { writeEdits } from '../../scripts/io/write-edits.ts';
import { BEFORE } from './sample-edits.ts';

// Changes the same files as other processes at the same time: `node … <folder> <name>`. Prints the files that another
// process changed first.
const [folder = '', name = ''] = process.argv.slice(2);
console.log(
  writeEdits(
    folder,
    Object.entries(BEFORE).map(([path, before]) => ({ path, text: `titel: ${name}\n`, before })),
  ).join(),
);
