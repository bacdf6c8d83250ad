import { watchDataLayer } from './data-layer.ts';
import { createOutbox } from './outbox.ts';
import { watchPages } from './pages.ts';

/** `layerkick('add_to_cart', { currency: 'EUR', value: 29, items: [ … ] })` */
type Layerkick = ((name: string, fields?: unknown) => void) & {
  /** Calls made before this script was there. */
  q?: Iterable<unknown>[];
  on?: boolean;
};

interface Happening {
  name: string;
  at: number;
}

declare global {
  interface Window {
    layerkick?: Layerkick;
  }
  interface Document {
    /** https://wicg.github.io/nav-speculation/prerendering.html */
    readonly prerendering?: boolean;
  }
  interface Navigator {
    /** https://w3c.github.io/gpc/ */
    readonly globalPrivacyControl?: boolean;
  }
}

export function start(script: HTMLScriptElement): void {
  const FLUSH_AFTER_MS = 200;
  const MAX_EVENTS = 20;
  /** Characters, before the last event; keeps a batch below the collector's 64 KB in any script. */
  const MAX_CHARACTERS = 1e4;
  /** What happens after so long belongs to another visit, which does not begin with somebody going away. */
  const VISIT_GAP_MS = 18e5;

  const { api, store, consent, manual } = script.dataset;
  const { on, q: earlier = [] } = window.layerkick ?? ({} as Layerkick);
  // A snippet that is in the page twice counts once.
  if (!store || on) return;
  const outbox = createOutbox(api || script.src.replace('lk.js', 'api/event'), store);
  let events: Happening[] = [];
  let size = 0;
  let page = '';
  let allowed = consent == null;
  let lastAt = 0;
  /** 0 while nobody can see the page. */
  let seenSince = 0;

  const flush = (leaving?: boolean) => {
    if (allowed && events[0]) {
      // `crypto.randomUUID` is missing on pages served over http; the name of a blob is one, too.
      outbox.add({ v: 1, store, batch: URL.createObjectURL(new Blob()).slice(-36), events }, leaving);
      events = [];
      size = 0;
    }
  };

  const layerkick: Layerkick = (name, fields) => {
    try {
      if (document.prerendering) earlier.push([name, fields]);
      else if (name === 'consent') {
        if ((allowed = fields !== false)) flush();
        else outbox.clear();
      } else if (name === 'internal') localStorage['lk'] = fields === false ? '' : name;
      // With the visitor's word, should it come, the page counts that they are on.
      else if (allowed || name === 'page_view') {
        if (!allowed) events = [];
        const event = { name, at: (lastAt = Date.now()), url: page, ...(fields as object) };
        size += JSON.stringify(event).length;
        events.push(event);
        if (!events[1]) setTimeout(flush, FLUSH_AFTER_MS);
        if (events[MAX_EVENTS - 1] || size > MAX_CHARACTERS) flush();
      }
    } catch {
      // Fields that are no JSON, such as circular ones, or storage that is blocked.
    }
  };

  const engage = (leaving?: boolean) => {
    const now = Date.now();
    const time = seenSince && now - seenSince;
    seenSince = leaving || document.hidden ? 0 : now;
    if (page && time > 999 && now - lastAt < VISIT_GAP_MS) {
      layerkick('user_engagement', { props: { ms: time } });
    }
  };

  const leave = ({ type }: Event) => {
    const leaving = type === 'pagehide';
    engage(leaving);
    flush(leaving);
  };

  const begin = () => {
    // Where pages are none of the browser's, as in a sandbox of Shopify's, whoever knows of them tells.
    if (manual == null) {
      watchPages(() => {
        engage();
        layerkick('page_view', {
          referrer: page || document.referrer,
          url: (page = location.href.split('#')[0]!),
        });
      });
      watchDataLayer(layerkick);
    }
    for (const call of earlier) layerkick(...(call as [string, unknown]));
    addEventListener('visibilitychange', leave);
    addEventListener('pagehide', leave);
    addEventListener('online', outbox.deliver);
    void outbox.deliver();
  };

  window.layerkick = layerkick;
  layerkick.on = true;
  if (document.prerendering) document.addEventListener('prerenderingchange', begin);
  else begin();
}
