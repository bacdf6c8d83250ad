import * as fc from 'fast-check';
import { addDays } from '../calendar.ts';
import { type FoldedEvent, readBatch } from '../folded-event.ts';
import type { LoggedBatch } from '../log/logged-batch.ts';
import { VISIT_GAP_MS } from '../days/visit-gap.ts';
import { TimeZone } from '../time-zone.ts';

/** Three days, the second of which may have 23, 24 or 25 hours, and hours that begin at half past. */
export const CALENDARS = [
  { timeZone: 'Europe/Berlin', day: '2026-06-10' },
  { timeZone: 'Europe/Berlin', day: '2026-03-29' },
  { timeZone: 'Europe/Berlin', day: '2026-10-25' },
  { timeZone: 'Australia/Lord_Howe', day: '2026-04-05' },
  { timeZone: 'Asia/Kolkata', day: '2026-06-10' },
] as const;
export type Calendar = (typeof CALENDARS)[number];

const MINUTE_MS = 60_000;

const sent = fc.record({
  sender: fc.constantFrom('a', 'b', 'c'),
  /** Minutes around a midnight, or anywhere on the three days. */
  minutes: fc.oneof(
    fc.record({ midnight: fc.integer({ min: 0, max: 3 }), by: fc.integer({ min: -75, max: 75 }) }),
    fc.record({ midnight: fc.integer({ min: 0, max: 2 }), by: fc.integer({ min: 0, max: 1440 }) }),
  ),
  /** Came so late that the day before is not known any more. */
  late: fc.integer({ max: 9, min: 0 }).map((chance) => chance === 0),
  name: fc.constantFrom('page_view', 'page_view', 'view_item', 'add_to_cart', 'purchase', 'search'),
  path: fc.constantFrom<string>('/', '/a', '/b/', '/c?utm_source=news&utm_medium=email'),
  referrer: fc.constantFrom('', 'https://www.google.com/', 'https://shop.example/'),
  products: fc.array(fc.constantFrom('p1', 'p2', 'p3'), { maxLength: 3 }),
  bot: fc.constantFrom(null, null, null, 'crawler'),
  country: fc.constantFrom('DE', 'FR'),
});
export type Sent = typeof sent extends fc.Arbitrary<infer Value> ? Value : never;

/** Batches of a few events, as the log has them; the same in any order, since ids say when they came. */
export function foldedHistory({ timeZone, day }: Calendar): fc.Arbitrary<FoldedEvent[][]> {
  const zone = TimeZone.of(timeZone);
  return fc
    .array(fc.array(sent, { minLength: 1, maxLength: 4 }), { maxLength: 30 })
    .map((batches) => batches.map((events, index) => readBatch(logged(events, index + 1, zone, day), zone)));
}

export function logged(events: readonly Sent[], seq: number, zone: TimeZone, middle: string): LoggedBatch {
  const [{ sender, late, bot, country } = { sender: '', late: false, bot: null, country: '' }] = events;
  return {
    seq,
    // Not in the order in which they came.
    batch: `${(seq * 7) % 31}`.padStart(2, '0'),
    received: zone.startOfDay(addDays(middle, 2)),
    bot,
    place: { country, region: '', city: '' },
    client: { device: 'desktop', browser: 'Firefox', system: 'Linux' },
    events: events.map(({ minutes, name, path, referrer, products }) => {
      const at = zone.startOfDay(addDays(middle, minutes.midnight - 1)) + minutes.by * MINUTE_MS;
      const day = zone.dayOf(at);
      const isEarly = at - zone.startOfDay(day) <= VISIT_GAP_MS;
      return {
        name,
        at,
        url: `https://shop.example${path}`,
        referrer,
        items: products.map((product) => ({ item_id: product })),
        visitor: `${day}-${sender}`,
        ...(isEarly && !late ? { prior: `${addDays(day, -1)}-${sender}` } : {}),
      };
    }),
  };
}
