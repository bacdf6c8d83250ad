import { StoreStats as MeasuredStore } from '@layerkick/stats/store-stats';

/**
 * A store's object of local builds: it can be made to keep everybody who asks for figures waiting, so that tests see what
 * happens before there are any. Nothing of this is deployed.
 */
export class HeldStore extends MeasuredStore {
  #held = Promise.withResolvers<void>();
  #isHeld = false;

  /** From now on, nobody is answered. */
  hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#held = Promise.withResolvers();
  }

  /** Whoever waits is answered. */
  release(): void {
    this.#isHeld = false;
    this.#held.resolve();
  }

  override async query(...question: Parameters<MeasuredStore['query']>) {
    if (this.#isHeld) await this.#held.promise;
    return super.query(...question);
  }
}
