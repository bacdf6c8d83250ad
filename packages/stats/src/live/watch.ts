import { z } from 'zod';
import { currencyCode, storeSlug, timeZone } from '../store.ts';

/** `count` is how many are in the shop, `all` everything of `LiveState`. */
export const LIVE_TOPICS = ['count', 'all'] as const;

/** Whoever watches a store: written by the Worker, who asked whether they may, and kept with their socket. */
export const watch = z.object({
  store: z.object({ slug: storeSlug, timeZone, currency: currencyCode }),
  topic: z.enum(LIVE_TOPICS),
  /** The session that they watch with; null where there is none to end. */
  session: z.string().max(200).nullable(),
  /** Until when that was decided, epoch ms: then they have to ask again. */
  until: z.number(),
});
export type Watch = z.output<typeof watch>;

/** Carries a `Watch` as JSON to the store's object. */
export const WATCH_HEADER = 'X-LayerKick-Watch';

/** Why a socket was closed. The browser acts on it. */
export const CLOSED = {
  /** Ask again whether you may; mostly one still may. */
  renew: 4401,
  /** The session is over. */
  ended: 4403,
} as const;
