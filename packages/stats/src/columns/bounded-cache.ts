interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
  /** Since it was last passed over to make room. */
  isUsed: boolean;
}

/**
 * Keeps what was used of late, up to so many bytes. What is used is marked, not moved: it is asked for much more often
 * than anything has to go.
 */
export class BoundedCache<Value, Key = number> {
  readonly #most: number;
  /** In the order in which they were added or passed over. */
  readonly #entries = new Map<Key, Entry<Value>>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    entry.isUsed = true;
    return entry.value;
  }

  has(key: Key): boolean {
    return this.#entries.has(key);
  }

  set(key: Key, value: Value, bytes: number): void {
    this.#delete(key);
    this.#entries.set(key, { value, bytes, isUsed: false });
    this.#bytes += bytes;
    // Ends: whoever is passed over comes by again unmarked.
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#most || this.#entries.size === 1) return;
      this.#delete(oldest);
      if (!entry.isUsed && oldest !== key) continue;
      entry.isUsed = false;
      this.#entries.set(oldest, entry);
      this.#bytes += entry.bytes;
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #delete(key: Key): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}
