/** What a fault of the system means, and the way out. */
const MESSAGES: Readonly<Record<string, string>> = {
  ENOSPC: 'de schijf is vol; maak ruimte',
  EDQUOT: 'uw ruimte op de schijf is op; maak ruimte',
  EFBIG: 'een bestand wordt groter dan hier mag',
  EACCES: 'dit programma heeft daar geen rechten; kies een andere map, of vraag de beheerder om schrijfrechten',
  EPERM: 'dit programma heeft daar geen rechten; kies een andere map, of vraag de beheerder om schrijfrechten',
  EROFS: 'daar kan alleen worden gelezen; kies een andere map',
  ENAMETOOLONG: 'die naam is te lang; kies een kortere',
  ENOTDIR: 'een deel van die plaats is een bestand en geen map; kies een andere map',
  EMFILE: 'er zijn te veel bestanden tegelijk open; sluit andere programma’s',
  EIO: 'de schijf geeft een fout; controleer haar',
};

/** A mistake in a template. The message begins with its file, line and column. */
export class TemplateFault extends Error {}

interface SystemFault extends Error {
  readonly code?: string;
  readonly path?: string;
  /** Where Eleventy keeps the fault that it wraps. */
  readonly originalError?: unknown;
}

/** A fault of the disk, of rights or in a template as a Dutch sentence; null for any other, which is a fault of this program. */
export const faultMessage = (fault: unknown): string | null => {
  for (let at = fault as SystemFault | undefined, depth = 0; at instanceof Error && depth < 10; depth++) {
    if (at instanceof TemplateFault) return `sjabloon ${at.message}`;
    const message = at.code === undefined ? undefined : MESSAGES[at.code];
    if (message) return `${at.path ? `${at.path}: ` : ''}${message} (${at.code})`;
    at = (at.originalError ?? at.cause) as SystemFault | undefined;
  }
  return null;
};
