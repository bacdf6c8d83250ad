import { VISIT_GAP_MS } from './visit-gap.ts';
import type { Hits } from './hits.ts';

/** Hits of one sender on one day with no pause of more than 30 minutes between them. */
export interface Runs {
  readonly hits: Hits;
  /** Numbers of hits, by sender and then by time. */
  readonly order: Uint32Array;
  /** Place in `order` of the first of each run; one longer than there are runs. */
  readonly from: Uint32Array;
  /** The sender of each run, ascending. */
  readonly sender: Uint32Array;
  /** The latest run of each sender. */
  readonly last: Uint32Array;
}

/** Some hits of one day: numbers of them, and the sender of each, who is a number below `senders`. */
export interface SentHits {
  readonly hits: Hits;
  readonly numbers: Uint32Array;
  readonly sender: Uint32Array;
  readonly senders: number;
}

export function runsOf(sent: SentHits): Runs {
  const { hits, senders } = sent;
  const { order, ends } = bySender(sent);
  const from: number[] = [];
  const sender: number[] = [];
  const last = new Uint32Array(senders);
  let start = 0;
  for (let each = 0; each < senders; each += 1) {
    const end = ends[each] ?? 0;
    sortByTime(hits, order, start, end);
    let before = -Infinity;
    for (let place = start; place < end; place += 1) {
      const at = hits.at[order[place] ?? 0] ?? 0;
      if (at - before > VISIT_GAP_MS) {
        from.push(place);
        sender.push(each);
      }
      before = at;
    }
    last[each] = Math.max(from.length - 1, 0);
    start = end;
  }
  from.push(order.length);
  return { hits, order, from: Uint32Array.from(from), sender: Uint32Array.from(sender), last };
}

function bySender({ numbers, sender, senders }: SentHits) {
  const ends = new Uint32Array(senders);
  for (const each of sender) ends[each] = (ends[each] ?? 0) + 1;
  let sum = 0;
  for (let each = 0; each < senders; each += 1) {
    const count = ends[each] ?? 0;
    ends[each] = sum;
    sum += count;
  }
  const order = new Uint32Array(numbers.length);
  for (let index = 0; index < numbers.length; index += 1) {
    const each = sender[index] ?? 0;
    const place = ends[each] ?? 0;
    order[place] = numbers[index] ?? 0;
    ends[each] = place + 1;
  }
  return { order, ends };
}

/** Beyond that, moving each hit to its place one by one would take too long where they came in no order. */
const MOST_MOVED = 32;

function sortByTime(hits: Hits, order: Uint32Array, start: number, end: number): void {
  if (end - start > MOST_MOVED) {
    order.subarray(start, end).sort((a, b) => hits.compare(a, b));
    return;
  }
  for (let place = start + 1; place < end; place += 1) {
    const hit = order[place] ?? 0;
    let to = place;
    while (to > start && hits.compare(order[to - 1] ?? 0, hit) > 0) {
      order[to] = order[to - 1] ?? 0;
      to -= 1;
    }
    order[to] = hit;
  }
}
