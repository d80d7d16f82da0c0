/** Words as one enumeration: "a", "a en b", "a, b en c". */
export function enumeration(words: readonly string[], and = 'en'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}

/** Sentences one after another, without those that are not there. */
export function joined(sentences: readonly (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

/** With a capital first letter; other letters stay as they are. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Ended by a full stop, unless it ends a sentence already. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text.trim()) ? text : `${text.trim()}.`;
}
