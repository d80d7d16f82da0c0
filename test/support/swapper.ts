import fs from 'node:fs';
import path from 'node:path';
import { replaceFolder } from '../../scripts/io/output.ts';

// Replaces a folder over and over, for a test that kills this process at any moment. Each version has the same number
// of files.
const [output = '', files = '10'] = process.argv.slice(2);
// Ends with the test, even if that fails before it kills this process.
const parent = process.ppid;
for (let version = 1; process.ppid === parent; version++) {
  await replaceFolder({ output, inputs: [] }, async (folder) => {
    for (let file = 0; file < Number(files); file++)
      fs.writeFileSync(path.join(folder, `${file}.html`), `${process.pid} ${version}`);
  });
  if (version === 1) process.stdout.write('ready\n');
}
