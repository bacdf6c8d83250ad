import type { Clock } from './clock.ts';

interface Kept<T> {
  readonly value: T;
  /** Epoch ms. */
  readonly since: number;
}

/**
 * What was worked out lately, in the memory of one isolate. Bounded, so that nobody fills it by asking for ever new
 * things: the oldest goes first.
 */
export class Recent<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #most: number;
  readonly #clock: Clock;

  constructor(most: number, clock: Clock) {
    this.#most = most;
    this.#clock = clock;
  }

  /** What was kept under `key` and how long ago, in ms. */
  get(key: string): { readonly value: T; readonly ageMs: number } | undefined {
    const kept = this.#kept.get(key);
    return kept && { value: kept.value, ageMs: this.#clock() - kept.since };
  }

  keep(key: string, value: T): void {
    // Newest last.
    this.#kept.delete(key);
    this.#kept.set(key, { value, since: this.#clock() });
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > this.#most && !oldest.done) this.#kept.delete(oldest.value);
  }
}
