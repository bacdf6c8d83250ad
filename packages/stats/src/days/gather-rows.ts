import { gatherCoded, type Places } from '../columns/gather.ts';
import type { EventBlock } from './event-block.ts';

/** The products of events, in the order of the events. */
export function gatherItems(blocks: readonly EventBlock[], events: Places) {
  const rows = rowsOfEvents(
    blocks.map(({ itemEvent, at }) => firstRows(itemEvent, at.length)),
    events,
  );
  const kinds = blocks.map(({ itemKind }) => itemKind);
  return {
    itemEvent: rows.event,
    itemKind: Uint8Array.from(
      rows.event,
      (_, index) => kinds[rows.part[index] ?? 0]?.[rows.row[index] ?? 0] ?? 0,
    ),
    product: gatherCoded(
      blocks.map(({ product }) => product),
      rows,
    ),
  };
}

/** The events that orders may belong to, in the order of the events. */
export function gatherPurchases(blocks: readonly EventBlock[], events: Places) {
  const rows = rowsOfEvents(
    blocks.map(({ purchaseEvent, at }) => firstRows(purchaseEvent, at.length)),
    events,
  );
  const ids = blocks.map(({ purchaseId }) => purchaseId);
  return {
    purchaseEvent: rows.event,
    purchaseId: Float64Array.from(
      rows.event,
      (_, index) => ids[rows.part[index] ?? 0]?.[rows.row[index] ?? 0] ?? 0,
    ),
  };
}

/** The first row of each event, and one more: how many rows there are. `eventOf` is ascending. */
function firstRows(eventOf: Uint32Array, events: number): Uint32Array {
  const first = new Uint32Array(events + 1);
  for (const event of eventOf) first[event + 1] = (first[event + 1] ?? 0) + 1;
  for (let event = 0; event < events; event += 1)
    first[event + 1] = (first[event + 1] ?? 0) + (first[event] ?? 0);
  return first;
}

interface EventRows extends Places {
  /** Ascending. */
  readonly event: Uint32Array;
}

function rowsOfEvents(firstOf: readonly Uint32Array[], events: Places): EventRows {
  let count = 0;
  const each = (visit: (event: number, part: number, row: number) => void) => {
    for (let event = 0; event < events.row.length; event += 1) {
      const part = events.part[event] ?? 0;
      const place = events.row[event] ?? 0;
      const end = firstOf[part]?.[place + 1] ?? 0;
      for (let row = firstOf[part]?.[place] ?? 0; row < end; row += 1) visit(event, part, row);
    }
  };
  each(() => (count += 1));
  const rows = { event: new Uint32Array(count), part: new Uint16Array(count), row: new Uint32Array(count) };
  let to = 0;
  each((event, part, row) => {
    rows.event[to] = event;
    rows.part[to] = part;
    rows.row[to] = row;
    to += 1;
  });
  return rows;
}
