import type { EventBlock } from './event-block.ts';
import type { Hits } from './hits.ts';
import type { SentHits } from './runs.ts';

/** Numbers for the hashes of one day's senders. */
export type Senders = ReadonlyMap<string, number>;

/** All hashes of a column. */
export function sendersOf(blocks: readonly EventBlock[], column: 'visitor' | 'prior'): Senders {
  const senders = new Map<string, number>();
  for (const block of blocks) {
    for (const hash of block.strings(column).values) {
      if (hash !== '' && !senders.has(hash)) senders.set(hash, senders.size);
    }
  }
  return senders;
}

/** The sender of each hit by that column; -1 where it is not among `senders`. */
export function senderOfHits(
  blocks: readonly EventBlock[],
  column: 'visitor' | 'prior',
  senders: Senders,
): Int32Array {
  const sender = new Int32Array(blocks.reduce((count, { at }) => count + at.length, 0));
  let hit = 0;
  for (const block of blocks) {
    const { values, codes } = block.strings(column);
    const numbers = Int32Array.from(values, (hash) => senders.get(hash) ?? -1);
    for (let row = 0; row < codes.length; row += 1) sender[hit++] = numbers[codes[row] ?? 0] ?? -1;
  }
  return sender;
}

/** Who also sent, on the day before, what one of `before` did. */
export function sendersAfter(blocks: readonly EventBlock[], before: Senders): Senders {
  const senders = new Map<string, number>();
  for (const block of blocks) {
    const prior = block.strings('prior');
    if (!prior.values.some((hash) => before.has(hash))) continue;
    const visitor = block.strings('visitor');
    for (let row = 0; row < prior.codes.length; row += 1) {
      if (!before.has(prior.values[prior.codes[row] ?? 0] ?? '')) continue;
      const hash = visitor.values[visitor.codes[row] ?? 0] ?? '';
      if (!senders.has(hash)) senders.set(hash, senders.size);
    }
  }
  return senders;
}

/** The hits of these senders; the blocks are those of `hits` from `firstBlock` on. */
export function hitsOf(
  hits: Hits,
  firstBlock: number,
  blocks: readonly EventBlock[],
  senders: Senders,
): SentHits {
  const sender = senderOfHits(blocks, 'visitor', senders);
  const first = hits.first(firstBlock);
  let count = 0;
  for (const each of sender) if (each >= 0) count += 1;
  const numbers = new Uint32Array(count);
  const senderOf = new Uint32Array(count);
  let kept = 0;
  for (let hit = 0; hit < sender.length; hit += 1) {
    const each = sender[hit] ?? -1;
    if (each < 0) continue;
    numbers[kept] = first + hit;
    senderOf[kept] = each;
    kept += 1;
  }
  return { hits, numbers, sender: senderOf, senders: senders.size };
}
