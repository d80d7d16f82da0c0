/** Spaces that look like one and are not: YAML takes them for letters. */
const SPACES = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';

/** Signs without width, and one that shows only where a word is broken off. */
const WIDTHLESS = '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u2060-\\u2064\\ufeff';

const OTHER_SPACE = new RegExp(`[${SPACES}]`, 'gu');
const NO_WIDTH = new RegExp(`[${WIDTHLESS}]`, 'gu');
const FIRST = new RegExp(`[${SPACES}${WIDTHLESS}]`, 'u');

/**
 * The first character that looks like a space, or cannot be seen at all: where it is, and its name; null where there is
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

/** The text with ordinary spaces, and without what cannot be seen. */
export function withoutInvisible(text: string): string {
  return text.replace(OTHER_SPACE, ' ').replace(NO_WIDTH, '');
}
