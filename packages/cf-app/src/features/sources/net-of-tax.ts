/**
 * Amounts of a line whose prices include tax, without it. `tax` (minor units, as all) is what is in the discounted price;
 * `rate` 0.19 is 19 %. Gross minus discount is exact to the minor unit; how it is split follows the rate.
 */
export function netOfTax(line: {
  readonly gross: number;
  readonly discount: number;
  readonly tax: number;
  readonly rate: number;
}): { gross: number; discount: number } {
  const net = line.gross - line.discount - line.tax;
  const gross = line.discount === 0 ? net : Math.round(line.gross / (1 + line.rate));
  return { gross, discount: gross - net };
}
