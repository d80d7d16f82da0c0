import { withoutInvisible } from './invisible.ts';

/** A name as an id: small letters and digits, with dashes between; empty where nothing of it is left. */
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
 * Of the name that a computer or a person gives a copy, the name of the original: "plan (1)", "plan - kopie", "Kopie
 * van plan".
 */
export function originalOf(name: string): string | null {
  const original = name
    .replace(/^(?:kopie van|copy of)\s+/i, '')
    .replace(/(?:\s*\(\d+\)|[\s_-]+(?:kopie|copy)(?:\s*\(\d+\)|\s+\d+)?)$/i, '');
  return original === name || original === '' ? null : original;
}
