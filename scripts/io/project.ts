import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../model/problem.ts';

/** The folder of this program: two above this file, and two above the bundle that `scripts/cli/start.js` makes. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Absolute path of a file of the program itself, given its path from the program's folder. */
export function inProject(name: string): string {
  return path.join(PROJECT, name);
}

/** Whether this program was installed as a package by another project; in its repository it is the project itself. */
export const IS_PACKED = fs.existsSync(inProject('program/bundle'));

/** Absolute path of a file of the project that the site is built from, which has its own pages and `.eleventy.js`. */
export function inOwnProject(name: string): string {
  return IS_PACKED ? path.resolve(name) : inProject(name);
}

/** Runs the script named as its first argument: a command, or the worker or child process of one. */
export const CLI = inProject('scripts/cli/start.js');

/** The test runner. Throws a UsageError if the development dependencies are not installed. */
export function testRunner(): string {
  const runner = inProject('node_modules/uvu/bin.js');
  if (!fs.existsSync(runner))
    throw new UsageError('de pakketten voor het ontwikkelen zijn niet geïnstalleerd; draai eerst: npm ci');
  return runner;
}
