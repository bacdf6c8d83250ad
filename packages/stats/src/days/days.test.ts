import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MemoryBudget } from '../columns/bounded-cache.ts';
import { addDays } from '../calendar.ts';
import { type FoldedEvent, readBatch } from '../folded-event.ts';
import { migrate } from '../schema.ts';
import { CALENDARS, foldedHistory, logged, type Sent } from '../testing/folded-history.ts';
import { NodeDatabase } from '../testing/node-database.ts';
import { visitsIn } from '../testing/visits-in.ts';
import { TimeZone } from '../time-zone.ts';
import { Days } from './days.ts';

const HOUR_MS = 3_600_000;
/** Less than a day takes: everything is read and built again and again. */
const LITTLE = new MemoryBudget(1000);
const CALENDAR = CALENDARS[0];
const ZONE = TimeZone.of(CALENDAR.timeZone);
const FROM = addDays(CALENDAR.day, -2);
const TO = addDays(CALENDAR.day, 3);

function newDays() {
  const db = new NodeDatabase();
  migrate(db);
  return { db, days: new Days(db, ZONE) };
}

/** What is said of every day, however many segments it has; visitors are told apart, not numbered. */
function toldBy(days: Days) {
  return days
    .segments(FROM, TO)
    .flatMap((segment) => visitsIn(segment).map((visit) => [segment.day, { ...visit, visitor: 0 }]))
    .map((visit) => JSON.stringify(visit))
    .toSorted();
}

const visitorsOf = (days: Days) =>
  days.segments(FROM, TO).reduce((count, segment) => {
    const own = visitsIn(segment).filter((visit) => visit.own === 1);
    return count + new Set(own.map(({ visitor }) => visitor)).size;
  }, 0);

/** A day is over for good 48 hours after it began; each of its events is final by then, or an hour after it came. */
const finalAt = ({ day }: FoldedEvent) => ZONE.startOfDay(day) + 48 * HOUR_MS;

const PAGE_VIEW: Sent = {
  sender: 'a',
  minutes: { midnight: 1, by: 600 },
  late: false,
  name: 'page_view',
  path: '/',
  referrer: '',
  products: [],
  bot: null,
  country: 'DE',
};

/** What came together: the events of a batch on one day. */
type Together = readonly [FoldedEvent, ...FoldedEvent[]];

/** In the order of the log: it takes up a batch as a whole, and this order is what tells its events of the same millisecond apart. */
function comingTogether(batches: readonly FoldedEvent[][]): Together[] {
  const ofDays = batches.flatMap((batch) => [...Map.groupBy(batch, ({ day }) => day).values()]);
  return ofDays.flatMap(([first, ...others]): Together[] => (first ? [[first, ...others]] : []));
}

function close(days: Days, now: number): void {
  for (let due = days.close(now); due !== null && due <= now;) due = days.close(now);
}

/** Days that are closed at these times, epoch ms, while events come: one half as it happens, the other at the last moment. */
function closingMeanwhile(coming: readonly Together[], times: readonly number[]): Days {
  const { days } = newDays();
  const left = new Set(coming);
  for (const now of times) {
    for (const events of left) {
      const [first] = events;
      const comesAt = first.id % 2 === 0 ? Math.max(...events.map(({ at }) => at)) : finalAt(first);
      if (comesAt > now) continue;
      left.delete(events);
      days.add(events, finalAt(first));
    }
    close(days, now);
    days.segments(FROM, TO);
  }
  return days;
}

function openTo(coming: readonly Together[]): Days {
  const { days } = newDays();
  for (const events of coming) days.add(events, finalAt(events[0]));
  return days;
}

describe('closing days', () => {
  test('changes nothing that is said of them, whenever it happens', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 160 }), { maxLength: 5 });
    fc.assert(
      fc.property(foldedHistory(CALENDAR), hours, (batches, closings) => {
        const coming = comingTogether(batches);
        const start = ZONE.startOfDay(FROM);
        const times = [...closings, 200].map((hour) => start + hour * HOUR_MS).toSorted((a, b) => a - b);
        const [whole, closing] = [openTo(coming), closingMeanwhile(coming, times)];
        expect(toldBy(closing)).toEqual(toldBy(whole));
        expect(visitorsOf(closing)).toBe(visitorsOf(whole));
      }),
      { numRuns: 150 },
    );
  });

  test('leaves the events of one batch and millisecond in the order in which the batch has them', () => {
    const first: Sent = { ...PAGE_VIEW, minutes: { midnight: 0, by: 69 } };
    const sent: Sent[] = [first, { ...first, name: 'search' }, { ...first, name: 'view_item' }];
    const coming = comingTogether([readBatch(logged(sent, 1, ZONE, CALENDAR.day), ZONE)]);
    const last = ZONE.startOfDay(TO) + 100 * HOUR_MS;
    const names = [openTo(coming), closingMeanwhile(coming, [last])].map((days) =>
      days
        .segments(FROM, TO)
        .flatMap((segment) => visitsIn(segment).flatMap(({ events }) => events.map(({ name }) => name))),
    );
    expect(names).toEqual([
      ['page_view', 'search', 'view_item'],
      ['page_view', 'search', 'view_item'],
    ]);
  });

  test('leaves segments, and of the events only what visits of the next day began with', () => {
    const { db, days } = newDays();
    fc.assert(
      fc.property(foldedHistory(CALENDAR), (batches) => {
        days.clear();
        for (const event of batches.flat()) days.add([event], finalAt(event));
        const told = toldBy(days);
        expect(toldBy(new Days(db, ZONE, LITTLE))).toEqual(told);
        close(days, ZONE.startOfDay(TO) + 100 * HOUR_MS);
        expect(db.all('SELECT * FROM event_block WHERE tail = 0')).toEqual([]);
        expect(days.close(Number.MAX_SAFE_INTEGER)).toBeNull();
        expect(toldBy(days)).toEqual(told);
        expect(toldBy(new Days(db, ZONE, LITTLE))).toEqual(told);
      }),
      { numRuns: 50 },
    );
  });

  test('waits until nothing of the next day can come, and tells when that is', () => {
    const { days } = newDays();
    const [event] = fc.sample(foldedHistory(CALENDAR), { numRuns: 20, seed: 1 }).flat(2);
    if (!event) throw new Error('A history has an event');
    days.add([event], finalAt(event));
    const due = ZONE.startOfDay(addDays(event.day, 1)) + 48 * HOUR_MS;
    expect(days.close(due - 1)).toBe(due);
    expect(days.close(due)).toBeNull();
    expect(days.segments(FROM, TO).map(({ day }) => day)).toEqual([event.day]);
  });
});

