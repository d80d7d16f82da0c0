import { parseArgs } from 'node:util';
import { UsageError } from '../model/problem.ts';
import { nearest } from '../model/suggestion.ts';

/** One option of a command. With `value` it takes a value, which the help calls by that name. */
export interface Option {
  readonly description: string;
  readonly value?: string;
  readonly default?: string;
  /** Given without its name; required where it has no default. `several`, for the last option only: one or more. */
  readonly positional?: true | 'several';
}

/** The parsed arguments of a command. */
interface GivenArguments<Name extends string> {
  /** Values as given, else the default, else an empty string; "true" for a flag. */
  readonly options: Readonly<Record<Name, string>>;
  /** All positional arguments. */
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
 * Parses the arguments of a command; null if help was requested. Throws UsageError for anything that the command does
 * not accept.
 */
export function readArguments<Name extends string>(
  command: Command<Name>,
  given: readonly string[],
): GivenArguments<Name> | null {
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
    const missing = words.slice(positionals.length).find(([, option]) => option.default === undefined);
    if (missing) throw new UsageError(`noem ${missing[1].value}: ${missing[1].description}`);
    const named = Object.fromEntries(words.map(([name], index) => [name, positionals[index]]));
    const all = Object.entries<Option>(command.options).map(([name, option]) => [
      name,
      String(named[name] ?? (values as Record<string, unknown>)[name] ?? option.default ?? ''),
    ]);
    return { options: Object.fromEntries(all) as Record<Name, string>, words: positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(usageMessage(error as Error & { code?: string }));
  }
}

function usageMessage(error: Error & { code?: string }): string {
  const option = /'(-[^' ]+)/.exec(error.message)?.[1];
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `onbekende optie ${option ?? ''}`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `onverwacht argument ${/'([^']*)'/.exec(error.message)?.[1] ?? ''}`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `bij ${option ?? 'deze optie'} hoort ${error.message.includes('does not take') ? 'geen waarde' : 'een waarde'}`;
    default:
      return error.message;
  }
}

/**
 * Name of the environment variable that npm sets for an option it took as its own. Its value is `true`, or the text
 * after `=`.
 */
function variable(option: string): string {
  return `npm_config_${option.replaceAll('-', '_')}`;
}

/**
 * Options of this command that npm took, each with the name as typed. Includes near misses: npm has no similar options
 * of its own.
 */
function keptOptions(
  options: readonly string[],
  environment: NodeJS.ProcessEnv,
): (readonly [typed: string, option: string])[] {
  const exact = options.filter((option) => environment[variable(option)] !== undefined);
  const almost = Object.entries(environment).flatMap(([name, value]) => {
    if (!name.startsWith('npm_config_') || value !== 'true') return [];
    const typed = name.slice('npm_config_'.length).replaceAll('_', '-');
    const meant = options.includes(typed) ? null : nearest(typed, options);
    return meant === null ? [] : [[typed, meant] as const];
  });
  return [...exact.map((option) => [option, option] as const), ...almost];
}

/**
 * Returns what to say when npm took options meant for the command, which would then do something else than was asked;
 * null if npm took none. It happens without `--` in front of them: people forget it, and PowerShell drops a bare one,
 * though not a quoted one. `given`: the arguments that did arrive.
 */
export function keptByNpm(
  { name, options }: { readonly name: string; readonly options: Readonly<Record<string, Option>> },
  given: readonly string[],
  environment: NodeJS.ProcessEnv,
): string | null {
  const named = Object.keys(options).filter((option) => !options[option]!.positional);
  const kept = keptOptions(named, environment);
  if (kept.length === 0) return null;
  const lost = kept.filter(([, option]) => options[option]!.value !== undefined);
  const words = Object.values(options).some(({ positional }) => positional) ? [] : given;
  const typed = kept.map(([, option]) => {
    const { value } = options[option]!;
    if (value === undefined) return `--${option}`;
    const after = environment[variable(option)];
    if (after !== undefined && after !== 'true' && after !== '') return `--${option} ${after}`;
    // Of several words it is unknown which belongs to which option.
    return `--${option} ${lost.length === 1 && words.length === 1 ? words[0]! : value}`;
  });
  const [command, choice = ''] = name.split(' -- ');
  return [
    `npm heeft ${kept.map(([word]) => `--${word}`).join(' en ')} voor zichzelf gehouden. Daarom is er niets gedaan.`,
    'Typ de opdracht met twee streepjes tussen aanhalingstekens voor de opties:',
    `  ${command} "--" ${[choice, ...(words.length > 0 ? [] : given), ...typed].filter(Boolean).join(' ')}`,
  ].join('\n');
}
