import type { ReceivedBatch, StoreEvent } from '../event.ts';

/** What a test says about a batch; everything else is a German visitor's page view on the shop's home page. */
export interface BatchDescription {
  /** ISO time at which it was received and, where its events do not say otherwise, at which they happened. */
  readonly at: string;
  /** Stands for the sender's IP address. */
  readonly from?: string;
  readonly events?: readonly EventDescription[];
  readonly batch?: string;
  readonly bot?: string;
  readonly country?: string;
  readonly device?: string;
}

export type EventDescription = Omit<Partial<StoreEvent>, 'at' | 'url'> & {
  readonly at?: string;
  /** Path on the shop. */
  readonly path?: string;
};

let batches = 0;

export function batchOf(description: BatchDescription): ReceivedBatch {
  const {
    at,
    from = '192.0.2.1',
    events = [{}],
    bot = null,
    country = 'DE',
    device = 'desktop',
  } = description;
  batches += 1;
  return {
    batch: description.batch ?? `00000000-0000-4000-8000-${String(batches).padStart(12, '0')}`,
    received: Date.parse(at),
    events: events.map(({ at: happened = at, path = '/', ...event }) => ({
      name: 'page_view',
      url: `https://shop.example${path}`,
      ...event,
      at: Date.parse(happened),
    })),
    rejected: [],
    visitor: { ip: from, userAgent: 'Mozilla/5.0 (an agent of its own)' },
    place: { country, region: '', city: '' },
    client: { device, browser: 'Firefox', system: 'Linux' },
    bot,
  };
}
