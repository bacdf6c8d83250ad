/** A store's object was emptied a moment ago and takes in nothing yet. */
export class StoreErasedError extends Error {
  readonly code = 'store_erased';
}

/** Longer than anybody remembers a store without asking the registry again. */
const REFUSED_MS = 60_000;
const MARK = 'refused-until';

/**
 * Empties a store's object for good. What is on its way meanwhile must not bring the store back: until the mark is
 * removed, at `refusedUntil`, nothing is taken in.
 */
export class Erasure {
  readonly #storage: DurableObjectStorage;
  /** Epoch ms; null where nothing was erased lately. */
  #refusedUntil: number | null;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#refusedUntil = storage.kv.get<number>(MARK) ?? null;
  }

  get refusedUntil(): number | null {
    return this.#refusedUntil;
  }

  /** @throws {StoreErasedError} */
  requireNone(now: number): void {
    if (this.#refusedUntil !== null && now < this.#refusedUntil) {
      throw new StoreErasedError('This store was deleted a moment ago');
    }
  }

  async begin(now: number): Promise<void> {
    await this.#storage.deleteAlarm();
    await this.#storage.deleteAll();
    this.#refusedUntil = now + REFUSED_MS;
    this.#storage.kv.put(MARK, this.#refusedUntil);
    await this.#storage.setAlarm(this.#refusedUntil);
  }

  /** Removes the mark, too. */
  end(): void {
    this.#storage.kv.delete(MARK);
    this.#refusedUntil = null;
  }
}
