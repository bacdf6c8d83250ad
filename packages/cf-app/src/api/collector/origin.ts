import type { Store } from '../../features/stores/store.schema.ts';

/**
 * Whether a page at `origin` may send events for this store: one of its domains or a subdomain of one, over http(s)
 * on any port, or the dashboard's own origin, which is where the demo storefront is.
 *
 * A sender without an `Origin` is no browser and therefore a server. This keeps other people's pages from writing
 * into a store; it is no proof of identity, since anything but a browser can claim any origin.
 */
export function mayCollect(origin: string | null, store: Pick<Store, 'domains'>, ownOrigin: string): boolean {
  if (origin === null || origin === ownOrigin) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  if (isOnThisMachine(origin)) return true;
  return store.domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

/**
 * Whether all that a page of no origin tells of happened on pages that may send for this store. Shopify shuts the pixels of its
 * merchants into sandboxes, whose requests come from `null`; so can anybody's page, which then has to lie in every event.
 */
export function isSandboxOf(
  origin: string | null,
  store: Pick<Store, 'domains'>,
  events: readonly unknown[],
  ownOrigin: string,
): boolean {
  if (origin !== 'null') return false;
  return events.every((event) => {
    const url = typeof event === 'object' && event !== null && 'url' in event ? event.url : null;
    if (typeof url !== 'string' || !URL.canParse(url)) return false;
    return mayCollect(new URL(url).origin, store, ownOrigin);
  });
}

/** The demo storefront, or a shop under development: local builds talk to pages of the same machine. */
export function isOnThisMachine(origin: string | null): boolean {
  if (!LOCAL_BUILD || origin === null || !URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '127.0.0.1';
}
