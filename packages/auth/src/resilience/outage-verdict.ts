import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

/**
 * What the health check found, for all isolates. Kept in KV: it is read only where WorkOS is about to be asked, it
 * may be a minute old, and it must be there when D1 is not.
 */
const outageVerdict = z.object({
  state: z.enum(['up', 'down']),
  /** Epoch ms: when the state began. */
  since: z.number(),
  /** Epoch ms. */
  checkedAt: z.number(),
  /** Why it counts as down, e.g. `HTTP 503`; never anything secret. */
  reason: z.string().nullable(),
});
export type OutageVerdict = z.output<typeof outageVerdict>;

/** A verdict older than this says nothing: the health check itself has stopped. */
const VERDICT_GOOD_FOR_MS = 5 * 60_000;
/** How often an isolate looks. */
const LOOK_EVERY_MS = 15_000;

export interface VerdictStorage {
  read(): Promise<string | null>;
  write(verdict: string): Promise<void>;
}

export interface SharedVerdict {
  /** The last verdict that is still good; null where there is none or it cannot be read. */
  current(): Promise<OutageVerdict | null>;
  announce(verdict: OutageVerdict): Promise<void>;
}

export function sharedVerdict(storage: VerdictStorage, clock: Clock, log: Log): SharedVerdict {
  let seen: { readonly at: number; readonly verdict: OutageVerdict | null } | undefined;

  async function look(): Promise<OutageVerdict | null> {
    try {
      const text = await storage.read();
      return text === null ? null : outageVerdict.parse(JSON.parse(text));
    } catch (cause) {
      log.warn('outage_verdict_unreadable', { cause: String(cause) });
      return null;
    }
  }

  return {
    async current() {
      if (seen === undefined || clock() - seen.at >= LOOK_EVERY_MS) {
        seen = { at: clock(), verdict: await look() };
      }
      const { verdict } = seen;
      return verdict !== null && clock() - verdict.checkedAt < VERDICT_GOOD_FOR_MS ? verdict : null;
    },
    async announce(verdict) {
      await storage.write(JSON.stringify(verdict));
      seen = { at: clock(), verdict };
    },
  };
}
