/** GA4's e-commerce events: https://developers.google.com/analytics/devguides/collection/ga4/ecommerce */
const COMMERCE = /^(view_(item|cart)|search$|add_|remove_|begin_|purchase|refund)/;

interface Entry extends Iterable<unknown> {
  /** `gtag('event', name, fields)` pushes its `arguments`. */
  readonly [argument: number]: unknown;
  readonly event?: unknown;
  readonly ecommerce?: unknown;
}

/** Records what a shop tells Google anyway: what is in its data layer already and whatever comes. */
export function watchDataLayer(record: (name: string, fields: object) => void): void {
  const take = (entry: Entry) => {
    try {
      // What else is in a data layer may be names and addresses.
      const [, name, fields] = entry[0] === 'event' ? entry : [0, entry.event, entry.ecommerce];
      if (COMMERCE.test(name as string) && fields) record(name as string, fields);
    } catch {}
  };
  const layer = ((window as { dataLayer?: Entry[] }).dataLayer ??= []);
  const { push } = layer;
  layer.forEach(take);
  layer.push = (...entries) => {
    entries.forEach(take);
    return push.apply(layer, entries);
  };
}
