/** A batch on its way, and the shard that its sender is in. */
export interface Claim {
  readonly batch: string;
  readonly shard: number;
  /** It may have been sent before, however long ago. */
  readonly again: boolean;
}

/** Where a batch goes. */
export interface Claimed {
  readonly shard: number;
  /** False: another shard may have it from before; that one goes first. */
  readonly isSure: boolean;
}

/** So long a claim is remembered at least: what comes later than that for a second time is taken for `again`. */
const REMEMBERED_MS = 30_000;

/**
 * Which shard a batch belongs to that is on its way: whoever claims it first, has it. A sender that sends again at once may
 * have another address by then, and so be in another shard; all that it keeps is the batch's id, which is why ids decide
 * who is asked (`homeOf`). In memory only: an object that has just begun is sure of nothing.
 */
export class Claims {
  readonly #startedAt: number;
  #latest = new Map<string, Claimed>();
  #before: ReadonlyMap<string, Claimed> = new Map();
  #turnedAt: number;

  /** `now` is the true time, epoch ms, as everywhere here. */
  constructor(now: number) {
    this.#startedAt = now;
    this.#turnedAt = now;
  }

  claim({ batch, shard, again }: Claim, now: number): Claimed {
    if (now - this.#turnedAt >= REMEMBERED_MS) {
      this.#before = now - this.#turnedAt < 2 * REMEMBERED_MS ? this.#latest : new Map();
      this.#latest = new Map();
      this.#turnedAt = now;
    }
    const known = this.#latest.get(batch) ?? this.#before.get(batch);
    if (known) return again ? { ...known, isSure: false } : known;
    const claimed = { shard, isSure: !again && now - this.#startedAt >= REMEMBERED_MS };
    this.#latest.set(batch, claimed);
    return claimed;
  }
}
