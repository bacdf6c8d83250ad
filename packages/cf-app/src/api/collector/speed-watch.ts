/** Nobody looks at so many pages in so short a time. */
const MOST_PAGES = 30;
const WINDOW_MS = 10_000;
const MOST_KEPT = 5000;

/**
 * Counts the pages that senders were shown, by when that was rather than by when it came: a browser that was offline sends
 * a day at once. What it knows is in memory, for a moment, and of this isolate alone.
 */
export class SpeedWatch {
  readonly #pages = new Map<string, number>();

  /** Whether a sender was shown pages faster than a person can look at them; `times` in epoch ms. */
  isImpossible(sender: string, times: readonly number[]): boolean {
    let impossible = false;
    for (const at of times) {
      const key = `${Math.floor(at / WINDOW_MS)} ${sender}`;
      const pages = (this.#pages.get(key) ?? 0) + 1;
      if (pages === 1 && this.#pages.size >= MOST_KEPT) this.#pages.clear();
      this.#pages.set(key, pages);
      impossible ||= pages > MOST_PAGES;
    }
    return impossible;
  }
}
