/** What the collector takes; `sent` is stamped on every attempt, so that waiting does not shift the events' times. */
export interface Batch {
  readonly v: 1;
  readonly store: string;
  /** Stays the same however often it is sent: the collector counts it once. */
  readonly batch: string;
  readonly events: readonly { readonly at: number }[];
}

const MAX_WAITING = 20;
/** The collector places nothing further back. */
const MAX_AGE_MS = 864e5;
const FIRST_WAIT_MS = 5e3;
const LONGEST_WAIT_MS = 36e5;

/**
 * Batches on their way. Each is kept in `localStorage` until the collector has answered, and tried again later, on
 * this page or the next, when it could not take it. One request at a time, the newest batch first.
 */
export function createOutbox(api: string, store: string) {
  const key = `lk:${store}`;
  // As it is stored: when the collector wants to be asked again (epoch ms, 0: at once), and what it has not taken.
  // Where storage is blocked or full, batches wait as long as the page lives.
  let kept: [number?, ...Batch[]] = [];
  let busy = false;
  let wait = FIRST_WAIT_MS;
  let until = 0;
  let mark: unknown;

  const read = (): Batch[] => {
    try {
      mark = localStorage['lk'];
      kept = JSON.parse(localStorage[key] || null) || kept;
    } catch {}
    until = Math.min(kept[0] as number, Date.now() + LONGEST_WAIT_MS) || 0;
    // Other scripts can write there, too: whatever it is, it must not throw.
    return Array.from(kept as Batch[]).filter(
      (batch) => (batch?.events?.[0]?.at as number) > Date.now() - MAX_AGE_MS,
    );
  };

  const write = (batches: Batch[]) => {
    kept = [until, ...batches.slice(-MAX_WAITING)];
    try {
      // Where there is no room for all, what was there must not come back.
      delete localStorage[key];
      if (until || batches[0]) localStorage[key] = JSON.stringify(kept);
    } catch {}
  };

  // `mark`: why this is no customer's browser. Its owner said so, or a program steers it.
  const body = (batch: Batch) =>
    JSON.stringify({ ...batch, sent: Date.now(), mark: mark || navigator.webdriver });

  const deliver = async (): Promise<void> => {
    const batch = read().pop();
    if (busy || !batch || Date.now() < until) return;
    busy = true;
    let answer: Response | undefined;
    try {
      // A string is sent as text/plain, which needs no preflight.
      answer = await fetch(api, { method: 'POST', body: body(batch), keepalive: true });
    } catch {}
    busy = false;
    // Other tabs write to the same place: always change what is there now.
    const waiting = read();
    if (answer && answer.status < 429) {
      until = 0;
      wait = FIRST_WAIT_MS;
      write(waiting.filter((other) => other.batch !== batch.batch));
      return deliver();
    }
    const pause = (answer?.headers.get('retry-after') as never) * 1e3 || wait;
    wait *= 2;
    setTimeout(deliver, pause + 50);
    // Without an answer it is the network, which says itself when it is back.
    if (answer) {
      until = Date.now() + pause;
      write(waiting);
    }
  };

  return {
    deliver,
    /** `last`: the page is going away and has no time to wait for an answer. */
    add(batch: Batch, last?: boolean): void {
      const waiting = read();
      if (last && navigator.onLine && !until && navigator.sendBeacon(api, body(batch))) return;
      write([...waiting, batch]);
      if (!last) void deliver();
    },
    clear: () => write([]),
  };
}
