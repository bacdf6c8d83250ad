import { createOutbox } from './outbox.ts';
import { watchPages } from './pages.ts';

/** `layerkick('add_to_cart', { currency: 'EUR', value: 29, items: [ … ] })` */
type Layerkick = ((name: string, fields?: object) => void) & {
  /** Calls made before this script was there. */
  q?: ArrayLike<unknown>[];
  on?: boolean;
};

const shop = window as { layerkick?: Layerkick };

interface Happening {
  name: string;
  at: number;
  url: string;
  referrer?: string;
  title?: string;
}

const FLUSH_AFTER_MS = 200;
const MAX_EVENTS = 20;
/** Characters; keeps a batch below the collector's 64 KB in any script. */
const MAX_CHARACTERS = 2e4;
const MAX_URL = 2000;

function start(script: HTMLScriptElement, store: string): void {
  // A snippet that is in the page twice counts once.
  if (shop.layerkick?.on) return;
  const outbox = createOutbox(script.dataset['api'] || new URL('/api/event', script.src).href, store);
  let events: Happening[] = [];
  let size = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let page = '';
  let view: Happening | undefined;

  function flush(leaving?: boolean): void {
    clearTimeout(timer);
    timer = undefined;
    if (!events.length) return;
    // Pages built by scripts get their title after their address.
    if (view) view.title = document.title.slice(0, 500);
    view = undefined;
    outbox[leaving ? 'addLast' : 'add']({ v: 1, store, batch: uuid(), events });
    events = [];
    size = 0;
  }

  function record(name: string, fields?: object): Happening {
    const event = { name, at: Date.now(), url: page, ...fields };
    const length = JSON.stringify(event).length;
    if (events.length >= MAX_EVENTS || size + length > MAX_CHARACTERS) flush();
    events.push(event);
    size += length;
    timer ??= setTimeout(flush, FLUSH_AFTER_MS);
    return event;
  }

  const earlier = shop.layerkick?.q ?? [];
  const layerkick: Layerkick = (name, fields) => {
    try {
      record(name, fields);
    } catch {
      // Fields that are no JSON, such as circular ones.
    }
  };
  layerkick.on = true;
  shop.layerkick = layerkick;

  watchPages(() => {
    const referrer = (page || document.referrer).slice(0, MAX_URL);
    page = location.href.replace(/#.*/, '').slice(0, MAX_URL);
    view = record('page_view', referrer ? { referrer } : {});
  });
  for (const call of earlier) layerkick(call[0] as string, call[1] as object);

  document.addEventListener('visibilitychange', () => document.hidden && flush());
  addEventListener('pagehide', () => flush(true));
  addEventListener('online', outbox.deliver);
  outbox.deliver();
}

/** `crypto.randomUUID` is missing on pages served over http. */
function uuid(): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (Number(digit) ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (Number(digit) / 4)))).toString(
      16,
    ),
  );
}

// Whatever goes wrong here, the shop's page goes on.
try {
  const script = (document.currentScript ??
    document.querySelector('script[data-store]')) as HTMLScriptElement;
  const store = script.dataset['store'];
  // Neither is in TypeScript's DOM: https://w3c.github.io/gpc/, https://wicg.github.io/nav-speculation/prerendering.html
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
  const { prerendering } = document as { prerendering?: boolean };
  const queue: ArrayLike<unknown>[] = [];
  shop.layerkick ??= Object.assign((...call: unknown[]) => void queue.push(call), { q: queue });
  if (globalPrivacyControl) {
    // The visitor has said no.
    shop.layerkick = () => {};
  } else if (store && prerendering) {
    // Loaded ahead of time: nothing has happened until somebody sees it.
    document.addEventListener('prerenderingchange', () => start(script, store), { once: true });
  } else if (store) {
    start(script, store);
  }
} catch {}
