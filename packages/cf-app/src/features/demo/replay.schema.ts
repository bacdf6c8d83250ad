import { ledgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { z } from 'zod';

const word = z.string().max(100);

/** A batch as it once reached the collector: what was sent, when, by whom and from where; and orders, from server to server. */
export const replayBatch = z.object({
  /** Epoch ms by our clock. */
  received: z.int().positive(),
  ip: z.string().max(45),
  userAgent: z.string().max(1000),
  /** ISO 3166 alpha-2. */
  country: z.string().regex(/^([A-Z]{2})?$/),
  region: word,
  city: word,
  /** What was the body of `POST /api/event`. */
  body: z.unknown(),
  /** What the shop's server told at that time. */
  orders: z.array(ledgerEntry).max(100).optional(),
});
export type ReplayBatch = z.output<typeof replayBatch>;

export const MAX_REPLAY_BATCHES = 2_000;

export const replayRequest = z.object({ batches: z.array(replayBatch).min(1).max(MAX_REPLAY_BATCHES) });
