/** Characters that look like a space; YAML treats them as letters. */
const SPACES = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';

/** Characters without width, and the soft hyphen, which only shows where a word is broken. */
const WIDTHLESS = '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u2060-\\u2064\\ufeff';

const OTHER_SPACE = new RegExp(`[${SPACES}]`, 'gu');
const NO_WIDTH = new RegExp(`[${WIDTHLESS}]`, 'gu');
const FIRST = new RegExp(`[${SPACES}${WIDTHLESS}]`, 'u');

/**
 * Finds the first character that looks like a space or is invisible, with its index and Dutch name; null if there is
 * none.
 */
export function invisibleIn(
  text: string,
): { readonly index: number; readonly name: string; readonly isSpace: boolean } | null {
  const found = FIRST.exec(text);
  if (!found) return null;
  const code = `U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const isSpace = OTHER_SPACE.test(found[0]);
  OTHER_SPACE.lastIndex = 0;
  return {
    index: found.index,
    name: isSpace ? `een harde spatie (${code})` : `een onzichtbaar teken (${code})`,
    isSpace,
  };
}

/** Replaces unusual spaces by ordinary ones, and removes invisible characters. */
export function withoutInvisible(text: string): string {
  return text.replace(OTHER_SPACE, ' ').replace(NO_WIDTH, '');
}
