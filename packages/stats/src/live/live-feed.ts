import type { Engine } from '../engine.ts';
import { LIVE_VISIT_MINUTES, type LiveState } from '../live.ts';
import type { LoggedBatch } from '../log/logged-batch.ts';
import type { StoreSettings } from '../store.ts';
import { LiveVisits } from './live-visits.ts';

const MINUTE_MS = 60_000;

/** What came to one of a store's objects, and up to where in its log. */
export interface LiveNews {
  readonly batches: readonly LoggedBatch[];
  readonly through: number;
}

/** Another object of the store. */
export interface LiveShard {
  liveNews(store: StoreSettings, after: number): Promise<LiveNews>;
}

/**
 * What came after a place in an object's log and is not too old to be looked at live. Nothing is counted for it and
 * nothing written: what waits is in memory, what is counted already is in the last chunks of the log.
 */
export function liveNews({ log }: Engine, after: number, now: number): LiveNews {
  return { batches: log.after(after, now - LIVE_VISIT_MINUTES * MINUTE_MS), through: log.lastSeq };
}

/** The shop as it is right now, from all objects of a store: read once, then gone on from. */
export class LiveFeed {
  readonly #engine: Engine;
  readonly #shards: readonly LiveShard[];
  readonly #visits = new LiveVisits();
  /** Up to where each object's log was heard, this one's first. */
  readonly #heard: number[];
  /** Up to when the ledger was, epoch ms; null before the first time. */
  #ledgerHeard: number | null = null;

  constructor(engine: Engine, shards: readonly LiveShard[]) {
    this.#engine = engine;
    this.#shards = shards;
    this.#heard = [0, ...shards.map(() => 0)];
  }

  get shards(): number {
    return this.#shards.length;
  }

  /** Whether it is of this engine: another one has another log. */
  isOf(engine: Engine): boolean {
    return this.#engine === engine;
  }

  /** `now` is the true time, epoch ms. */
  async look(store: StoreSettings, now: number): Promise<LiveState> {
    const elsewhere = await Promise.all(
      this.#shards.map((shard, index) => shard.liveNews(store, this.#heard[index + 1] ?? 0)),
    );
    const news = [liveNews(this.#engine, this.#heard[0] ?? 0, now), ...elsewhere];
    for (const [index, { batches, through }] of news.entries()) {
      // Two may look at once: what the other has told is not told again.
      const heard = this.#heard[index] ?? 0;
      this.#visits.add(
        batches.filter(({ seq }) => seq > heard),
        store.currency,
      );
      this.#heard[index] = Math.max(heard, through);
    }
    const since = this.#ledgerHeard ?? now - LIVE_VISIT_MINUTES * MINUTE_MS;
    const said = this.#engine.orders.ledger.recordedSince(since).filter(({ event }) => event === null);
    this.#visits.record(said.map(({ entry }) => entry));
    this.#ledgerHeard = said.reduce((latest, { recorded }) => Math.max(latest, recorded), since);
    return this.#visits.state(now, store.currency);
  }
}
