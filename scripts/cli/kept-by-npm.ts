import { nearest } from '../model/suggestion.ts';
import type { Option } from './arguments.ts';

/** Where npm leaves what it took for an option of its own: `--korte-naam` becomes this, with `true` or the value after `=`. */
function variable(option: string): string {
  return `npm_config_${option.replaceAll('-', '_')}`;
}

/** Options of a command that npm has, under the name that was typed; a name that is almost one too, as npm has none like it. */
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
 * What to say where npm kept options for itself, so that the command would do something else than was asked; null where it
 * kept none. PowerShell takes away a bare `--` before npm sees it, as does who forgets to type it; quoted it stays, there
 * as in every other shell. `given` are the words that did arrive.
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
    // Which of several words belongs to which option is not known any more.
    return `--${option} ${lost.length === 1 && words.length === 1 ? words[0]! : value}`;
  });
  const [command, choice = ''] = name.split(' -- ');
  return [
    `npm heeft ${kept.map(([word]) => `--${word}`).join(' en ')} voor zichzelf gehouden. Daarom is er niets gedaan.`,
    'Typ de opdracht met twee streepjes tussen aanhalingstekens voor de opties:',
    `  ${command} "--" ${[choice, ...(words.length > 0 ? [] : given), ...typed].filter(Boolean).join(' ')}`,
  ].join('\n');
}
