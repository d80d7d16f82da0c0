import { helpOf, readArguments, UsageError, type Command } from './arguments.ts';
import type { Output } from './show.ts';

/** What a command does with its options; the result is its exit status. */
export type Action<Name extends string> = (options: Readonly<Record<Name, string>>, output: Output) => number | Promise<number>;

/** Runs a command with the arguments of this process: the only place that prints, and that sets an exit status. */
export const runCommand = async <Name extends string>(command: Command<Name>, action: Action<Name>): Promise<void> => {
  const output: Output = { out: (line) => console.log(line), err: (line) => console.error(line) };
  try {
    const options = readArguments(command, process.argv.slice(2));
    if (options === null) output.out(helpOf(command));
    else process.exitCode = await action(options, output);
  } catch (fault) {
    if (!(fault instanceof UsageError)) throw fault;
    output.err(`${fault.message}\n\n${helpOf(command)}`);
    process.exitCode = 2;
  }
};
