import { StoreStats as MeasuredStore } from '@layerkick/stats/store-stats';

/**
 * A store's object of local builds: it can be made to keep everybody who asks for figures waiting, so that tests see what
 * happens before there are any. Nothing of this is deployed.
 */
export class HeldStore extends MeasuredStore {
  /** Until when; null where nobody waits. */
  #held: PromiseWithResolvers<void> | null = null;

  /** From now on, nobody is answered. */
  hold(): void {
    this.#held ??= Promise.withResolvers();
  }

  /** Whoever waits is answered. */
  release(): void {
    this.#held?.resolve();
    this.#held = null;
  }

  override async query(...question: Parameters<MeasuredStore['query']>) {
    await this.#held?.promise;
    return super.query(...question);
  }
}
