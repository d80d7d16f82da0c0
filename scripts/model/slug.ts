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
