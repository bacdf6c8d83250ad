/** Decimal places of amounts, quantities and their products while they are exact. */
const AMOUNT_PLACES = 6;

/**
 * An amount in major units, times a quantity, as integer minor units of `currency`: `19.9` or `"19.90"` EUR → 1990,
 * `"1200"` JPY → 1200, `"1.234"` KWD → 1234. Computed on decimals, rounded once, half away from zero.
 */
export function toMinorUnits(amount: number | string, currency: string, quantity = 1): number {
  const product = toMillionths(amount) * toMillionths(quantity);
  const divisor = 10n ** BigInt(2 * AMOUNT_PLACES - minorUnitDigits(currency));
  const half = product < 0n ? -divisor / 2n : divisor / 2n;
  return Number((product + half) / divisor);
}

/** Digits after the point that a currency is counted in: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorUnitDigits(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    digitsOf.set(currency, digits);
  }
  return digits;
}

const digitsOf = new Map<string, number>();

function toMillionths(amount: number | string): bigint {
  // A number's shortest decimal form is what its sender meant: 1.005 is 1.005 although no double is.
  const decimal = typeof amount === 'string' ? amount : shortestDecimal(amount);
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const millionths = BigInt(whole + fraction.slice(0, AMOUNT_PLACES).padEnd(AMOUNT_PLACES, '0'));
  return decimal.startsWith('-') ? -millionths : millionths;
}

function shortestDecimal(amount: number): string {
  const decimal = String(amount);
  return decimal.includes('e') ? amount.toFixed(AMOUNT_PLACES) : decimal;
}
