import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../model/problem.ts';

/**
 * The folder of this program: two above this file, and as far above the bundle of it that `scripts/cli/start.js` makes.
 */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Where a file of the program itself is, by its path from the program's folder. */
export function inProject(name: string): string {
  return path.join(PROJECT, name);
}

/** Whether a project of its own installed this program as a package; in the repository it is the project itself. */
export const IS_PACKED = fs.existsSync(inProject('program/bundle'));

/** Where a file of the project of which the site is made would be: its own pages and `.eleventy.js` stand there. */
export function inOwnProject(name: string): string {
  return IS_PACKED ? path.resolve(name) : inProject(name);
}

/** Runs what is named first after it: a command, or what a command starts in a process or a thread of its own. */
export const CLI = inProject('scripts/cli/start.js');

/** The program that runs tests. Throws a UsageError where the packages for development are not installed. */
export function testRunner(): string {
  const runner = inProject('node_modules/uvu/bin.js');
  if (!fs.existsSync(runner))
    throw new UsageError('de pakketten voor het ontwikkelen zijn niet geïnstalleerd; draai eerst: npm ci');
  return runner;
}
