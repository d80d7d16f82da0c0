import { fraction, type Fraction } from '../../model/fraction.ts';

/** The decimal number that an author wrote, exactly: 66.6 is 333/5, not its nearest binary fraction. Finite and ≥ 0. */
export function exact(value: number): Fraction {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const digits = BigInt(whole + decimals);
  const shift = Number(exponent) - decimals.length;
  return shift > 0 ? fraction(digits * 10n ** BigInt(shift)) : fraction(digits, 10n ** BigInt(-shift));
}
