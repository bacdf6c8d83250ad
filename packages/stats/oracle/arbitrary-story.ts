import * as fc from 'fast-check';
import type { LedgerEntryInput } from '../src/orders/ledger-entry.ts';
import { ARRIVALS } from './arrivals.ts';
import {
  arbitraryCohorts,
  arbitraryFunnel,
  arbitraryQuestion,
  arbitraryRealtime,
} from './arbitrary-question.ts';
import { aroundMidnight, MIDNIGHTS, pause } from './arbitrary-time.ts';
import { SENDERS, type Step, type Story, type ToldBatch, type ToldEvent } from './story.ts';

const ORDERS = ['1001', '1002', '1003'];
const PRODUCTS = ['pot', 'lid', 'jar'];
const order = fc.constantFrom(...ORDERS);
const product = fc.constantFrom(...PRODUCTS);
const currency = fc.constantFrom('EUR', 'EUR', 'EUR', 'USD', 'JPY', 'KWD');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** As numbers and as text, some with more places than the currency has. */
const amount = fc
  .integer({ min: 0, max: 40_000 })
  .chain((thousandths) =>
    fc.constantFrom<number | string>(
      thousandths / 1000,
      Math.round(thousandths / 10) / 100,
      (thousandths / 1000).toFixed(2),
      thousandths,
    ),
  );
const quantity = fc.constantFrom(1, 1, 2, 3, 7, 0, 0.25);

const item = fc.record(
  {
    item_id: product,
    item_name: fc.constantFrom('Pot', 'Old pot', 'Lid'),
    item_category: fc.constantFrom('Kitchen', 'Sale', ''),
    price: amount,
    discount: fc.constantFrom('0', 0.5, '1.25'),
    quantity,
  },
  { noNullPrototype: true, requiredKeys: ['item_id'] },
);
const items = fc.array(item, { minLength: 1, maxLength: 3 });

const purchase = fc.record(
  {
    name: fc.constant('purchase'),
    transaction_id: order,
    items,
    value: amount,
    currency,
    tax: fc.constantFrom(0, 1.5, '0.95'),
    shipping: fc.constantFrom('4.90', 0),
  },
  { noNullPrototype: true, requiredKeys: ['name'] },
);
const refund = fc.record(
  { name: fc.constant('refund'), transaction_id: order, items, value: amount, currency, tax: amount },
  { noNullPrototype: true, requiredKeys: ['name', 'transaction_id'] },
);
const aboutProducts = fc.record(
  { name: fc.constantFrom('view_item', 'add_to_cart', 'view_item_list', 'remove_from_cart'), items },
  { noNullPrototype: true, requiredKeys: ['name'] },
);
const happening: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 4, arbitrary: aboutProducts },
  { weight: 3, arbitrary: purchase },
  { weight: 2, arbitrary: refund },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('begin_checkout', 'search', 'view_cart', 'user_engagement')
      .map((name) => ({ name })),
  },
);

const toldEvent: fc.Arbitrary<ToldEvent> = fc.record(
  {
    pause,
    path: fc.constantFrom('/', '/pots', '/pots/', '/lids', '/thanks'),
    arrival: fc.nat(ARRIVALS.length - 1),
    what: happening,
  },
  { noNullPrototype: true },
);

