import type { Coded } from '../columns/coded.ts';
import type { DaySegment } from '../days/day-segment.ts';
import { VISIT_DIMENSIONS } from '../days/visit-dimensions.ts';

const string = ({ values, codes }: Coded, row: number) => values[codes[row] ?? -1];

/** Everything that a segment says, visit by visit, for comparing it with what it should say. */
export function visitsIn(segment: DaySegment) {
  const events = Array.from({ length: segment.eventCount }, (_, event) => ({
    name: string(segment.eventName(), event),
    page: string(segment.page(), event),
    bot: string(segment.eventBot(), event),
    hour: segment.eventHour()[event],
    items: [...segment.itemEvent().keys()]
      .filter((item) => segment.itemEvent()[item] === event)
      .map((item) => ({ kind: segment.itemKind()[item], product: string(segment.product(), item) })),
    purchases: [...segment.purchaseId()].filter((_id, row) => segment.purchaseEvent()[row] === event),
  }));
  return Array.from({ length: segment.visitCount }, (_, visit) => ({
    visitor: segment.visitor()[visit] ?? -1,
    own: segment.own()[visit],
    bot: string(segment.visitBot(), visit),
    hour: segment.visitHour()[visit],
    duration: segment.duration()[visit],
    bounced: segment.bounced()[visit],
    ...Object.fromEntries(
      VISIT_DIMENSIONS.map((dimension) => [dimension, string(segment.visit(dimension), visit)]),
    ),
    events: events.slice(segment.eventsFrom()[visit], segment.eventsFrom()[visit + 1]),
  }));
}
