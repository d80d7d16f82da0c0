/** Words as one enumeration: "a", "a en b", "a, b en c". */
export const enumeration = (words: readonly string[], and = 'en'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;

/** With a capital first letter; other letters stay as they are. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ended by a full stop, unless it ends a sentence already. */
export const asSentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text : `${text.trim()}.`);