test('what comes after a day was closed is another segment of it', () => {
  const { days } = newDays();
  fc.assert(
    fc.property(foldedHistory(CALENDAR), foldedHistory(CALENDAR), (batches, lateBatches) => {
      days.clear();
      const { days: whole } = newDays();
      // By senders of whom nothing is known.
      const late = lateBatches.flat().map((event) => ({
        ...event,
        visitor: `late-${event.visitor}`,
        prior: event.prior === null ? null : `late-${event.prior}`,
      }));
      const now = ZONE.startOfDay(TO) + 100 * HOUR_MS;
      for (const events of [batches.flat(), late]) {
        whole.add(events, now);
        days.add(events, now);
        close(days, now);
      }
      expect(toldBy(days)).toEqual(toldBy(whole));
      expect(visitorsOf(days)).toBe(visitorsOf(whole));
    }),
    { numRuns: 50 },
  );
});

test('a segment that did not change is the same object, and one that events were added to is not', () => {
  const { days } = newDays();
  const [batch] = fc
    .sample(foldedHistory(CALENDAR), { numRuns: 20, seed: 1 })
    .flatMap(([first]) => (first ? [first] : []));
  const [event] = batch ?? [];
  if (!event) throw new Error('A history has an event');
  days.add([event], 0);
  const [before] = days.segments(event.day, event.day);
  expect(days.segments(FROM, TO)[0]).toBe(before);
  days.add([event], 0);
  expect(days.segments(FROM, TO)[0]).not.toBe(before);
});

test('recent events are those since then, in the order of time', () => {
  fc.assert(
    fc.property(foldedHistory(CALENDAR), fc.integer({ min: 0, max: 72 }), (batches, hour) => {
      const { days } = newDays();
      const since = ZONE.startOfDay(addDays(CALENDAR.day, -1)) + hour * HOUR_MS;
      const events = batches.flat();
      days.add(events, 0);
      const recent = days.recentEvents(since);
      expect(recent.map(({ at }) => at)).toEqual(
        events
          .filter((event) => event.at >= since)
          .map(({ at }) => at)
          .toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 30 },
  );
});

test('whoever never pauses is one visit a day, and goes on over the first midnight only', () => {
  const { days } = newDays();
  const every20Minutes = Array.from({ length: 3 * 72 }, (_, index): Sent => ({
    ...PAGE_VIEW,
    minutes: { midnight: 0, by: 700 + index * 20 },
  }));
  const yesterday = addDays(CALENDAR.day, -1);
  days.add(readBatch(logged(every20Minutes, 1, ZONE, CALENDAR.day), ZONE), 0);
  const visits = days
    .segments(FROM, TO)
    .map((segment) => visitsIn(segment).map(({ own, events }) => [segment.day, own, events.length]));
  // From 11:40, 37 events are left of that day, and the 72 of the next go on with them. Those are all there is to it.
  expect(visits).toEqual([
    [[yesterday, 1, 37 + 72]],
    [[CALENDAR.day, 0, 37 + 72]],
    [[addDays(CALENDAR.day, 1), 1, 72]],
    [[addDays(CALENDAR.day, 2), 1, 35]],
  ]);
});

const pagesOf = (days: Days) =>
  days.segments(FROM, TO).flatMap((segment) => {
    const { values, codes } = segment.page();
    return [...codes].map((code) => values[code]);
  });

test('pages longer than anybody reads, and more than a value of the database holds, are all there', () => {
  const { db, days } = newDays();
  const pages = Array.from({ length: 4000 }, (_, page) => `/${String(page).padStart(499, '0')}`);
  const batch: Sent[] = pages.map((path) => ({ ...PAGE_VIEW, path }));
  days.add(readBatch(logged(batch, 1, ZONE, CALENDAR.day), ZONE), 0);
  expect(pagesOf(days).toSorted()).toEqual(pages);
  close(days, Number.MAX_SAFE_INTEGER);
  expect(pagesOf(new Days(db, ZONE)).toSorted()).toEqual(pages);
  for (const table of ['event_block', 'segment', 'segment_column']) {
    const [longest] = db.all<{ bytes: number | null }>(`SELECT MAX(length(content)) AS bytes FROM ${table}`);
    expect(longest?.bytes ?? 0).toBeLessThan(2_000_000);
  }
});
