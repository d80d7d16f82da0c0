import type { z } from 'zod';
import { error, type Problem } from '../model/problem.ts';
import type { CheckedFile, SourceFile, SourceFolder } from '../model/tree.ts';
import { check } from './check.ts';

/** Holds files of a data folder against the contract, and keeps what is wrong with them. */
export class FileChecker {
  readonly files: readonly SourceFile[];
  readonly problems: Problem[] = [];
  readonly #folder: string;
  readonly #byPath: ReadonlyMap<string, SourceFile>;

  constructor({ folder, files }: SourceFolder) {
    this.#folder = folder;
    this.files = files;
    this.#byPath = new Map(files.map((file) => [file.path, file]));
  }

  /** The value of a file; null, with a problem, where it is missing or of no use. `holds`: what belongs in it, in Dutch. */
  check<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    holds: string,
  ): { value: z.output<Schema>; source: CheckedFile } | null {
    const source = this.#byPath.get(path);
    if (!source) {
      this.problems.push(
        error({ file: this.#shown(path), offset: 0 }, `dit bestand ontbreekt; maak het, met daarin ${holds}`),
      );
      return null;
    }
    const { value, source: checked, problems } = check(schema, source);
    this.found(problems);
    return value === null ? null : { value, source: checked };
  }

  /** One by one: a hostile file can have more problems than a call can have arguments. */
  found(problems: readonly Problem[]): void {
    for (const problem of problems) this.problems.push(problem);
  }

  #shown(path: string): string {
    return this.#folder === '' ? path : `${this.#folder}/${path}`;
  }
}
