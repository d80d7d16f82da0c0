import { spawn } from 'node:child_process';
import { runCommand } from '../cli/run.ts';
import { testRunner } from '../io/project.ts';

/** Outcome of one run of uvu, as read from its output. */
interface Run {
  readonly passed: number;
  readonly total: number;
  readonly failed: boolean;
}

const MATCH = String.raw`\.test\.ts$`;

/** Folders and files with tests that start processes. */
const WITH_COMMANDS = '^(?:cli|commands|editing|io|project|serve)';

/** Tests that build a site of their own, so they need not run in the process that shares one. */
const OWN_SITES = 'site/(?:batches|eleventy|headers|house-style|leaks|many|same-bytes|template)';

/** Runs tests in a separate process, and prints its output when it ends. */
function runTests(args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      '--import',
      './test/support/chance.ts',
      testRunner(),
      '--no-color',
      ...args,
    ]);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    child.on('close', (status) => {
      process.stdout.write(text);
      function count(name: string) {
        return Number(new RegExp(`^\\s*${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
      }
      resolve({ passed: count('Passed'), total: count('Total'), failed: status !== 0 });
    });
  });
}

await runCommand(
  {
    name: 'npm test',
    description: 'Controleert de types en draait alle tests, die van de site in een echte browser inbegrepen.',
    options: {
      only: { value: 'DEEL', description: 'alleen tests waarvan het pad dit bevat, zoals "compute" of "site/"' },
    },
    examples: ['npm test', 'npm test -- --only rules'],
  },
  async ({ only }, { out, err }) => {
    // Tests with a browser or with commands wait more than they compute, so tests run in parallel, in three groups that
    // take about equally long.
    const groups = only
      ? [['test', `^(?=.*${only.replace(/[^\w/-]/g, String.raw`\$&`)}).*${MATCH}`]]
      : [
          ['test', `^site/.*${MATCH}`, '-i', `^${OWN_SITES}`],
          ['test', `${WITH_COMMANDS}.*${MATCH}`],
          ['test', MATCH, '-i', `^(?!${OWN_SITES})site/`, '-i', WITH_COMMANDS],
        ];
    const runs = await Promise.all(groups.map(runTests));
    const [passed, total] = [
      runs.reduce((sum, run) => sum + run.passed, 0),
      runs.reduce((sum, run) => sum + run.total, 0),
    ];
    out(`${passed} passed, ${total - passed} failed`);
    if (runs.some((run) => run.total === 0)) {
      err('Er is geen enkele test gedraaid; dat telt als een fout.');
      return 1;
    }
    return runs.some((run) => run.failed) || passed < total ? 1 : 0;
  },
);
