import type { EndLine } from '../archive/lines.ts';
import { splitLines } from '../archive/split-lines.ts';
import { placeInStore } from './shard.ts';

/** The export of a shard ended before its end. */
export class ShardExportIncompleteError extends Error {
  readonly code = 'shard_export_incomplete';
}

const BATCH = /^\{"type":"batch","seq":(\d+)/;
const END = '{"type":"end"';

/**
 * One export of a store with several objects: what shard 0 says, and then the batches of the others. Those have their
 * places among all of the store, so that events have the ids there by which orders name them.
 *
 * @param own what `exportStore` says of shard 0
 * @param elsewhere the same of shard 1 and those after it
 * @throws {ShardExportIncompleteError}
 */
export async function* exportShards(
  own: AsyncIterable<string>,
  elsewhere: readonly AsyncIterable<Uint8Array>[],
): AsyncGenerator<string> {
  for await (const piece of own) {
    if (!piece.startsWith(END)) {
      yield piece;
      continue;
    }
    const end: EndLine = JSON.parse(piece);
    let { batches } = end;
    for (const [index, pieces] of elsewhere.entries()) {
      for await (const line of batchesOf(pieces, index + 1)) {
        batches += 1;
        yield `${line}\n`;
      }
    }
    yield `${JSON.stringify({ ...end, batches })}\n`;
  }
}

async function* batchesOf(pieces: AsyncIterable<Uint8Array>, shard: number): AsyncGenerator<string> {
  let isComplete = false;
  for await (const line of splitLines(pieces)) {
    isComplete = line.startsWith(END);
    if (!BATCH.test(line)) continue;
    yield line.replace(
      BATCH,
      (_, seq: string) => `{"type":"batch","seq":${placeInStore(shard, Number(seq))}`,
    );
  }
  if (!isComplete) throw new ShardExportIncompleteError(`The export of shard ${shard} ends on the way`);
}
