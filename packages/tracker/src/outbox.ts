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
const LONGEST_WAIT_MS = 6e5;

/**
 * Batches on their way. Each is kept in `localStorage` until the collector has answered, and tried again later, on
 * this page or the next, when it could not take it. One request at a time, the newest batch first.
 */
export function createOutbox(api: string, store: string) {
  const key = `lk:${store}`;
  // Where storage is blocked or full, batches wait as long as the page lives.
  let memory: Batch[] = [];
  let stored = true;
  let busy = false;
  let wait = FIRST_WAIT_MS;
  let notBefore = 0;

  function read(): Batch[] {
    try {
      if (stored) memory = JSON.parse(localStorage.getItem(key) || '[]');
    } catch {}
    return (Array.isArray(memory) ? memory : []).filter(
      (batch) => batch?.events?.[0] && batch.events[0].at > Date.now() - MAX_AGE_MS,
    );
  }

  function write(batches: Batch[]): void {
    memory = batches.slice(-MAX_WAITING);
    try {
      if (memory.length) localStorage.setItem(key, JSON.stringify(memory));
      else localStorage.removeItem(key);
    } catch {
      stored = false;
    }
  }

  // Other tabs write to the same place: always change what is there now.
  const drop = (sent: Batch) => write(read().filter(({ batch }) => batch !== sent.batch));
  const body = (batch: Batch) => JSON.stringify({ ...batch, sent: Date.now() });

  function retryAfter(seconds: number): void {
    const pause = seconds * 1e3 || wait;
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    notBefore = Date.now() + pause;
    setTimeout(deliver, pause + 50);
  }

  async function deliver(): Promise<void> {
    const batch = read().pop();
    if (busy || !batch || Date.now() < notBefore) return;
    busy = true;
    let answer: Response | undefined;
    try {
      // A string is sent as text/plain, which needs no preflight.
      answer = await fetch(api, { method: 'POST', body: body(batch), keepalive: true, credentials: 'omit' });
    } catch {}
    busy = false;
    if (!answer || answer.status > 499 || answer.status === 429) {
      retryAfter(Number(answer?.headers.get('retry-after')));
      return;
    }
    wait = FIRST_WAIT_MS;
    drop(batch);
    void deliver();
  }

  return {
    add(batch: Batch): void {
      write([...read(), batch]);
      void deliver();
    },
    /** The page is going away: the batch that was just added has no time to wait for an answer. */
    addLast(batch: Batch): void {
      if (!navigator.onLine || !navigator.sendBeacon(api, body(batch))) write([...read(), batch]);
    },
    deliver(): void {
      notBefore = 0;
      void deliver();
    },
  };
}
