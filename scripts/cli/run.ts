import { type Command, helpOf, keptByNpm, readArguments } from './arguments.ts';
import { UsageError } from '../model/problem.ts';
import { systemErrorMessage } from './system-error.ts';
import { failureAnnotation, type Output } from './show.ts';

/** Body of a command: takes its options and positional arguments, returns the exit status. */
export type Action<Name extends string> = (
  options: Readonly<Record<Name, string>>,
  output: Output,
  words: readonly string[],
) => number | Promise<number>;

/** Runs a command with the arguments of this process. All that it prints, and its exit status, pass through here. */
export async function runCommand<Name extends string>(
  command: Command<Name>,
  action: Action<Name>,
  given: readonly string[] = process.argv.slice(2),
): Promise<void> {
  // A reader such as `| head` may close the pipe early; that is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const [said, wrong]: [string[], string[]] = [[], []];
  const output: Output = {
    out: (line) => (said.push(line), console.log(line)),
    err: (line) => (wrong.push(line), console.error(line)),
  };
  const kept = keptByNpm(command, given, process.env);
  if (kept !== null) {
    output.err(kept);
    process.exitCode = 2;
    return;
  }
  function annotateFailure(): void {
    if (process.env.GITHUB_ACTIONS !== 'true' || !process.exitCode || said.some((line) => line.startsWith('::error')))
      return;
    output.out(failureAnnotation(wrong));
  }
  try {
    const read = readArguments(command, given);
    if (read === null) output.out(helpOf(command));
    else process.exitCode = await action(read.options, output, read.words);
  } catch (error) {
    const system = systemErrorMessage(error);
    if (!(error instanceof UsageError) && system === null) throw error;
    output.err(error instanceof UsageError ? error.message : system!);
    if (error instanceof UsageError) console.error(`\n${helpOf(command)}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
  annotateFailure();
}

/** The current day, to be stored in the data; builds never read the clock. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** One variant of a command, with its own options and action. */
export interface Choice {
  readonly description: string;
  readonly run: (given: readonly string[]) => Promise<void>;
}

/** Runs the choice named by the first argument; without one, prints which choices there are. */
export async function runChoice(
  name: string,
  description: string,
  choices: Readonly<Record<string, Choice>>,
): Promise<void> {
  const [word, ...given] = process.argv.slice(2);
  const choice = word !== undefined && Object.hasOwn(choices, word) ? choices[word] : undefined;
  if (choice) return choice.run(given);
  const width = Math.max(...Object.keys(choices).map((each) => each.length));
  const help = [
    description,
    '',
    `Gebruik: ${name} -- SOORT [opties]`,
    '',
    ...Object.entries(choices).map(([each, { description: text }]) => `  ${each.padEnd(width)}  ${text}`),
    '',
    `Meer over een soort: ${name} -- ${Object.keys(choices)[0]} --help`,
  ].join('\n');
  if (word === '--help' || word === '-h') return console.log(help);
  console.error(`${word === undefined ? 'zeg wat er nieuw is' : `onbekende soort "${word}"`}\n\n${help}`);
  process.exitCode = 2;
}
