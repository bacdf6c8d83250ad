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
  // A shop under development, talking to a LayerKick under development.
  if (LOCAL_BUILD && (hostname === 'localhost' || hostname === '127.0.0.1')) return true;
  return store.domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
