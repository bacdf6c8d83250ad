import type { BatchReceipt, ReceivedBatch } from '@layerkick/stats/event';
import type { LedgerEntry } from '@layerkick/stats/orders/ledger-entry';
import type { StoreSettings } from '@layerkick/stats/store';
import type { ReplayBatch } from '../../features/demo/replay.schema.ts';
import { parseBatch } from '../collector/parse-batch.ts';
import { receiveBatch } from '../collector/receive-batch.ts';
import type { Problem } from '../problem.ts';

export interface ReplayReceipt {
  readonly batches: number;
  /** Events. */
  readonly accepted: number;
  /** Events. */
  readonly rejected: number;
}
export type Replayed =
  | { readonly ok: true; readonly receipt: ReplayReceipt }
  | { readonly ok: false; readonly problem: Problem };

/** Keeps one call to the store's object far below 32 MB and its transaction short. */
const BATCHES_PER_CALL = 500;

/** Where what was told goes. */
export interface ReplayInto {
  append(batches: readonly ReceivedBatch[]): Promise<readonly BatchReceipt[]>;
  /** Into the order ledger. */
  record(entries: readonly LedgerEntry[]): Promise<unknown>;
}

/**
 * Takes batches as the collector takes them, with `received` for the clock, and orders as a shop's server tells them. Either all
 * of them can be read or none is taken. What was taken before has no second effect.
 */
export async function replay(
  { append, record }: ReplayInto,
  store: StoreSettings,
  batches: readonly ReplayBatch[],
): Promise<Replayed> {
  const received: ReceivedBatch[] = [];
  for (const [index, once] of batches.entries()) {
    const parsed = parseBatch(once.body);
    if (!parsed.ok) return refused(index, parsed.problem.detail ?? parsed.problem.title);
    if (parsed.batch.store !== store.slug) return refused(index, `store: is not ${store.slug}`);
    const { ip, userAgent, country, region, city } = once;
    received.push(
      receiveBatch(parsed.batch, once.received, {
        visitor: { ip, userAgent },
        place: { country, region, city },
      }),
    );
  }
  let accepted = 0;
  let rejected = 0;
  for (let at = 0; at < received.length; at += BATCHES_PER_CALL) {
    for (const receipt of await append(received.slice(at, at + BATCHES_PER_CALL))) {
      accepted += receipt.accepted;
      rejected += receipt.rejected.length;
    }
  }
  const orders = batches.flatMap((batch) => batch.orders ?? []);
  if (orders.length > 0) await record(orders);
  return { ok: true, receipt: { batches: batches.length, accepted, rejected } };
}

function refused(index: number, reason: string): Replayed {
  const field = `batches[${index}].body`;
  const title = 'One of the batches cannot be read; none was taken';
  return {
    ok: false,
    problem: {
      status: 400,
      code: 'replay_invalid',
      title,
      detail: reason,
      errors: [{ field, message: reason }],
    },
  };
}
