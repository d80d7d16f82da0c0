import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { roleOf } from '../../scripts/contract/layout.ts';
import { LanguageServer } from '../support/language-server.ts';
import { treeOf } from './all.ts';
import type { Example } from './example.ts';

const SCHEMAS = {
  site: 'site',
  report: 'rapport',
  organisations: 'organisaties',
  documents: 'documenten',
  norm: 'norm',
  round: 'meting',
  results: 'resultaten',
} as const;

/** A red line: the lines of the file that it covers, from 1, and its message. */
export interface RedLine {
  readonly from: number;
  readonly to: number;
  readonly says: string;
}

/** The language server that editors use, with the general schemas. */
export class Editor {
  readonly #server = new LanguageServer();
  #last = 0;

  start(): Promise<void> {
    return this.#server.start(pathToFileURL(path.resolve('data')).href);
  }

  stop(): void {
    this.#server.stop();
  }

  /** Red lines in a text, as if it were at that path in a data folder. */
  async redLines(file: string, text: string): Promise<RedLine[]> {
    const role = roleOf(file);
    if (!role) return [];
    // A schema in the first line is replaced; without one, a line is added above, so line numbers shift by one.
    const own = /^# yaml-language-server/.test(text);
    const uri = pathToFileURL(path.resolve('data', `proef-${++this.#last}.yaml`)).href;
    const named = `# yaml-language-server: $schema=${pathToFileURL(path.resolve('data/schema', `${SCHEMAS[role.role]}.schema.json`)).href}`;
    const found = await this.#server.open(uri, own ? text.replace(/^#.*/, () => named) : `${named}\n${text}`);
    return found.map(({ message, range }) => ({
      from: range.start.line + (own ? 1 : 0),
      to: range.end.line + (own ? 1 : 0),
      says: message,
    }));
  }

  /** Red lines in the files that an example changes. */
  async ofExample(example: Example): Promise<RedLine[]> {
    const tree = treeOf(example);
    const changed = [...new Set(example.changes.map(([file]) => file))].filter((file) => tree[file] !== undefined);
    return (await Promise.all(changed.map((file) => this.redLines(file, tree[file]!)))).flat();
  }
}
