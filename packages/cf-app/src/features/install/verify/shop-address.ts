/** Names that lead inside a network wherever they are asked for, with their subdomains. */
const PRIVATE_NAMES = [
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'test',
  'invalid',
  'onion',
  'home.arpa',
  'in-addr.arpa',
  'ip6.arpa',
];

export type AddressProblem = 'unreadable' | 'not_http' | 'not_public' | 'other_port' | 'not_own_domain';

export type ShopAddress =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly code: AddressProblem };

export interface AddressRules {
  /** The store's own: nothing else is ever fetched. */
  readonly domains: readonly string[];
  /** Shops under development, in local builds. */
  readonly allowThisMachine: boolean;
}

/**
 * Whether an address may be fetched on somebody's behalf: a page of the store's own domains, by name, on the web's own ports. A
 * shop has a name, so that no notation of an address of a network is one; the URL's parser makes one of all of them.
 */
export function shopAddress(address: string, { domains, allowThisMachine }: AddressRules): ShopAddress {
  if (!URL.canParse(address)) return { ok: false, code: 'unreadable' };
  const url = new URL(address);
  url.hash = '';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, code: 'not_http' };
  // Whoever it is for, it is not in a shop's address.
  if (url.username !== '' || url.password !== '') return { ok: false, code: 'unreadable' };
  const host = url.hostname.replace(/\.$/, '');
  if (allowThisMachine && (host === 'localhost' || host === '127.0.0.1')) return { ok: true, url };
  if (!isPublicName(host)) return { ok: false, code: 'not_public' };
  if (url.port !== '') return { ok: false, code: 'other_port' };
  const isOwn = domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  return isOwn ? { ok: true, url } : { ok: false, code: 'not_own_domain' };
}

/** `host`: as a URL has it, lower case and in ASCII. */
function isPublicName(host: string): boolean {
  if (host.startsWith('[')) return false;
  const labels = host.split('.');
  // The last label of a name is never a number: what the parser made of a notation of IPv4 is.
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? '')) return false;
  return !PRIVATE_NAMES.some((name) => host === name || host.endsWith(`.${name}`));
}
