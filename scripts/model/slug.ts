import { withoutInvisible } from './invisible.ts';

/** Turns a name into an id: lower-case letters and digits, separated by hyphens; empty if nothing remains. */
export function slug(name: string): string {
  return withoutInvisible(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * Name of the original, for a name that a computer or a person gives a copy: "plan (1)", "plan - kopie", "Kopie van
 * plan". Null for any other name.
 */
export function originalOf(name: string): string | null {
  const original = name
    .replace(/^(?:kopie van|copy of)\s+/i, '')
    .replace(/(?:\s*\(\d+\)|[\s_-]+(?:kopie|copy)(?:\s*\(\d+\)|\s+\d+)?)$/i, '');
  return original === name || original === '' ? null : original;
}
