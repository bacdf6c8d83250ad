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

/** The demo storefront, or a shop under development: local builds talk to pages of the same machine. */
export function isOnThisMachine(origin: string | null): boolean {
  if (!LOCAL_BUILD || origin === null || !URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '127.0.0.1';
}
