/** Levenshtein distance: the number of insertions, deletions and substitutions. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}

const MAX_LENGTH = 80;

/** Minimum length of a prefix; shorter ones match too many words. */
const BEGIN = 3;

/** Returns the word that `typed` was most likely meant to be; null if none is similar. */
export function nearest(typed: string, words: Iterable<string>): string | null {
  if (typed.length > MAX_LENGTH) return null;
  const all = [...words];
  const longer = typed.length < BEGIN ? [] : all.filter((word) => word.startsWith(typed));
  if (longer.length === 1) return longer[0]!;
  let best: { word: string; distance: number } | null = null;
  for (const word of all) {
    const found = { word, distance: distance(typed.toLowerCase(), word.toLowerCase()) };
    if (!best || found.distance < best.distance) best = found;
  }
  // A word that has nothing in common with the input cannot be what was meant.
  return best &&
    best.distance < Math.max(typed.length, best.word.length) &&
    best.distance <= Math.max(1, Math.floor(Math.max(typed.length, best.word.length) / 3))
    ? best.word
    : null;
}

/** Returns `; bedoelde u "x"?`, or else the given solution. */
export function didYouMean(typed: string, words: Iterable<string>, otherwise: string): string {
  const word = nearest(typed, words);
  return word === null ? `; ${otherwise}` : `; bedoelde u "${word}"?`;
}
