import { writeEdits } from '../../scripts/io/write-edits.ts';
import { watchedDisk } from './ending-disk.ts';
import { EDITS } from './sample-edits.ts';

// Changes a folder, and is killed just before a step: `node … <folder> <step>`. Exits with 0 if there are fewer steps.
const [folder = '', last = ''] = process.argv.slice(2);
writeEdits(
  folder,
  EDITS,
  watchedDisk(({ number }) => {
    if (number === Number(last)) process.kill(process.pid, 'SIGKILL');
  }),
);
