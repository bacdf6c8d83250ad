import { FileProblem } from '../file-problem.ts';
import { exportOf } from './layout-export.ts';
import { ONLINE_RETAIL } from './online-retail.ts';
import type { OrderExport } from './order-export.ts';
import { SHOPIFY_EXPORT } from './shopify-export.ts';
import { WOOCOMMERCE_EXPORT } from './woocommerce-export.ts';

/** Files that are read without anybody saying which column is what. */
export const KNOWN_EXPORTS: readonly OrderExport[] = [
  exportOf(ONLINE_RETAIL),
  SHOPIFY_EXPORT,
  WOOCOMMERCE_EXPORT,
];

/** The headings are those of none of the exports that were expected. */
export class UnknownHeadings extends FileProblem {
  readonly headings: readonly string[];

  constructor(exports: readonly OrderExport[], headings: readonly string[]) {
    const missing = exports.map(
      ({ name, needs }) => `${name} needs ${needs.filter((one) => !headings.includes(one)).join(', ')}`,
    );
    super('headings', `The headings fit no known export: ${missing.join('; ')}.`);
    this.headings = headings;
  }
}

/** The first of `exports` whose headings are there. @throws {UnknownHeadings} */
export function exportFor(exports: readonly OrderExport[], headings: readonly string[]): OrderExport {
  const fitting = exports.find(({ needs }) => needs.every((heading) => headings.includes(heading)));
  if (!fitting) throw new UnknownHeadings(exports, headings);
  return fitting;
}
