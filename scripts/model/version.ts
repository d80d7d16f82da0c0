/**
 * For `Array.sort`: versions of norms by their numbers, one after another: 1.9, 1.10, 2, 2026. A number that is not there
 * counts as 0. Source: data-contract, "ordered number by number".
 */
export function byVersion(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [x, y] = [BigInt(left[index] ?? 0), BigInt(right[index] ?? 0)];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
