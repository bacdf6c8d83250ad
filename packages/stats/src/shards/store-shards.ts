import type { Engine } from '../engine.ts';
import type { StoreSettings } from '../store.ts';
import { readStore } from '../store-row.ts';
import { deleteLetters, type Letter, readLetters } from './letters.ts';
import { OtherShards, type Shard } from './other-shards.ts';
import { shardName } from './shard.ts';

/** Shard 0 did not hear; every question asks as well. */
const LETTER_RETRY_MS = 60_000;

interface ListeningShard extends Shard {
  hear(store: StoreSettings, letters: readonly Letter[]): Promise<void>;
}

/** The other objects of a store, as many as it has now. */
export class StoreShards<Stub extends ListeningShard> {
  readonly #engine: () => Engine;
  readonly #objectOf: (name: string) => Stub;
  #others: { readonly engine: Engine; readonly shards: OtherShards } | null = null;

  /** `objectOf`: the object with a name (`shardName`). */
  constructor(engine: () => Engine, objectOf: (name: string) => Stub) {
    this.#engine = engine;
    this.#objectOf = objectOf;
  }

  /** Shards 1 to n - 1; none in a store with one object, and in every shard but the first. */
  stubs(): Stub[] {
    const { slug = '', shards = 1 } = readStore(this.#engine().db) ?? {};
    return Array.from({ length: shards - 1 }, (_, index) => this.#objectOf(shardName(slug, index + 1)));
  }

  /** What they have, for questions; null where there are none. */
  others(): OtherShards | null {
    const stubs = this.stubs();
    if (stubs.length === 0) return null;
    const engine = this.#engine();
    if (this.#others?.engine !== engine || this.#others.shards.count !== stubs.length) {
      this.#others = { engine, shards: new OtherShards(engine, stubs) };
    }
    return this.#others.shards;
  }

  /** Tells shard 0 what it has to know. Returns when to go on, epoch ms; null where all is heard. */
  async sendLetters(now: number): Promise<number | null> {
    const { db } = this.#engine();
    const store = readStore(db);
    if (!store || store.shard === 0) return null;
    const { slug, timeZone, currency } = store;
    try {
      for (;;) {
        const { letters } = readLetters(db, 0);
        if (letters.length === 0) return null;
        await this.#objectOf(slug).hear({ slug, timeZone, currency }, letters);
        deleteLetters(db, letters);
      }
    } catch (cause) {
      console.error(JSON.stringify({ level: 'error', event: 'letters_unheard', error: String(cause) }));
      return now + LETTER_RETRY_MS;
    }
  }
}
