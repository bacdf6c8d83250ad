import type { Measure } from '../measures.ts';
import { Columns } from './columns.ts';
import { countBoth, countByParts, countOwners, countRows, countSome, sumRows } from './counting.ts';
import type { GroupBy } from './group-by.ts';
import { partsOf, visitKeys } from './segment-keys.ts';
import type { Reading } from './reading.ts';
import type { Selection } from './selection.ts';

/** Visits on the day that they began. */
export function scanVisits(
  reading: Reading,
  wanted: ReadonlySet<Measure>,
  { range, choice }: Selection,
  group: GroupBy,
): Columns {
  const columns = new Columns(wanted, 'sessions');
  const [visitors, bounces] = [columns.of('visitors'), columns.of('bounces')];
  const [duration, converted] = [columns.of('duration'), columns.of('converted')];
  for (const rows of reading.segments(range)) {
    const { segment } = rows;
    const mask = rows.visits(choice);
    const several = partsOf(rows, group);
    if (several) {
      // A visit sees a page as often as it likes.
      countByParts(columns.rows, mask, several.parts, several.keys, null);
      if (visitors) countByParts(visitors, mask, several.parts, several.keys, segment.visitor());
      continue;
    }
    const keys = visitKeys(rows, group);
    countRows(columns.rows, mask, keys);
    if (visitors) countOwners(visitors, mask, segment.visitor(), keys);
    if (bounces) countBoth(bounces, mask, segment.bounced(), keys);
    if (duration) sumRows(duration, mask, segment.duration(), keys);
    if (converted) countSome(converted, mask, reading.converted(segment), keys);
  }
  return columns;
}
