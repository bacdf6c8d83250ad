interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
  forget(): void;
}

/** Bytes that several caches share: what was not used for longest makes room, in whichever of them it is. */
export class MemoryBudget {
  readonly #most: number;
  /** What was used last comes last. */
  readonly #entries = new Set<Entry<unknown>>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** What is larger than all of it is kept alone. */
  add(added: Entry<unknown>): void {
    this.#entries.add(added);
    this.#bytes += added.bytes;
    for (const oldest of this.#entries) {
      if (this.#bytes <= this.#most || oldest === added) return;
      this.remove(oldest);
      oldest.forget();
    }
  }

  use(entry: Entry<unknown>): void {
    this.#entries.delete(entry);
    this.#entries.add(entry);
  }

  remove(entry: Entry<unknown>): void {
    if (this.#entries.delete(entry)) this.#bytes -= entry.bytes;
  }
}

/** Keeps what was used last, as far as its budget goes. */
export class BoundedCache<Value, Key = number> {
  readonly #budget: MemoryBudget;
  readonly #entries = new Map<Key, Entry<Value>>();

  constructor(budget: MemoryBudget) {
    this.#budget = budget;
  }

  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#budget.use(entry);
    return entry.value;
  }

  /** What is kept; made, and kept from then on, where nothing is. */
  once(key: Key, make: () => Value, bytesOf: (value: Value) => number): Value {
    const known = this.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.set(key, value, bytesOf(value));
    return value;
  }

  has(key: Key): boolean {
    return this.#entries.has(key);
  }

  set(key: Key, value: Value, bytes: number): void {
    this.delete(key);
    const entry = { value, bytes, forget: () => void this.#entries.delete(key) };
    this.#entries.set(key, entry);
    this.#budget.add(entry);
  }

  delete(key: Key): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#budget.remove(entry);
  }

  clear(): void {
    for (const entry of this.#entries.values()) this.#budget.remove(entry);
    this.#entries.clear();
  }
}
