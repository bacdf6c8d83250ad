import type { LedgerEntry } from '../src/orders/ledger-entry.ts';
import type { History } from './history.ts';
import { type Said, saidOf } from './statements.ts';
import type { OracleVisit } from './visits.ts';

/** One statement about an order that counts. */
export interface OracleStatement {
  readonly order: string;
  readonly at: number;
  readonly currency: string;
  readonly isOrder: boolean;
  readonly bot: boolean;
  /** The one that led to the order. */
  readonly visit: OracleVisit | null;
  readonly country: string;
  readonly browser: string;
  /** An order that the shop's server told of, and that was placed online. */
  readonly isTold: boolean;
  /** Whether a browser told of a purchase. */
  readonly isSeen: boolean;
  /** Who ordered, as far as anything that counts says so. */
  readonly customer: string | null;
  readonly amounts: OracleAmounts;
  /** By product; '' has what is on no line. */
  readonly products: ReadonlyMap<string, OracleAmounts>;
  /** The products that the order sells for the first time here. */
  readonly sells: readonly string[];
}

/** Minor units of the statement's currency. */
export interface OracleAmounts {
  readonly units: number;
  readonly gross: number;
  readonly discount: number;
  readonly returns: number;
  readonly adjustment: number;
  readonly tax: number;
  readonly shipping: number;
}

export function statementsOf(history: History, visits: readonly OracleVisit[]): OracleStatement[] {
  return saidOf(history).flatMap((said) => countOrder(said, visits));
}

/**
 * Sales are those that the shop names, else the earliest one that a browser saw; refunds those that the shop names,
 * else all that browsers saw. Adjustments count always. The order belongs to the visit of its first purchase event,
 * and is a robot's where nobody else said anything about it.
 */
function countOrder(told: readonly Said[], visits: readonly OracleVisit[]): OracleStatement[] {
  if (told.some(({ entry }) => entry.kind === 'deletion')) return [];
  const said = told.filter(({ entry }) => !told.some((other) => replaces(other.entry, entry)));
  const of = (...kinds: LedgerEntry['kind'][]) => said.filter(({ entry }) => kinds.includes(entry.kind));
  const sales = byShop(of('sale')).length > 0 ? byShop(of('sale')) : of('sale').slice(0, 1);
  const refunds = byShop(of('refund', 'cancellation'));
  const counted = [
    ...sales,
    ...(refunds.length > 0 ? refunds : of('refund', 'cancellation')),
    ...of('adjustment'),
  ];

  const purchase = of('sale').find(({ event }) => event !== null)?.event;
  const visit = visits.find(({ events }) => events.some(({ key }) => key === purchase?.key)) ?? null;
  const country = counted.find(({ entry }) => entry.country)?.entry.country;
  const browser = counted.find(({ entry }) => entry.browser)?.entry.browser;
  const customer = counted.find(({ entry }) => entry.customer)?.entry.customer ?? null;
  const bot = said.every(({ event }) => event !== null && event.batch.bot !== null);

  const left = new Map<string, Left>();
  const sold = new Set<string>();
  return counted.map(({ entry }, index) => {
    const products = amountsByProduct(entry, left);
    const sells = entry.kind === 'sale' ? entry.lines.map(({ product }) => product) : [];
    const first = sells.filter((product) => !sold.has(product));
    for (const product of sells) sold.add(product);
    const isOrder = index === 0 && entry.kind === 'sale';
    return {
      order: entry.order,
      at: entry.at,
      currency: entry.currency,
      isOrder,
      isTold: isOrder && entry.source === 'server' && entry.online !== false,
      isSeen: purchase !== undefined,
      bot,
      visit,
      country: entry.country || country || visit?.values.country || '',
      browser: entry.browser || browser || visit?.values.browser || '',
      customer,
      amounts: { ...sumOf(products.values()), tax: entry.tax, shipping: entry.shipping },
      products,
      sells: first,
    };
  });
}

/** Whether one statement is a newer version of what another one said. */
function replaces({ version: newer, id }: LedgerEntry, { version, id: ofOlder }: LedgerEntry): boolean {
  if (!newer || !version || newer.of !== version.of) return false;
  return newer.number > version.number || (newer.number === version.number && id > ofOlder);
}

function byShop(said: readonly Said[]): Said[] {
  return said.filter(({ event }) => event === null);
}

/** What an order still has of a product, or ('') of what is on no line. */
interface Left {
  readonly net: number;
  readonly quantity: number;
}

/** What a statement says of each product. Takes from, and adds to, what is left of the order. */
function amountsByProduct(entry: LedgerEntry, left: Map<string, Left>): Map<string, OracleAmounts> {
  const products = new Map<string, OracleAmounts>();
  const put = (product: string, amounts: Partial<OracleAmounts>, quantity = 0) => {
    const more = { ...NOTHING, ...amounts };
    products.set(product, sumOf([products.get(product) ?? NOTHING, more]));
    const before = left.get(product) ?? { net: 0, quantity: 0 };
    left.set(product, {
      net: before.net + more.gross - more.discount - more.returns,
      quantity: before.quantity + quantity,
    });
  };
  const isRefund = entry.kind === 'refund' || entry.kind === 'cancellation';
  const gives = isRefund ? entry.gives : null;

  if (gives === 'order') {
    const all = [...left].map(([product, { net, quantity }]) => ({ product, net, quantity }));
    if (all.reduce((sum, { net }) => sum + net, 0) > 0) {
      for (const { product, net, quantity } of all) {
        if (product !== '' || net !== 0) put(product, { returns: net }, -quantity);
      }
    }
  } else {
    for (const { product, quantity, gross, discount } of entry.lines) {
      if (entry.kind === 'sale') put(product, { units: gross > 0 ? quantity : 0, gross, discount }, quantity);
      else if (entry.kind === 'adjustment') put(product, { adjustment: gross - discount });
      else if (gives === 'amounts') put(product, { returns: discount - gross }, quantity);
      else put(product, { returns: priceOf(left.get(product), Math.abs(quantity)) }, -Math.abs(quantity));
    }
  }

  // What the statement says of the order as a whole and of none of its lines.
  const onLines = sumOf(products.values());
  const rest = {
    gross: entry.gross - onLines.gross,
    discount: entry.discount - onLines.discount,
    returns: gives === 'lines' || gives === 'order' ? 0 : entry.returns - onLines.returns,
    adjustment: entry.adjustment - onLines.adjustment,
  };
  if (Object.values(rest).some((amount) => amount !== 0)) put('', rest);
  return products;
}

/** What so many of what is left were sold for: half cents go up, and the last of them takes all that is left. */
function priceOf(left: Left | undefined, quantity: number): number {
  if (!left) return 0;
  return quantity >= left.quantity ? left.net : Math.round((left.net * quantity) / left.quantity);
}

export const NOTHING: OracleAmounts = {
  units: 0,
  gross: 0,
  discount: 0,
  returns: 0,
  adjustment: 0,
  tax: 0,
  shipping: 0,
};

export function sumOf(amounts: Iterable<OracleAmounts>): OracleAmounts {
  return [...amounts].reduce(
    (a, b) => ({
      units: a.units + b.units,
      gross: a.gross + b.gross,
      discount: a.discount + b.discount,
      returns: a.returns + b.returns,
      adjustment: a.adjustment + b.adjustment,
      tax: a.tax + b.tax,
      shipping: a.shipping + b.shipping,
    }),
    NOTHING,
  );
}
