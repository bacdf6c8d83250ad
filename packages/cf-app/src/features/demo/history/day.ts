import { dayFromNumber } from '@layerkick/stats/calendar';
import { TimeZone } from '@layerkick/stats/time-zone';
import type { ReplayBatch } from '../replay.schema.ts';
import type { DemoShop } from '../shops/shop.ts';
import { commerceFields } from '../basket.ts';
import { customersOf } from './customers.ts';
import { type Demand, demandOn, HOURS } from './demand.ts';
import { originsOn } from './origins.ts';
import { type Person, type Place, somebody, somebot } from './people.ts';
import { type Random, seeded } from './random.ts';
import { toldOrder } from './told-order.ts';
import { visit } from './visit.ts';
import { type DemoEvent, Walk } from './walk.ts';

export interface DemoBusiness {
  readonly shop: DemoShop;
  readonly sessionsPerDay: number;
  readonly places: readonly Place[];
}

const SAME_DAY_AGAIN = 0.12;
const BOTS = 0.06;
const REFUNDED = 0.07;
/** Of orders: the page that would have told of it is closed before it has. The shop's server knows of them all the same. */
const UNSEEN = 0.035;
/** A refund comes this many days after its order at most. */
export const LATEST_REFUND_DAYS = 12;

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Everything that the visits of one store-local day send, refunds on later days included. The same on every call. */
export function batchesOfDay({ shop, sessionsPerDay, places }: DemoBusiness, day: number): ReplayBatch[] {
  const random = seeded(`${shop.slug}:${day}`);
  const demand = demandOn(day, sessionsPerDay, random);
  const start = TimeZone.of(shop.timeZone).startOfDay(dayFromNumber(day));
  const batches: ReplayBatch[] = [];
  const people: Person[] = [];
  // Of its own, so that visits are the same whatever is known of their orders.
  const ofOrders = seeded(`${shop.slug}:${day}:orders`);
  const ordering = { random: ofOrders, customer: customersOf(day, ofOrders) };
  for (const [index, at] of startTimes(random, start, demand.sessions).entries()) {
    const again = people.length > 0 && random.chance(SAME_DAY_AGAIN);
    const person = (again && people[random.between(0, people.length - 1)]) || somebody(random, places);
    people.push(person);
    const transaction = `${shop.orderPrefix}-${day}-${index + 1}`;
    batches.push(...visitOf(shop, random, demand, person, at, transaction, ordering));
  }
  for (const at of startTimes(random, start, Math.round(demand.sessions * BOTS))) {
    const bot = somebot(random);
    batches.push(batchOf(shop, random, bot, crawl(shop, random, at)));
  }
  return batches;
}

function startTimes(random: Random, start: number, count: number): number[] {
  return Array.from(
    { length: count },
    () => start + random.weighted(HOURS).hour * HOUR_MS + random.between(0, HOUR_MS - 1),
  ).toSorted((a, b) => a - b);
}

interface Ordering {
  readonly random: Random;
  /** Whoever places the next order of the day. */
  readonly customer: () => string;
}

function visitOf(
  shop: DemoShop,
  random: Random,
  demand: Demand,
  person: Person,
  start: number,
  transaction: string,
  ordering: Ordering,
): ReplayBatch[] {
  const origin = random.weighted(originsOn(demand.campaign));
  const { willingness } = person;
  const { walk, bought } = visit({ shop, random, start, origin, demand, willingness, transaction });
  const { events, orders } = toldOf(walk, shop, person, ordering);
  const told = batchOf(shop, random, person, events, walk.at);
  const batches = [orders === undefined ? told : { ...told, orders }];
  if (bought && random.chance(REFUNDED)) {
    const returned = random.chance(0.6) ? bought : bought.slice(0, 1);
    const at = walk.at + random.between(2, LATEST_REFUND_DAYS - 1) * DAY_MS + random.between(0, HOUR_MS);
    const url = `https://${shop.host}/back-office/orders/${transaction}`;
    const fields = { ...commerceFields(shop, returned, demand.discount), transaction_id: transaction };
    batches.push(batchOf(shop, random, staff(shop), [{ name: 'refund', at, url, ...fields }]));
  }
  return batches;
}

interface Told {
  readonly events: readonly DemoEvent[];
  readonly orders?: ReplayBatch['orders'];
}

/** What the browser tells of a visit, and the shop's server of the order that it ended with, if it did. */
function toldOf({ events }: Walk, shop: DemoShop, person: Person, { random, customer }: Ordering): Told {
  const purchase = events.find(({ name }) => name === 'purchase');
  if (purchase === undefined) return { events };
  const orders = [toldOrder(purchase, shop.currency, person, customer())];
  return random.chance(UNSEEN)
    ? { events: events.filter(({ url }) => url !== purchase.url), orders }
    : { events, orders };
}

function crawl(shop: DemoShop, random: Random, start: number): readonly DemoEvent[] {
  const walk = new Walk(shop, random, start);
  walk.land(`https://${shop.host}/`, '', undefined);
  for (let page = random.between(0, 6); page > 0; page--) {
    const product = random.zipf(shop.products);
    walk.goTo(`/products/${product.handle}`, product.name);
  }
  return walk.events;
}

/** Whoever gives money back, at the office. */
function staff(shop: DemoShop): Person {
  const userAgent =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
  const country = shop.timeZone === 'Europe/London' ? 'GB' : 'DE';
  return { ip: '10.0.0.1', userAgent, country, region: '', city: '', willingness: 0 };
}

/** @param end epoch ms, of what it is about */
function batchOf(
  shop: DemoShop,
  random: Random,
  person: Person,
  events: readonly DemoEvent[],
  end = events.at(-1)?.at ?? 0,
): ReplayBatch {
  const received = end + 900;
  const { ip, userAgent, country, region, city } = person;
  const body = { v: 1, store: shop.slug, batch: random.uuid(), sent: received, events };
  return { received, ip, userAgent, country, region, city, body };
}
