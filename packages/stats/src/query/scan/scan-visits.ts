import type { Measure } from '../measures.ts';
import { Columns } from './columns.ts';
import {
  addHolding,
  addOwners,
  addOwnersHolding,
  addRows,
  addRowsInBoth,
  addSomeRows,
  addValues,
} from './counting.ts';
import type { GroupBy } from './group-by.ts';
import { visitKeys } from './segment-keys.ts';
import type { Reading } from './reading.ts';
import type { Selection } from './selection.ts';

/** Visits on the day that they began. */
export function scanVisits(
  reading: Reading,
  wanted: ReadonlySet<Measure>,
  { range, choice }: Selection,
  group: GroupBy,
): Columns {
  // Where nobody asks for visits their visitors tell as well which groups there are.
  const columns = new Columns(wanted, wanted.has('visitors') ? 'visitors' : 'sessions');
  const sessions = columns.of('sessions');
  const [visitors, bounces] = [columns.of('visitors'), columns.of('bounces')];
  const [duration, converted] = [columns.of('duration'), columns.of('converted')];
  for (const rows of reading.segments(range)) {
    const { segment } = rows;
    const mask = rows.visits(choice);
    if ('by' in group && (group.by === 'page' || group.by === 'event')) {
      const held = rows.held(group.by);
      const groups = group.names.ids(held.values);
      if (sessions) addHolding(sessions, mask, held, groups);
      if (visitors) addOwnersHolding(visitors, mask, rows.visitors, held, groups);
      continue;
    }
    const keys = visitKeys(rows, group);
    if (sessions) addRows(sessions, mask, keys);
    if (visitors) addOwners(visitors, mask, rows.visitors, keys);
    if (bounces) addRowsInBoth(bounces, mask, segment.bounced(), keys);
    if (duration) addValues(duration, mask, segment.duration(), keys);
    if (converted) addSomeRows(converted, mask, rows.converted, keys);
  }
  return columns;
}