const batch = fc.record(
  {
    id: fc.nat(30).map((number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
    from: fc.constantFrom<(keyof typeof SENDERS)[]>('ann', 'ann', 'ben', 'cy', 'robot'),
    country: fc.constantFrom('DE', 'DE', 'FR', ''),
    at: aroundMidnight,
    events: fc.array(toldEvent, { minLength: 1, maxLength: 5 }),
    late: fc.constantFrom(0, 1, 45, 19 * 60, 20 * 60),
    skew: fc.constantFrom(0, 0, -125, 600_000),
    again: fc.constantFrom<ToldBatch['again'][]>('never', 'later', 'at once'),
  },
  { noNullPrototype: true },
);

const cents = fc.integer({ min: 0, max: 5000 });
const line = fc.record(
  {
    product,
    name: fc.constantFrom('', 'Pot', 'New pot'),
    collection: fc.constantFrom('Kitchen', 'Sale'),
    quantity: fc.integer({ min: 1, max: 7 }),
    gross: cents,
    discount: fc.integer({ min: 0, max: 300 }),
  },
  { noNullPrototype: true, requiredKeys: ['product', 'name', 'quantity', 'gross'] },
);

const statement = fc.record(
  {
    /** The same id again changes nothing, whatever it says. */
    id: fc.nat(12).map((number) => `entry-${number}`),
    kind: fc.constantFrom<LedgerEntryInput['kind'][]>('sale', 'sale', 'refund', 'cancellation', 'adjustment'),
    order,
    at: fc.oneof(
      { weight: 6, arbitrary: aroundMidnight },
      // Some of the months before.
      { weight: 1, arbitrary: fc.constantFrom(-70, -40, -31).map((days) => days * 86_400_000) },
    ),
    currency,
    amounts: fc.record(
      { gross: cents, discount: fc.constantFrom(0, 250), tax: cents, shipping: cents },
      { noNullPrototype: true },
    ),
    country: maybe(fc.constantFrom('AT', '', 'DE')),
    browser: maybe(fc.constantFrom('Firefox', '', 'Chrome')),
    online: maybe(fc.boolean()),
    customer: maybe(fc.constantFrom('ann', 'ben', '')),
    source: fc.constantFrom<LedgerEntryInput['source'][]>('server', 'import'),
    lines: fc.array(line, { maxLength: 3 }),
    /** Whether the statement has amounts beyond those of its lines. */
    hasMore: fc.boolean(),
    version: fc.option(
      fc.record({ of: fc.constantFrom('a', 'b'), number: fc.nat(2) }, { noNullPrototype: true }),
      { nil: undefined, freq: 4 },
    ),
    gives: fc.constantFrom<NonNullable<LedgerEntryInput['gives']>[]>('amounts', 'lines', 'order'),
  },
  { noNullPrototype: true },
);

const step = (midnight: number): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 10, arbitrary: batch.map((told) => ({ batch: toldBatch(told, midnight) })) },
    {
      weight: 3,
      arbitrary: fc
        .array(statement, { minLength: 1, maxLength: 3 })
        .map((statements) => ({ says: statements.map((said) => entry(said, midnight)) })),
    },
    { weight: 2, arbitrary: fc.constant('count' as const) },
    { weight: 1, arbitrary: fc.constant('rebuild' as const) },
    { weight: 1, arbitrary: fc.constant('stop' as const) },
    { weight: 1, arbitrary: fc.constant('ask' as const) },
    { weight: 1, arbitrary: fc.constant('pass' as const) },
  );

/** A few days of a shop: late, repeated and reordered batches and statements, counted, stopped and asked in between. */
export const arbitraryStory: fc.Arbitrary<Story> = fc.constantFrom(...MIDNIGHTS).chain(({ timeZone, at }) => {
  const midnight = Date.parse(at);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(midnight);
  return fc.record(
    {
      timeZone: fc.constant(timeZone),
      steps: fc.array(step(midnight), { maxLength: 16, size: 'max' }),
      questions: fc.array(arbitraryQuestion(day), { minLength: 20, maxLength: 30, size: 'max' }),
      funnels: fc.array(arbitraryFunnel(day), { minLength: 2, maxLength: 4 }),
      cohorts: fc.array(arbitraryCohorts(day), { minLength: 1, maxLength: 2 }),
      realtimes: fc.array(arbitraryRealtime, { minLength: 1, maxLength: 2 }),
      now: aroundMidnight.map((offset) => iso(midnight + offset)),
    },
    { noNullPrototype: true },
  );
});

function toldBatch(told: Omit<ToldBatch, 'at'> & { at: number }, midnight: number): ToldBatch {
  return { ...told, at: iso(midnight + told.at) };
}

type Statement = typeof statement extends fc.Arbitrary<infer Value> ? Value : never;

function entry(
  { amounts, lines, hasMore, at, country, browser, online, customer, version, ...said }: Statement,
  midnight: number,
): LedgerEntryInput {
  const sum = (field: 'gross' | 'discount') => lines.reduce((total, of) => total + (of[field] ?? 0), 0);
  const more = hasMore ? amounts : { ...amounts, gross: 0, discount: 0 };
  const isSale = said.kind === 'sale';
  const gross = sum('gross') + more.gross;
  const discount = sum('discount') + more.discount;
  const sign = isSale ? 1 : -1;
  return {
    ...said,
    at: midnight + at,
    ...(country === undefined ? {} : { country }),
    ...(browser === undefined ? {} : { browser }),
    ...(online === undefined ? {} : { online }),
    ...(customer === undefined ? {} : { customer }),
    ...(version === undefined ? {} : { version }),
    ...(isSale ? { gross, discount } : {}),
    ...(said.kind === 'adjustment' ? { adjustment: discount - gross } : {}),
    ...(said.kind === 'refund' || said.kind === 'cancellation' ? { returns: gross - discount } : {}),
    tax: sign * amounts.tax,
    shipping: sign * amounts.shipping,
    lines: lines.map((of) => ({
      ...of,
      quantity: sign * of.quantity,
      gross: sign * of.gross,
      discount: sign * (of.discount ?? 0),
    })),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
