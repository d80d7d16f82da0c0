/** An exact rational number: `numerator / denominator`, denominator > 0, in lowest terms. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}
