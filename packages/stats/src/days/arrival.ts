import { type Attribution, attributionOf } from '../classify/attribution.ts';

/** Shops have a few thousand addresses that matter; whatever more there is comes with ids that are never seen again. */
const MOST_KNOWN = 4000;
const known = new Map<string, Attribution>();

/** As `attributionOf`, which takes long enough not to be asked twice about the same. */
export function arrivalOf(url: string, referrer = ''): Attribution {
  const key = referrer === '' ? url : `${url}\n${referrer}`;
  let arrival = known.get(key);
  if (!arrival) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, (arrival = attributionOf(url, referrer)));
  }
  return arrival;
}
