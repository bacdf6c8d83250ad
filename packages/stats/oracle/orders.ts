import type { LedgerEntry } from '../src/ledger-entry.ts';
import { eventsOf, type History, type OracleEvent } from './history.ts';
import type { OracleVisit } from './visits.ts';

/** One statement about an order that counts. Amounts are minor units of `currency`. */
export interface OracleStatement {
  readonly order: string;
  readonly at: number;
  readonly currency: string;
  readonly isOrder: boolean;
  readonly bot: boolean;
  readonly visit: OracleVisit | null;
  readonly country: string;
  readonly customer: string | null;
  readonly amounts: OracleAmounts;
  /** The products that this sells. */
  readonly sold: ReadonlySet<string>;
  /** By product; '' has what is on no line. */
  readonly products: ReadonlyMap<string, OracleAmounts>;
}

export interface OracleAmounts {
  units: number;
  gross: number;
  discount: number;
  returns: number;
  adjustment: number;
  tax: number;
  shipping: number;
}

interface Said {
  readonly entry: Omit<LedgerEntry, 'lines' | 'gives'> & { readonly lines: readonly Line[] };
  readonly whole: boolean;
  readonly from: OracleEvent | null;
}

interface Line {
  readonly product: string;
  readonly quantity: number;
  readonly gross: number;
  readonly discount: number;
}

/** Statements about one order: the shop's own where there are any, else the earliest sale and all refunds that were seen. */
export function statementsOf(history: History, visits: readonly OracleVisit[]): OracleStatement[] {
  const said = [
    ...eventsOf(history).flatMap((event) => saidBy(event, history.store.currency)),
    ...history.entries.map((entry): Said => ({ entry, whole: entry.gives === 'order', from: null })),
  ].toSorted((a, b) => a.entry.at - b.entry.at || (a.entry.id < b.entry.id ? -1 : 1));
  const orders = Map.groupBy(said, ({ entry }) => entry.order);
  return [...orders.values()].flatMap((ofOrder) => countOrder(ofOrder, visits));
}

function countOrder(said: readonly Said[], visits: readonly OracleVisit[]): OracleStatement[] {
  const sales = said.filter(({ entry }) => entry.kind === 'sale');
  const refunds = said.filter(({ entry }) => entry.kind === 'refund' || entry.kind === 'cancellation');
  const shops = (some: readonly Said[]) => some.filter(({ from }) => from === null);
  const countedSales = shops(sales).length > 0 ? shops(sales) : sales.slice(0, 1);
  const counted = [
    ...countedSales,
    ...(shops(refunds).length > 0 ? shops(refunds) : refunds),
    ...said.filter(({ entry }) => entry.kind === 'adjustment'),
  ];
  const purchase = sales.find(({ from }) => from !== null)?.from;
  const visit =
    (purchase && visits.find(({ events }) => events.some(({ key }) => key === purchase.key))) ?? null;
  const country = counted.find(({ entry }) => entry.country)?.entry.country;
  const customer = counted.find(({ entry }) => entry.customer)?.entry.customer ?? null;
  const left = new Map<string, number>();
  return counted.map(({ entry, whole }, index) => {
    const products = whole ? everything(left) : amountsByProduct(entry);
    for (const [product, { gross, discount, returns }] of products) {
      left.set(product, (left.get(product) ?? 0) + gross - discount - returns);
    }
    const amounts = [...products.values()].reduce(add, nothing());
    return {
      order: entry.order,
      at: entry.at,
      currency: entry.currency,
      isOrder: index === 0 && entry.kind === 'sale',
      bot: said.every(({ from: by }) => by !== null && by.batch.bot !== null),
      visit,
      country: entry.country ?? country ?? visit?.values.country ?? '',
      sold: new Set(entry.kind === 'sale' ? entry.lines.map(({ product }) => product) : []),
      customer,
      amounts: { ...amounts, tax: entry.tax, shipping: entry.shipping },
      products,
    };
  });
}

/** What a refund of the order gives back: whatever is left of each product. */
function everything(left: ReadonlyMap<string, number>): Map<string, OracleAmounts> {
  if ([...left.values()].reduce((sum, of) => sum + of, 0) <= 0) return new Map();
  const products = [...left].filter(([product, amount]) => product !== '' || amount !== 0);
  return new Map(products.map(([product, returns]) => [product, { ...nothing(), returns }]));
}

function amountsByProduct(entry: Said['entry']): Map<string, OracleAmounts> {
  const products = new Map<string, OracleAmounts>();
  const put = (product: string, amounts: Partial<OracleAmounts>) =>
    products.set(product, add(products.get(product) ?? nothing(), { ...nothing(), ...amounts }));
  for (const { product, quantity, gross, discount } of entry.lines) {
    if (entry.kind === 'sale') put(product, { units: gross > 0 ? quantity : 0, gross, discount });
    else if (entry.kind === 'adjustment') put(product, { adjustment: gross - discount });
    else put(product, { returns: discount - gross });
  }
  const sum = [...products.values()].reduce(add, nothing());
  const rest = {
    gross: entry.gross - sum.gross,
    discount: entry.discount - sum.discount,
    returns: entry.returns - sum.returns,
    adjustment: entry.adjustment - sum.adjustment,
  };
  if (Object.values(rest).some((amount) => amount !== 0)) put('', rest);
  return products;
}

export function nothing(): OracleAmounts {
  return { units: 0, gross: 0, discount: 0, returns: 0, adjustment: 0, tax: 0, shipping: 0 };
}

export function add(a: OracleAmounts, b: OracleAmounts): OracleAmounts {
  return {
    units: a.units + b.units,
    gross: a.gross + b.gross,
    discount: a.discount + b.discount,
    returns: a.returns + b.returns,
    adjustment: a.adjustment + b.adjustment,
    tax: a.tax + b.tax,
    shipping: a.shipping + b.shipping,
  };
}

function cents(amount: number | string | undefined): number {
  return Math.round(Number(amount ?? 0) * 100);
}

/** Amounts here are whole cents and quantities whole pieces: rounding has its own tests. */
function saidBy(from: OracleEvent, currency: string): Said[] {
  const { event, key } = from;
  if (event.name !== 'purchase' && event.name !== 'refund') return [];
  const sign = event.name === 'purchase' ? 1 : -1;
  const lines = (event.items ?? []).map(({ item_id: product, quantity = 1, price, discount }): Line => ({
    product,
    quantity: sign * quantity,
    gross: sign * quantity * (cents(price) + cents(discount)),
    discount: sign * quantity * cents(discount),
  }));
  const gross = lines.reduce((sum, line) => sum + line.gross, 0);
  const discount = lines.reduce((sum, line) => sum + line.discount, 0);
  const value = lines.length > 0 ? gross - discount : sign * cents(event.value);
  return [
    {
      from,
      whole: event.name === 'refund' && lines.length === 0 && event.value === undefined,
      entry: {
        id: `event:${key}`,
        kind: event.name === 'purchase' ? 'sale' : 'refund',
        order: event.transaction_id ?? `event:${key}`,
        at: event.at,
        currency: event.currency ?? currency,
        gross: sign === 1 ? value + discount : 0,
        discount: sign === 1 ? discount : 0,
        returns: sign === 1 ? 0 : -value,
        adjustment: 0,
        tax: sign * cents(event.tax),
        shipping: sign * cents(event.shipping),
        source: 'browser',
        lines,
      },
    },
  ];
}
