import type { LiveState } from '../live.ts';
import { CLOSED, WATCH_HEADER, watch, type Watch } from './watch.ts';

export interface WatcherParts {
  /** Epoch ms. */
  readonly clock: () => number;
  readonly look: (store: Watch['store'], now: number) => Promise<LiveState>;
  /** Which of these sessions are over. */
  readonly ended: (sessions: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Has `tend` called then, epoch ms. */
  readonly wakeAt: (time: number) => void;
  /** Whether something may come that `noticed` is not told of: the store has other objects. */
  readonly hearsOfAll: () => boolean;
}

/** However much happens, nobody sees more than one change in that time. */
const PUSH_MS = 1000;
/** People leave without saying so, and sessions end elsewhere: that is looked after from time to time. */
const TICK_MS = 30_000;
/** Other objects of the store do not call when something happens. */
const ASK_OTHERS_MS = 2000;
/** Of one store; whoever comes then sees the figures of when the page was loaded. */
const MOST_WATCHERS = 500;

/**
 * Everybody who watches a store, over sockets that stay open while its object sleeps. As long as nobody does, nothing
 * is done; otherwise what changed is told at most once a second.
 */
export class Watchers {
  readonly #state: DurableObjectState;
  readonly #parts: WatcherParts;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #pushedAt = 0;
  /** What each topic was told last, without its time. */
  readonly #told = new Map<string, string>();

  constructor(state: DurableObjectState, parts: WatcherParts) {
    this.#state = state;
    this.#parts = parts;
    // Browsers find out whether the line still stands; nobody has to wake up for it.
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  /** Answers a request to watch, which the Worker has decided on. */
  async accept(request: Request): Promise<Response> {
    const asked = readWatch(request.headers.get(WATCH_HEADER));
    if (asked === null || request.headers.get('Upgrade') !== 'websocket') {
      return new Response(null, { status: 400 });
    }
    if (this.#open().length >= MOST_WATCHERS) return new Response(null, { status: 503 });
    const now = this.#parts.clock();
    const state = await this.#parts.look(asked.store, now);
    const { 0: client, 1: server } = new WebSocketPair();
    this.#state.acceptWebSocket(server);
    server.serializeAttachment(asked);
    server.send(textFor(asked.topic, state));
    this.#parts.wakeAt(now + TICK_MS);
    this.#askOthersLater();
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Something happened in the shop. */
  noticed(): void {
    if (this.#timer !== null || this.#open().length === 0) return;
    this.#pushIn(Math.max(0, this.#pushedAt + PUSH_MS - this.#parts.clock()));
  }

  /** Sees to it that nobody watches who may not, and that who left is not counted. Returns when to do so again, epoch ms. */
  async tend(now: number): Promise<number | null> {
    const sockets = this.#open();
    if (sockets.length === 0) return null;
    const sessions = new Set(sockets.flatMap((socket) => watchOf(socket)?.session ?? []));
    const ended = sessions.size === 0 ? new Set() : await this.#parts.ended([...sessions]);
    for (const socket of sockets) {
      const session = watchOf(socket)?.session ?? null;
      if (session !== null && ended.has(session)) socket.close(CLOSED.ended, 'session ended');
    }
    await this.#push();
    return this.#open().length === 0 ? null : now + TICK_MS;
  }

  /** The store is gone, or worked out anew. */
  closeAll(): void {
    for (const socket of this.#open()) socket.close(CLOSED.renew, 'ask again');
  }

  /** Those that are being closed are still listed for a moment. */
  #open(): WebSocket[] {
    return this.#state.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
  }

  #pushIn(delay: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#push().finally(() => this.#askOthersLater());
    }, delay);
  }

  #askOthersLater(): void {
    if (this.#parts.hearsOfAll() || this.#timer !== null) return;
    if (this.#open().length > 0) this.#pushIn(ASK_OTHERS_MS);
  }

  async #push(): Promise<void> {
    const now = this.#parts.clock();
    this.#pushedAt = now;
    const watching = this.#open().flatMap((socket) => {
      const asked = watchOf(socket);
      if (asked !== null && asked.until > now) return [{ socket, asked }];
      socket.close(CLOSED.renew, 'ask again');
      return [];
    });
    const [first] = watching;
    if (!first) return;
    try {
      const state = await this.#parts.look(first.asked.store, now);
      for (const topic of new Set(watching.map(({ asked }) => asked.topic))) {
        const told = textFor(topic, { ...state, at: 0 });
        if (this.#told.get(topic) === told) continue;
        this.#told.set(topic, told);
        const text = textFor(topic, state);
        for (const { socket, asked } of watching) if (asked.topic === topic) socket.send(text);
      }
    } catch (cause) {
      // Whoever watches keeps what they see; the next event or tick tries again.
      console.error(JSON.stringify({ level: 'error', event: 'live_push_failed', error: String(cause) }));
    }
  }
}

function textFor(topic: Watch['topic'], { at, visitors, ...rest }: LiveState): string {
  return JSON.stringify(topic === 'count' ? { at, visitors } : { at, visitors, ...rest });
}

function watchOf(socket: WebSocket): Watch | null {
  return watch.safeParse(socket.deserializeAttachment()).data ?? null;
}

function readWatch(json: string | null): Watch | null {
  if (json === null) return null;
  try {
    return watch.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
