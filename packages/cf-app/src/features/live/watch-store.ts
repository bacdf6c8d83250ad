import { organizationPrefix } from '#/lib/page-request.ts';

export type LiveStatus =
  /** The first word is still to come. */
  | 'connecting'
  | 'live'
  /** What is shown is old; it is tried again. */
  | 'offline';

export interface Listener<Told> {
  told(state: Told): void;
  status(status: LiveStatus): void;
  /** The session is over. */
  ended(): void;
}

/** As `CLOSED` of the store's object has it, which browsers do not load. */
const RENEW = 4401;
const ENDED = 4403;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 60_000;
/** A line that broke down says nothing by itself. */
const PING_MS = 25_000;
/** A page that nobody looks at stops listening after a while. */
const UNSEEN_MS = 5 * 60_000;

/**
 * Browser only: listens to what goes on in a store, and goes on listening whatever happens to the line. Returns how to
 * stop.
 */
export function watchStore<Told>(slug: string, topic: 'count' | 'all', listener: Listener<Told>): () => void {
  const address = new URL(`${organizationPrefix()}/api/live/${slug}?topic=${topic}`, location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  let socket: WebSocket | null = null;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let unseen: ReturnType<typeof setTimeout> | undefined;
  let pings: ReturnType<typeof setInterval> | undefined;
  let silent = false;

  function connect() {
    clearTimeout(retry);
    if (socket) return;
    const opened = new WebSocket(address);
    socket = opened;
    opened.addEventListener('open', () => {
      silent = false;
      pings = setInterval(() => {
        if (silent) return opened.close();
        silent = true;
        opened.send('ping');
      }, PING_MS);
    });
    opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
      silent = false;
      if (data === 'pong') return;
      failures = 0;
      listener.told(JSON.parse(data));
      listener.status('live');
    });
    opened.addEventListener('close', ({ code }) => {
      if (socket !== opened) return;
      hangUp();
      if (code === ENDED) return listener.ended();
      if (code === RENEW) return connect();
      listener.status('offline');
      const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
      failures += 1;
      // Not everybody at once after a disturbance.
      retry = setTimeout(connect, delay * (0.75 + Math.random() / 2));
    });
  }

  function hangUp() {
    clearInterval(pings);
    const open = socket;
    socket = null;
    open?.close();
  }

  function onVisibility() {
    clearTimeout(unseen);
    if (document.visibilityState === 'visible') connect();
    else unseen = setTimeout(hangUp, UNSEEN_MS);
  }

  document.addEventListener('visibilitychange', onVisibility);
  addEventListener('online', connect);
  connect();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    removeEventListener('online', connect);
    clearTimeout(unseen);
    clearTimeout(retry);
    hangUp();
  };
}
