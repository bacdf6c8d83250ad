import type { Sender } from './receive-batch.ts';

/** Longer ones are nobody's browser. */
const MAX_USER_AGENT = 1000;

/** Longer ones are nobody's place. */
const MAX_PLACE = 100;

/** Who sent a request, from where. The address and the user agent live as long as the request does. */
export function senderOf(request: Request): Sender {
  return {
    visitor: {
      ip: request.headers.get('cf-connecting-ip') ?? '',
      userAgent: (request.headers.get('user-agent') ?? '').slice(0, MAX_USER_AGENT),
    },
    place: placeOf(request.cf),
    // Whoever names no page is a server, and those are in data centres.
    network: request.headers.has('origin') ? networkOf(request.cf) : null,
  };
}

/** Where Cloudflare says that a request comes from; '' for what it does not say, or not in the way it should. */
export function placeOf(cloudflare: unknown): Sender['place'] {
  const said = typeof cloudflare === 'object' && cloudflare !== null ? cloudflare : {};
  return {
    country: 'country' in said ? countryOf(said.country) : '',
    region: 'region' in said ? wordOf(said.region) : '',
    city: 'city' in said ? wordOf(said.city) : '',
  };
}

function networkOf(cloudflare: unknown): number | null {
  const isKnown = typeof cloudflare === 'object' && cloudflare !== null && 'asn' in cloudflare;
  return isKnown && typeof cloudflare.asn === 'number' ? cloudflare.asn : null;
}

function countryOf(code: unknown): string {
  // XX is "not known", T1 the Tor network: neither is a country.
  return typeof code === 'string' && /^[A-Z]{2}$/.test(code) && code !== 'XX' ? code : '';
}

function wordOf(word: unknown): string {
  return typeof word === 'string' && word.length <= MAX_PLACE ? word : '';
}
