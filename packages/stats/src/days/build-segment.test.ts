import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { attributionOf } from '../classify/attribution.ts';
import { PASSIVE_EVENTS } from '../event.ts';
import type { FoldedEvent } from '../folded-event.ts';
import { CALENDARS, foldedHistory } from '../testing/folded-history.ts';
import { visitsIn } from '../testing/visits-in.ts';
import { TimeZone } from '../time-zone.ts';
import { buildSegment, hoursOfDay } from './build-segment.ts';
import { builtSegment } from './column-segment.ts';
import { ELSEWHERE } from './day-segment.ts';
import { blockOf, concatBlocks, encodeBlock } from './encode-block.ts';
import { StoredBlock } from './event-block.ts';
import { VISIT_GAP_MS } from './visit-gap.ts';
import { visitsOfDay } from './visits-of-day.ts';

function inTime(a: FoldedEvent, b: FoldedEvent): number {
  return a.at - b.at || (a.key < b.key ? -1 : 1);
}

/** Runs by (day, hash), then those of two days that go together: straight from the definition. */
function visitsByDefinition(events: readonly FoldedEvent[], zone: TimeZone): FoldedEvent[][] {
  const runs: FoldedEvent[][] = [];
  for (const event of events.toSorted(inTime)) {
    const run = runs.findLast(([first]) => first?.day === event.day && first.visitor === event.visitor);
    const last = run?.at(-1);
    if (run && last && event.at - last.at <= VISIT_GAP_MS) run.push(event);
    else runs.push([event]);
  }
  const isLater = new Set<FoldedEvent[]>();
  const visits = runs.map((run) => {
    const [first] = run;
    const last = run.at(-1);
    const isLast =
      run === runs.findLast(([other]) => other?.day === first?.day && other?.visitor === first?.visitor);
    if (!first || !last || !isLast) return run;
    if (first.at - zone.startOfDay(first.day) <= VISIT_GAP_MS) return run;
    const next = runs.find(
      (other) =>
        other[0]?.day === addDays(first.day, 1) &&
        other.some(({ prior, at }) => prior === first.visitor && at - last.at <= VISIT_GAP_MS),
    );
    if (!next) return run;
    isLater.add(next);
    return [...run, ...next];
  });
  return visits.filter((visit) => !isLater.has(visit));
}

/** What a segment should say of one of those visits. */
function described(visit: readonly FoldedEvent[], day: string, zone: TimeZone) {
  const [first] = visit;
  const last = visit.at(-1);
  if (!first || !last) throw new Error('A visit has an event');
  const hours = hoursOfDay(day, zone);
  const hourOf = (event: FoldedEvent) =>
    event.day === day ? hours.indexOf(zone.startOfHour(event.at)) : ELSEWHERE;
  const names = visit.map(({ event }) => event.name);
  const pageViews = names.filter((name) => name === 'page_view').length;
  const interactions = names.filter((name) => !PASSIVE_EVENTS.some((passive) => passive === name)).length;
  return {
    own: Number(first.day === day),
    bot: first.batch.bot ?? '',
    hour: hourOf(first),
    duration: last.at - first.at,
    bounced: Number(pageViews === 1 && interactions === 0),
    ...attributionOf(first.event.url, first.event.referrer),
    landing_page: first.page,
    exit_page: last.page,
    ...first.batch.place,
    ...first.batch.client,
    events: visit.map((event) => ({
      name: event.event.name,
      page: event.page,
      bot: event.batch.bot ?? '',
      hour: hourOf(event),
      items: itemsOf(event),
      purchases: event.event.name === 'purchase' ? [event.id] : [],
    })),
  };
}

function itemsOf({ event }: FoldedEvent) {
  if (event.name !== 'view_item' && event.name !== 'add_to_cart') return [];
  const codes = event.items?.length ? event.items.map(({ item_id: id }) => id) : [''];
  return codes.map((product) => ({ kind: Number(event.name === 'add_to_cart'), product }));
}

const inOrder = (visits: readonly object[]) => visits.map((visit) => JSON.stringify(visit)).toSorted();

describe.each(CALENDARS)('$day in $timeZone', (calendar) => {
  const zone = TimeZone.of(calendar.timeZone);

  test('has the visits that the definition says, however its events came', () => {
    fc.assert(
      fc.property(foldedHistory(calendar), fc.integer({ min: 1, max: 40 }), (batches, size) => {
        const events = batches.flat();
        const blocksOn = (day: string) => {
          const own = events.filter((event) => event.day === day);
          const parts = Array.from({ length: Math.ceil(own.length / size) }, (_, part) =>
            blockOf(own.slice(part * size, (part + 1) * size)),
          );
          return parts.map((block) => new StoredBlock(encodeBlock(block)));
        };
        const visits = visitsByDefinition(events, zone);
        for (const day of [addDays(calendar.day, -1), calendar.day, addDays(calendar.day, 1)]) {
          const blocks = {
            before: blocksOn(addDays(day, -1)),
            own: blocksOn(day),
            after: blocksOn(addDays(day, 1)),
          };
          const segment = builtSegment(
            day,
            hoursOfDay(day, zone),
            buildSegment(day, zone, visitsOfDay(day, zone, blocks)),
          );
          const found = visitsIn(segment);
          const expected = visits.filter((visit) => visit.some((event) => event.day === day));
          expect(inOrder(found.map((visit) => ({ ...visit, visitor: undefined })))).toEqual(
            inOrder(expected.map((visit) => described(visit, day, zone))),
          );
          const visitors = found.map(({ visitor }) => visitor);
          expect(visitors).toEqual(visitors.toSorted((a, b) => a - b));
          const own = found.filter((visit) => visit.own === 1).map(({ visitor }) => visitor);
          expect(new Set(own).size).toBe(
            new Set(expected.flatMap(([first]) => (first?.day === day ? [first.visitor] : []))).size,
          );
        }
      }),
    );
  });
});

test('a block that is added to is the block of all of its events', () => {
  fc.assert(
    fc.property(foldedHistory(CALENDARS[0]), fc.nat(), (batches, cut) => {
      const events = batches.flat();
      const place = events.length === 0 ? 0 : cut % events.length;
      const parts = [events.slice(0, place), events.slice(place)].map(
        (part) => new StoredBlock(encodeBlock(blockOf(part))),
      );
      const [first, second] = parts;
      if (!first || !second) throw new Error('Two parts');
      expect(encodeBlock(concatBlocks(first, second))).toEqual(encodeBlock(blockOf(events)));
    }),
  );
});
