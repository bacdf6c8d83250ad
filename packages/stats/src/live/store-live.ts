import type { Engine } from '../engine.ts';
import type { LiveState } from '../live.ts';
import type { StoreSettings } from '../store.ts';
import { readStore } from '../store-row.ts';
import { LiveFeed, type LiveNews, type LiveShard, liveNews } from './live-feed.ts';
import { type WatcherParts, Watchers } from './watchers.ts';

export interface StoreLiveParts extends Pick<WatcherParts, 'ended' | 'wakeAt'> {
  /** The store as it is now, and its other objects. */
  readonly engine: () => Engine;
  readonly shards: () => readonly LiveShard[];
}

/** The shop right now, for whoever asks and for whoever watches. */
export class StoreLive {
  readonly watchers: Watchers;
  readonly #parts: StoreLiveParts;
  #feed: LiveFeed | null = null;

  constructor(state: DurableObjectState, parts: StoreLiveParts) {
    this.#parts = parts;
    this.watchers = new Watchers(state, {
      clock: Date.now,
      look: (store) => this.look(store),
      ended: parts.ended,
      wakeAt: parts.wakeAt,
      hearsOfAll: () => parts.shards().length === 0,
    });
  }

  async look(settings: StoreSettings): Promise<LiveState> {
    const [engine, shards] = [this.#parts.engine(), this.#parts.shards()];
    if (!this.#feed?.isOf(engine) || this.#feed.shards !== shards.length) {
      this.#feed = new LiveFeed(engine, shards);
    }
    return this.#feed.look({ ...settings, ...readStore(engine.db) }, Date.now());
  }

  /** What came to this object after a place in its log. */
  news(after: number): LiveNews {
    return liveNews(this.#parts.engine(), after, Date.now());
  }
}
