import { parseArgs } from 'node:util';
import { UsageError } from '../model/usage-error.ts';

/** One option of a command; an option with `value` takes one, called by that name in the help. */
export interface Option {
  readonly description: string;
  readonly value?: string;
  readonly default?: string;
  /** Given as a word by itself, without its name; the command needs it. `several` for the last: there may be more of them. */
  readonly positional?: true | 'several';
}

/** What a command was given. */
export interface Given<Name extends string> {
  /** Options as given, or else their default. */
  readonly options: Readonly<Record<Name, string>>;
  /** All that was given without a name. */
  readonly words: readonly string[];
}

export interface Command<Name extends string> {
  /** As people type it: `npm run build`. */
  readonly name: string;
  readonly description: string;
  readonly options: Readonly<Record<Name, Option>>;
  readonly examples?: readonly string[];
}

/** The text that `--help` prints. */
export function helpOf<Name extends string>({ name, description, options, examples = [] }: Command<Name>): string {
  const rows = Object.entries<Option>({ ...options, help: { description: 'deze uitleg' } }).map(
    ([option, { value, description: text, default: usual, positional }]) =>
      [
        positional ? (positional === 'several' ? `${value!} …` : value!) : `--${option}${value ? ` ${value}` : ''}`,
        `${text}${usual ? ` (standaard: ${usual})` : ''}`,
      ] as const,
  );
  const words = Object.values<Option>(options)
    .filter(({ positional }) => positional)
    .map(({ value, positional }) => (positional === 'several' ? `${value!} …` : value!));
  const width = Math.max(...rows.map(([option]) => option.length));
  return [
    description,
    '',
    `Gebruik: ${name}${name.startsWith('npm') && !name.includes(' -- ') ? ' --' : ''}${words.map((word) => ` ${word}`).join('')} [opties]`,
    '',
    ...rows.map(([option, text]) => `  ${option.padEnd(width)}  ${text}`),
    ...(examples.length > 0 ? ['', 'Voorbeelden:', ...examples.map((example) => `  ${example}`)] : []),
  ].join('\n');
}

/**
 * The options of a command. Null where help is asked for.
 * Throws a UsageError for what the command does not know.
 */
export function readArguments<Name extends string>(
  command: Command<Name>,
  given: readonly string[],
): Given<Name> | null {
  const words = Object.entries<Option>(command.options).filter(([, { positional }]) => positional);
  const config = Object.fromEntries(
    Object.entries<Option>(command.options)
      .filter(([, { positional }]) => !positional)
      .map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' } as const]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { ...config, help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals: words.length > 0,
    });
    if (values.help) return null;
    const takesMore = words.at(-1)?.[1].positional === 'several';
    if (positionals.length > words.length && !takesMore)
      throw new UsageError(`onverwacht argument ${positionals[words.length]}`);
    const missing = words[positionals.length];
    if (missing) throw new UsageError(`noem ${missing[1].value}: ${missing[1].description}`);
    const named = Object.fromEntries(words.map(([name], index) => [name, positionals[index]]));
    const all = Object.entries<Option>(command.options).map(([name, option]) => [
      name,
      String(named[name] ?? (values as Record<string, unknown>)[name] ?? option.default ?? ''),
    ]);
    return { options: Object.fromEntries(all) as Record<Name, string>, words: positionals };
  } catch (fault) {
    if (fault instanceof UsageError) throw fault;
    throw new UsageError(usageMessage(fault as Error & { code?: string }));
  }
}

function usageMessage(fault: Error & { code?: string }): string {
  const option = /'(-[^' ]+)/.exec(fault.message)?.[1];
  switch (fault.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `onbekende optie ${option ?? ''}`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `onverwacht argument ${/'([^']*)'/.exec(fault.message)?.[1] ?? ''}`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `bij ${option ?? 'deze optie'} hoort ${fault.message.includes('does not take') ? 'geen waarde' : 'een waarde'}`;
    default:
      return fault.message;
  }
}
