import { UsageError } from '../model/problem.ts';

/** What each system error means and what to do about it. */
const MESSAGES: Readonly<Record<string, string>> = {
  ENOENT: 'dit is er niet; zet het terug',
  ENOSPC: 'de schijf is vol; maak ruimte',
  EDQUOT: 'uw ruimte op de schijf is op; maak ruimte',
  EFBIG: 'een bestand wordt groter dan hier mag',
  EACCES: 'dit programma heeft daar geen rechten; kies een andere map, of vraag de beheerder om schrijfrechten',
  EPERM: 'dit programma heeft daar geen rechten; kies een andere map, of vraag de beheerder om schrijfrechten',
  EROFS: 'daar kan alleen worden gelezen; kies een andere map',
  ENAMETOOLONG: 'die naam is te lang; kies een kortere',
  ENOTDIR: 'een deel van die plaats is een bestand en geen map; kies een andere map',
  ELOOP: 'die koppeling leidt naar zichzelf; haal haar weg, of kies een andere plaats',
  EBUSY: 'iets anders gebruikt dit nu; sluit dat, of wacht even',
  EMFILE: 'er zijn te veel bestanden tegelijk open; sluit andere programma’s',
  ERR_MODULE_NOT_FOUND: 'een pakket is niet geïnstalleerd; draai eerst: npm ci',
  EIO: 'de schijf geeft een fout; controleer haar',
};

/** A mistake in a template. The message has its file, line and column, what is wrong and what to do. */
export class TemplateError extends Error {}

interface SystemError extends Error {
  readonly code?: string;
  readonly path?: string;
  readonly syscall?: string;
  /** Where Eleventy keeps the error that it wraps. */
  readonly originalError?: unknown;
}

/** Returns an error and those that it wraps, outermost first, at most ten. */
export function errorChain(error: unknown): SystemError[] {
  const chain: SystemError[] = [];
  for (let at = error; at instanceof Error && chain.length < 10; at = (at as SystemError).originalError ?? at.cause)
    chain.push(at);
  return chain;
}

/** Stack trace of the innermost error, where things went wrong; for developers. */
export function errorTrace(error: unknown): string {
  const first = errorChain(error).at(-1);
  return first ? (first.stack ?? first.message) : String(error);
}

/**
 * Returns a Dutch sentence for an error of the system, of usage or in a template; null for any other, which is a bug in
 * this program.
 */
export function systemErrorMessage(error: unknown): string | null {
  for (const each of errorChain(error)) {
    if (each instanceof UsageError || each instanceof TemplateError) return each.message;
    // ENOENT from a spawn means a program that is not installed, not a missing file.
    const message = each.code === undefined || each.syscall?.startsWith('spawn') ? undefined : MESSAGES[each.code];
    if (message) return `${each.path ? `${each.path}: ` : ''}${message} (${each.code})`;
  }
  return null;
}
