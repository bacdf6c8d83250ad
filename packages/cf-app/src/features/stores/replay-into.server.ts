import type { ReplayInto } from '../../api/replay/replay.ts';
import { appendBatches } from './append-batches.server.ts';
import type { Store } from './store.schema.ts';

/** A store's objects, for what is told to them again. */
export function replayInto(objects: Env['STORE_STATS'], store: Store): ReplayInto {
  const { slug, timeZone, currency } = store;
  return {
    append: (batches) => appendBatches(objects, store, batches),
    record: (entries) => objects.getByName(slug).record({ slug, timeZone, currency }, entries),
  };
}
