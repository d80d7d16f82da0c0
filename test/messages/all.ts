import fs from 'node:fs';
import { locate, problemLine } from '../../scripts/model/position.ts';
import { readData } from '../../scripts/io/read.ts';
import { buildReport } from '../../scripts/report.ts';
import { applyChanges } from '../support/marked.ts';
import { putFiles, scratch } from '../support/scratch.ts';
import { sample } from '../support/sample.ts';
import { problemLines, type Tree } from '../support/tree.ts';
import type { Example } from './example.ts';
import { editionExamples } from './examples/editions.ts';
import { diskExamples, fileExamples, yamlExamples } from './examples/files.ts';
import { houseStyleExamples } from './examples/house-style.ts';
import { normExamples } from './examples/norm.ts';
import { reportExamples } from './examples/report.ts';
import { resultsExamples } from './examples/results.ts';
import { roundExamples } from './examples/round.ts';
import { siteExamples } from './examples/site.ts';

/** All examples of mistakes, by subject in Dutch. */
export const EXAMPLES: ReadonlyMap<string, readonly Example[]> = new Map([
  ['Eén resultaat', resultsExamples],
  ['Een meting', roundExamples],
  ['Een norm', normExamples],
  ['Het rapport, organisaties en documenten', reportExamples],
  ['De site', siteExamples],
  ['Wat is vastgelegd', editionExamples],
  ['De schrijfwijze', yamlExamples],
  ['De bestanden', [...fileExamples, ...diskExamples]],
  ['De huisstijl en het logo', houseStyleExamples],
]);

/** The sample with an example's mistake in it. */
export function treeOf({ changes }: Example): Tree {
  return applyChanges(sample, changes).tree;
}

/** Problems of a folder on disk, with paths as if the command ran in it. */
function problemsOnDisk(folder: string): string[] {
  const started = process.cwd();
  process.chdir(folder);
  try {
    const data = readData(folder);
    return locate(buildReport(data).problems, data.files).map(problemLine);
  } finally {
    process.chdir(started);
  }
}

/** Messages printed for an example. A mistake that text cannot express is made on disk. */
export function messagesOf(example: Example): string[] {
  const tree = treeOf(example);
  if (!example.onDisk) return problemLines(tree);
  const folder = scratch('voorbeeld');
  putFiles(folder, tree);
  example.onDisk(folder);
  try {
    return problemsOnDisk(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
