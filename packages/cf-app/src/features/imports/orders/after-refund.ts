interface Paid {
  /** After discounts, without tax. */
  readonly goods: number;
  readonly tax: number;
  readonly shipping: number;
}

/**
 * What is left of an order's tax and shipping, and which goods were given back, after a refund that is told as one sum:
 * the goods' share of tax is taken off it, and shipping is the last to be given back. Minor units.
 */
export function afterRefund(
  refunded: number,
  { goods, tax, shipping }: Paid,
): { returns: number; tax: number; shipping: number } {
  if (refunded >= goods + tax + shipping) return { returns: goods, tax: 0, shipping: 0 };
  const withTax = goods + tax;
  const taxBack = withTax === 0 ? 0 : Math.min(tax, Math.round((refunded * tax) / withTax));
  const returns = Math.min(goods, refunded - taxBack);
  return { returns, tax: tax - taxBack, shipping: shipping - (refunded - taxBack - returns) };
}
