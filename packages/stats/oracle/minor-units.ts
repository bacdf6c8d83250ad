const DIGITS: Readonly<Record<string, number>> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 };

/** `amount × quantity` in minor units, rounded once, half away from zero. */
export function minorUnits(amount: number | string, currency: string, quantity = 1): number {
  const digits = DIGITS[currency];
  if (digits === undefined) throw new Error(`No amount is in ${currency}`);
  // Everything times a million as text, so that nothing is rounded on the way.
  const product = BigInt(millionths(amount)) * BigInt(millionths(quantity));
  const unit = 10n ** BigInt(12 - digits);
  const size = product < 0n ? -product : product;
  const rounded = Number((2n * size + unit) / (2n * unit));
  return product < 0n ? -rounded : rounded;
}

function millionths(amount: number | string): string {
  const [whole = '', fraction = ''] = String(amount).split('.');
  return whole + fraction.padEnd(6, '0');
}
