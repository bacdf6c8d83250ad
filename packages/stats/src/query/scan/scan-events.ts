import type { Measure, Source } from '../measures.ts';
import { Columns } from './columns.ts';
import { addParts, addRows } from './counting.ts';
import { type GroupBy, timeKeys } from './group-by.ts';
import { visitKeys } from './segment-keys.ts';
import type { Reading } from './reading.ts';
import type { Selection } from './selection.ts';

/** The name of the events that a source is about; '': of any name. */
const EVENTS = { page_views: 'page_view', checkouts: 'begin_checkout', events: '' } as const satisfies {
  readonly [Of in Source]?: string;
};
export type EventSource = keyof typeof EVENTS;

/** Events on the day that they happened. */
export function scanEvents(
  reading: Reading,
  source: EventSource,
  wanted: ReadonlySet<Measure>,
  { range, choice }: Selection,
  group: GroupBy,
): Columns {
  const columns = new Columns(wanted, source);
  for (const rows of reading.segments(range)) {
    const { segment } = rows;
    const mask = rows.events(choice, EVENTS[source]);
    const time = timeKeys(group, {
      day: segment.day,
      hourNames: () => rows.hourNames,
      hours: () => segment.eventHour(),
    });
    if (time) addRows(columns.rows, mask, time);
    else if ('by' in group && (group.by === 'page' || group.by === 'event')) {
      const { codes, values } = group.by === 'page' ? segment.page() : segment.eventName();
      addRows(columns.rows, mask, { codes, groups: group.names.ids(values) });
    } else addParts(columns.rows, mask, segment.eventsFrom(), visitKeys(rows, group));
  }
  return columns;
}
