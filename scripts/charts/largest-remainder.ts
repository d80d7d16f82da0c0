/**
 * Whole shares of `whole`, in proportion to counts, that add up to it; what rounding down leaves goes to the largest
 * remainders, the earlier first. All 0 where every count is. Source: Hamilton's method of apportionment.
 */
export function largestRemainder(counts: readonly number[], whole: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const shares = counts.map((count) => Math.floor((count * whole) / total));
  const left = whole - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = counts
    .map((count, index) => ({ index, remainder: (count * whole) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index]! += 1;
  return shares;
}
