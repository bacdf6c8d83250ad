import type { MetricId } from '../metrics.ts';

/** The additive figures that metrics are made of, by where they are counted. Money in minor units, durations in ms. */
export const MEASURES = {
  sessions: ['sessions', 'visitors', 'bounces', 'duration', 'converted'],
  page_views: ['page_views'],
  checkouts: ['checkouts'],
  items: ['product_views', 'add_to_carts'],
  orders: [
    'orders',
    'own_orders',
    'units',
    'gross',
    'discounts',
    'returns',
    'adjustments',
    'taxes',
    'shipping',
  ],
} as const;

export type Source = keyof typeof MEASURES;
export type Measure = (typeof MEASURES)[Source][number];
/** What is missing is 0. */
export type Measures = { readonly [Name in Measure]?: number };

interface MetricFormula {
  readonly sources: readonly Source[];
  /** Null where there is nothing to divide by. */
  readonly value: (of: (measure: Measure) => number) => number | null;
  readonly isMoney?: true;
}

const count = (source: Source, measure: Measure): MetricFormula => ({
  sources: [source],
  value: (of) => of(measure),
});
const money = (value: (of: (measure: Measure) => number) => number | null): MetricFormula => ({
  sources: ['orders'],
  value,
  isMoney: true,
});
const net = (of: (measure: Measure) => number) =>
  of('gross') - of('discounts') - of('returns') + of('adjustments');

/** How each metric follows from measures; what it means is said in the registry, `metrics.ts`. */
export const FORMULAS: Readonly<Record<MetricId, MetricFormula>> = {
  sessions: count('sessions', 'sessions'),
  visitors: count('sessions', 'visitors'),
  page_views: count('page_views', 'page_views'),
  views_per_session: {
    sources: ['page_views', 'sessions'],
    value: (of) => ratio(of('page_views'), of('sessions')),
  },
  bounce_rate: { sources: ['sessions'], value: (of) => ratio(of('bounces'), of('sessions')) },
  visit_duration: { sources: ['sessions'], value: (of) => ratio(of('duration') / 1000, of('sessions')) },
  conversion_rate: { sources: ['sessions'], value: (of) => ratio(of('converted'), of('sessions')) },
  product_views: count('items', 'product_views'),
  add_to_carts: count('items', 'add_to_carts'),
  checkouts: count('checkouts', 'checkouts'),
  orders: count('orders', 'orders'),
  units: count('orders', 'units'),
  gross_sales: money((of) => of('gross')),
  discounts: money((of) => of('discounts')),
  returns: money((of) => of('returns')),
  adjustments: money((of) => of('adjustments')),
  net_sales: money(net),
  taxes: money((of) => of('taxes')),
  shipping: money((of) => of('shipping')),
  total_sales: money((of) => net(of) + of('taxes') + of('shipping')),
  // Orders in another currency are in no amount and must not lower the average.
  average_order_value: money((of) => rounded(ratio(of('gross') - of('discounts'), of('own_orders')))),
};

export function addMeasures(a: Measures, b: Measures): Measures {
  const sum: { [Name in Measure]?: number } = {};
  for (const name of NAMES) {
    if (a[name] !== undefined || b[name] !== undefined) sum[name] = (a[name] ?? 0) + (b[name] ?? 0);
  }
  return sum;
}

const NAMES: readonly Measure[] = Object.values(MEASURES).flat();

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Money is whole minor units, also where it is an average. */
function rounded(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount);
}
