import type { Store } from '../stores/store.schema.ts';
import { countDelivery } from './count-delivery.server.ts';
import { uncountedDeliveries } from './deliveries.server.ts';

/** Tried in one request. */
const AT_A_TIME = 100;

export interface Replayed {
  readonly counted: number;
  readonly ignored: number;
  readonly failed: number;
}

/** Tries the oldest deliveries again that are not counted: after a mistake was mended, or an object did not answer. */
export async function replayDeliveries(env: Env, store: Store): Promise<Replayed> {
  const replayed = { counted: 0, ignored: 0, failed: 0 };
  for (const delivery of await uncountedDeliveries(env.DB, store.slug, AT_A_TIME)) {
    replayed[(await countDelivery(env, store, delivery)).outcome] += 1;
  }
  return replayed;
}
