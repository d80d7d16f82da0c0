import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { filesBelow } from './manifest.ts';

const TEXT = /\.(?:css|csv|html|js|json|jsonld|mjs|svg|txt|webmanifest|xml)$/;

/** Smaller files fit in one packet as they are. */
const MIN_BYTES = 1024;

/** As many as Node has threads for this. */
const AT_ONCE = 4;

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

/** Writes `.gz` and `.br` beside each text file of a site, for a server that sends those as they are. The same bytes give the same bytes. */
export async function compressFiles(folder: string): Promise<void> {
  const names = filesBelow(folder).filter((name) => TEXT.test(name));
  async function compressNext(): Promise<void> {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const file = path.join(folder, name);
      const content = fs.readFileSync(file);
      if (content.length < MIN_BYTES) continue;
      const [small, smaller] = await Promise.all([
        gzip(content, { level: 9 }),
        brotli(content, {
          params: {
            [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
            [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          },
        }),
      ]);
      fs.writeFileSync(`${file}.gz`, small);
      fs.writeFileSync(`${file}.br`, smaller);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, compressNext));
}
