import type { Coded } from '../columns/coded.ts';
import { gatherCoded } from '../columns/gather.ts';
import { PASSIVE_EVENTS } from '../event.ts';
import type { TimeZone } from '../time-zone.ts';
import { ELSEWHERE } from './day-segment.ts';
import type { EventString } from './event-block.ts';
import { eventsOfVisits } from './events-of-visits.ts';
import { gatherItems, gatherPurchases } from './gather-rows.ts';
import type { SegmentColumns } from './segment-columns.ts';
import type { VisitsOfDay } from './visits-of-day.ts';

/** The columns of a day's visits. */
export function buildSegment(day: string, zone: TimeZone, visits: VisitsOfDay): SegmentColumns {
  const { hits } = visits;
  const { events, eventsFrom, own, visitor } = eventsOfVisits(visits);
  const first = Uint32Array.from(own, (_, visit) => events[eventsFrom[visit] ?? 0] ?? 0);
  const last = Uint32Array.from(own, (_, visit) => events[(eventsFrom[visit + 1] ?? 0) - 1] ?? 0);
  const places = hits.places(events);
  const firstPlaces = hits.places(first);
  const strings = (column: EventString, of = places) =>
    gatherCoded(
      hits.blocks.map((block) => block.strings(column)),
      of,
    );
  const eventName = strings('name');
  const eventHour = placesInHours(day, zone, hits.at, events);
  return {
    visitor,
    own,
    visitBot: strings('bot', firstPlaces),
    visitHour: Uint8Array.from(own, (_, visit) => eventHour[eventsFrom[visit] ?? 0] ?? ELSEWHERE),
    duration: Uint32Array.from(first, (hit, visit) => (hits.at[last[visit] ?? 0] ?? 0) - (hits.at[hit] ?? 0)),
    bounced: bounces(eventName, eventsFrom),
    eventsFrom,
    eventName,
    page: strings('page'),
    eventBot: strings('bot'),
    eventHour,
    ...gatherItems(hits.blocks, places),
    ...gatherPurchases(hits.blocks, places),
    channel: strings('channel', firstPlaces),
    source: strings('source', firstPlaces),
    medium: strings('medium', firstPlaces),
    campaign: strings('campaign', firstPlaces),
    term: strings('term', firstPlaces),
    content: strings('content', firstPlaces),
    landing_page: strings('page', firstPlaces),
    exit_page: strings('page', hits.places(last)),
    country: strings('country', firstPlaces),
    region: strings('region', firstPlaces),
    city: strings('city', firstPlaces),
    device: strings('device', firstPlaces),
    browser: strings('browser', firstPlaces),
    system: strings('system', firstPlaces),
  };
}

function placesInHours(day: string, zone: TimeZone, at: Float64Array, events: Uint32Array): Uint8Array {
  const hours = Float64Array.from(hoursOfDay(day, zone));
  const [start = 0] = hours;
  const end = zone.endOfDay(day);
  const places = new Uint8Array(events.length).fill(ELSEWHERE);
  for (let event = 0; event < places.length; event += 1) {
    const when = at[events[event] ?? 0] ?? 0;
    if (when < start || when >= end) continue;
    // Right away, but for days on which a clock is moved.
    let hour = Math.min(Math.floor((when - start) / HOUR_MS), hours.length - 1);
    while (when < (hours[hour] ?? 0)) hour -= 1;
    while (when >= (hours[hour + 1] ?? end)) hour += 1;
    places[event] = hour;
  }
  return places;
}

const HOUR_MS = 3_600_000;

/** The starts of a day's local hours, epoch ms. */
export function hoursOfDay(day: string, zone: TimeZone): number[] {
  return zone.hoursBetween(zone.startOfDay(day), zone.endOfDay(day));
}

function bounces({ values, codes }: Coded, eventsFrom: Uint32Array): Uint8Array {
  const isPageView = values.map((name) => name === 'page_view');
  const isInteraction = values.map((name) => !PASSIVE_EVENTS.some((passive) => passive === name));
  const bounced = new Uint8Array(eventsFrom.length - 1);
  for (let visit = 0; visit < bounced.length; visit += 1) {
    let [pageViews, interactions] = [0, 0];
    const end = eventsFrom[visit + 1] ?? 0;
    for (let event = eventsFrom[visit] ?? 0; event < end; event += 1) {
      const name = codes[event] ?? 0;
      if (isPageView[name]) pageViews += 1;
      else if (isInteraction[name]) interactions += 1;
    }
    bounced[visit] = Number(pageViews === 1 && interactions === 0);
  }
  return bounced;
}
