import fs from 'node:fs';
import path from 'node:path';
import { replaceFolder } from '../../scripts/io/output.ts';

// Replaces a folder over and over, for a test that ends this process at any moment. Each version holds the same number
// of files.
const [output = '', files = '10'] = process.argv.slice(2);
// It ends with the test, also where that fails before it ends this.
const parent = process.ppid;
for (let version = 1; process.ppid === parent; version++) {
  await replaceFolder({ output, inputs: [] }, async (folder) => {
    for (let file = 0; file < Number(files); file++)
      fs.writeFileSync(path.join(folder, `${file}.html`), `${process.pid} ${version}`);
  });
  if (version === 1) process.stdout.write('ready\n');
}
