import { ledgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { z } from 'zod';
import { fieldErrors } from '../../api/collector/field-errors.ts';
import type { Store } from '../stores/store.schema.ts';
import { type Delivery, settleDelivery } from './deliveries.server.ts';
import { readDelivery } from './read-delivery.ts';

export type Counted =
  | { readonly outcome: 'counted'; readonly entries: number }
  | { readonly outcome: 'ignored' | 'failed'; readonly reason: string };

const entries = z.array(ledgerEntry);

/**
 * Reads a delivery that is kept and records what it says. Again changes nothing: entries have ids of their own.
 *
 * Throws where the store's object does not answer; the delivery then stays as it is.
 */
export async function countDelivery(env: Env, store: Store, delivery: Delivery): Promise<Counted> {
  const { slug, timeZone, currency } = store;
  const content: unknown = JSON.parse(delivery.content ?? 'null');
  const reading = readDelivery(delivery.platform, delivery.topic, content, {
    at: delivery.receivedAt,
    currency,
  });
  if (reading.kind !== 'entries') {
    return settle(env, delivery, reading.kind === 'ignored' ? 'ignored' : 'failed', reading.reason);
  }
  const parsed = entries.safeParse(reading.entries);
  if (!parsed.success) {
    const [first] = fieldErrors(parsed.error);
    return settle(env, delivery, 'failed', `${first?.field}: ${first?.message}`);
  }
  if (parsed.data.length > 0) {
    await env.STORE_STATS.getByName(slug).record({ slug, timeZone, currency }, parsed.data);
  }
  await settleDelivery(env.DB, delivery.id, { outcome: 'counted', reason: null });
  return { outcome: 'counted', entries: parsed.data.length };
}

async function settle(
  env: Env,
  { id }: Delivery,
  outcome: 'ignored' | 'failed',
  reason: string,
): Promise<Counted> {
  await settleDelivery(env.DB, id, { outcome, reason });
  return { outcome, reason };
}
