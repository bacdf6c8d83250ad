import type { Dimension } from '../../dimensions.ts';
import type { Comparison, Filter } from '../../filter.ts';
import type { Product } from '../../orders/order-reader.ts';
import { addRows, type Mask, removeRows } from './mask.ts';
import { copyOf } from './new-mask.ts';

/** A filter, ready to be tried on columns. */
export type Condition =
  | Has
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly none: Condition };

/** A product's collection follows from the product. */
export type HeldDimension = Exclude<Dimension, 'collection'>;

/** Holds for what has a value of a dimension that passes a test. */
export class Has {
  readonly dimension: HeldDimension;
  readonly test: (value: string) => boolean;
  readonly #verdicts = new WeakMap<readonly string[], Uint8Array>();

  constructor(dimension: HeldDimension, test: (value: string) => boolean) {
    this.dimension = dimension;
    this.test = test;
  }

  /** 1 for each value of a dictionary that passes. Tried once, however many rows have it. */
  among(values: readonly string[]): Uint8Array {
    let verdict = this.#verdicts.get(values);
    if (!verdict) {
      verdict = Uint8Array.from(values, (value) => Number(this.test(value)));
      this.#verdicts.set(values, verdict);
    }
    return verdict;
  }
}

/**
 * `products` tells what people call a product, which it is searched by, too; and its collection, by which some products
 * are chosen.
 */
export function conditionOf(filter: Filter, products: () => ReadonlyMap<string, Product>): Condition {
  const part = (of: Filter) => conditionOf(of, products);
  if ('and' in filter) return { all: filter.and.map(part) };
  if ('or' in filter) return { any: filter.or.map(part) };
  if ('not' in filter) return { none: part(filter.not) };
  const has = hasOf(filter.dimension, testOf(filter, products), products);
  return filter.op === 'is_not' ? { none: has } : has;
}

export function hasOf(
  dimension: Dimension,
  test: (value: string) => boolean,
  products: () => ReadonlyMap<string, Product>,
): Has {
  if (dimension !== 'collection') return new Has(dimension, test);
  return new Has('product', (code) => test(products().get(code)?.collection ?? ''));
}

function testOf({ dimension, op, values }: Comparison, products: () => ReadonlyMap<string, Product>) {
  if (op !== 'contains' && op !== 'prefix') {
    const wanted = new Set(values);
    return (value: string) => wanted.has(value);
  }
  const fits = (text: string) =>
    values.some((value) => (op === 'contains' ? text.includes(value) : text.startsWith(value)));
  return dimension === 'product'
    ? (code: string) => fits(code) || fits(products().get(code)?.name ?? '')
    : fits;
}

const NOT_OF_VISITS: ReadonlySet<Dimension> = new Set(['product', 'collection', 'customer']);

/** Whether neither orders nor what is known of products have a say in what it holds for. */
export function asksForVisitsAlone(filter: Filter): boolean {
  if ('and' in filter) return filter.and.every(asksForVisitsAlone);
  if ('or' in filter) return filter.or.every(asksForVisitsAlone);
  if ('not' in filter) return asksForVisitsAlone(filter.not);
  return !NOT_OF_VISITS.has(filter.dimension);
}

/** Whether a condition asks what time it was, which the events of a visit answer each for itself. */
export function asksForHour(condition: Condition): boolean {
  if (condition instanceof Has) return condition.dimension === 'hour';
  if ('none' in condition) return asksForHour(condition.none);
  return ('all' in condition ? condition.all : condition.any).some(asksForHour);
}

/** Keeps the rows of `mask` for which a condition holds; `keep` knows how to tell for a comparison alone. */
export function narrow(mask: Mask, condition: Condition, keep: (mask: Mask, has: Has) => void): void {
  if (condition instanceof Has) return keep(mask, condition);
  if ('all' in condition) {
    for (const part of condition.all) narrow(mask, part, keep);
    return;
  }
  const kept = (part: Condition) => {
    const rows = copyOf(mask);
    narrow(rows, part, keep);
    return rows;
  };
  if ('none' in condition) return removeRows(mask, kept(condition.none));
  const parts = condition.any.map(kept);
  mask.fill(0);
  for (const rows of parts) addRows(mask, rows);
}
