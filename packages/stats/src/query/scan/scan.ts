import { isOverTime, type Grouping } from '../grouping.ts';
import type { Measure, Source } from '../measures.ts';
import type { Columns } from './columns.ts';
import { type GroupBy, overTime } from './group-by.ts';
import type { Reading } from './reading.ts';
import { scanCustomers } from './scan-customers.ts';
import { scanEvents } from './scan-events.ts';
import { scanItems } from './scan-items.ts';
import { scanOrders } from './scan-orders.ts';
import { scanVisits } from './scan-visits.ts';
import type { Selection } from './selection.ts';

/** The wanted measures of one source, per group: by id of a dimension's names, or by place in a series. */
export function scan(
  reading: Reading,
  source: Source,
  wanted: ReadonlySet<Measure>,
  selection: Selection,
  grouping: Grouping,
): Columns {
  const group: GroupBy = isOverTime(grouping)
    ? overTime(grouping, selection.range, reading.zone)
    : { by: grouping, names: reading.names(grouping) };
  switch (source) {
    case 'sessions':
      return scanVisits(reading, wanted, selection, group);
    case 'page_views':
    case 'checkouts':
    case 'events':
      return scanEvents(reading, source, wanted, selection, group);
    case 'items':
      return scanItems(reading, selection, group);
    case 'orders':
      return scanOrders(reading, wanted, selection, group);
    case 'customers':
      return scanCustomers(reading, wanted, selection, group);
  }
}
