import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { damaged, deep, hostileText, mutated } from './hostile-values.ts';

/** The stores of the run. */
export const STORES = {
  /** Is told events, some of which may count; what counts is what the answers say. */
  open: 'open-store',
  /** Is told nothing that may count: not signed, not from its shop, or no batch at all. */
  locked: 'locked-store',
  /** Has platforms whose secrets the run knows. */
  signed: 'signed-store',
} as const;
export const PLATFORM_SECRETS = {
  shopify: 'shpss_of-this-run-only',
  woocommerce: 'wc-of-this-run-only',
} as const;
export const WORKOS_WEBHOOK_SECRET = 'whsec_of_this_run_only_and_long_enough';

export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

const now = Date.now();
const SHOP = 'https://shop.example';
const EVENT = {
  name: 'purchase',
  at: now,
  url: `${SHOP}/thanks?utm_source=a&gclid=b`,
  referrer: 'https://www.google.com/',
  title: 'Thanks',
  currency: 'EUR',
  value: 30.5,
  tax: '4.87',
  shipping: 5,
  transaction_id: 'T-1',
  items: [{ item_id: 'a', item_name: 'Pot', item_category: 'Pots', price: 10, discount: 1, quantity: 3 }],
  props: { a: 'b', c: 1, d: true },
};
const VIEW = { name: 'page_view', at: now, url: `${SHOP}/` };

const batch = (store: string, events: readonly unknown[], id: string) => ({
  v: 1,
  store,
  batch: id,
  sent: now,
  events,
});

/** What a header can carry over HTTP/1.1 at all. */
const headerValue = hostileText.map((text) =>
  text.replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '').slice(0, 4000),
);

const address = fc.nat(0xffffff).map((number) => `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`);

const eventHeaders = (origin: fc.Arbitrary<string | null>) =>
  fc
    .record({
      origin,
      agent: fc.oneof(
        fc.constant('Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'),
        headerValue,
      ),
      type: fc.oneof(fc.constantFrom('text/plain', 'application/json', 'multipart/form-data'), headerValue),
      address,
      encoding: fc.constantFrom('', '', '', 'gzip', 'br', 'nonsense'),
    })
    .map(({ origin: from, agent, type, address: ip, encoding }) => ({
      'user-agent': agent,
      'content-type': type,
      'cf-connecting-ip': ip,
      ...(from === null ? {} : { origin: from }),
      ...(encoding === '' ? {} : { 'content-encoding': encoding }),
    }));

const post = (
  path: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer | string,
): HostileRequest => ({
  method: 'POST',
  path,
  headers,
  body: typeof body === 'string' ? Buffer.from(body) : body,
});

const events = fc.array(fc.oneof(mutated(EVENT), mutated(VIEW), fc.constant(VIEW)), {
  minLength: 1,
  maxLength: 8,
});

/** Whole batches of events of which some are none. */
const someEvents = fc
  .tuple(events, fc.uuid(), eventHeaders(fc.constantFrom(SHOP, 'http://localhost', null)))
  .map(([list, id, headers]) =>
    post('/api/event', without(headers, 'content-encoding'), JSON.stringify(batch(STORES.open, list, id))),
  );

/** No batch, whatever is in it. */
const noBatch = fc
  .tuple(
    fc.oneof(
      mutated(batch(STORES.locked, [VIEW], 'not-a-uuid')).map((value) => JSON.stringify(value) ?? ''),
      fc.constant(JSON.stringify({ ...batch(STORES.locked, [VIEW], fresh()), v: 2 })),
      damaged(fc.constant(JSON.stringify(batch(STORES.locked, [VIEW], 'not-a-uuid')))),
      deep,
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
      fc.integer({ min: 64, max: 300 }).map((kilobytes) => ' '.repeat(kilobytes * 1024 + 1)),
    ),
    eventHeaders(fc.oneof(fc.constantFrom(SHOP, 'null', 'http://localhost'), headerValue)),
  )
  .map(([body, headers]) => post('/api/event', headers, body));

const somebodyElses = (origins: readonly string[], list: readonly unknown[]) =>
  fc
    .tuple(fc.uuid(), eventHeaders(fc.constantFrom(...origins)))
    .map(([id, headers]) => post('/api/event', headers, JSON.stringify(batch(STORES.locked, list, id))));

/** A good batch from somebody else's page, or from a sandbox that tells of one. */
const foreignOrigin = fc.oneof(
  {
    weight: 5,
    arbitrary: somebodyElses(
      [
        'https://evil.example',
        'https://shop.example.evil.example',
        'https://evilshop.example',
        'file://',
        'https://shop.example@evil.example',
      ],
      [VIEW, EVENT],
    ),
  },
  {
    weight: 1,
    arbitrary: somebodyElses(['null'], [VIEW, { ...EVENT, url: 'https://shop.example.evil.example/thanks' }]),
  },
);

const SHOPIFY_ORDER = {
  id: 450789469,
  admin_graphql_api_id: 'gid://shopify/Order/450789469',
  test: false,
  created_at: '2026-11-20T10:00:00+01:00',
  updated_at: '2026-11-20T10:00:05+01:00',
  cancelled_at: null,
  currency: 'EUR',
  taxes_included: false,
  total_tax_set: { shop_money: { amount: '6.84', currency_code: 'EUR' } },
  customer: { id: 207119551 },
  shipping_address: { country_code: 'AT' },
  line_items: [
    {
      id: 11,
      product_id: 7,
      title: 'Pot',
      quantity: 2,
      price: '20.00',
      price_set: { shop_money: { amount: '20.00', currency_code: 'EUR' } },
      total_discount: '0.00',
      discount_allocations: [],
      tax_lines: [],
    },
  ],
  shipping_lines: [],
  refunds: [],
};
const WOOCOMMERCE_ORDER = {
  id: 727,
  status: 'processing',
  currency: 'EUR',
  date_created_gmt: '2026-11-20T09:00:00',
  date_modified_gmt: '2026-11-20T09:00:05',
  discount_total: '0.00',
  shipping_total: '4.90',
  total: '44.90',
  total_tax: '0.00',
  customer_id: 3,
  billing: { country: 'AT' },
  line_items: [
    { id: 1, product_id: 7, name: 'Pot', quantity: 2, subtotal: '40.00', total: '40.00', total_tax: '0.00' },
  ],
  shipping_lines: [],
  refunds: [],
};
const TOPICS = {
  shopify: [
    'orders/create',
    'orders/paid',
    'orders/updated',
    'orders/cancelled',
    'refunds/create',
    'app/uninstalled',
  ],
  woocommerce: ['order.created', 'order.updated', 'order.deleted', 'action.wc_admin'],
} as const;

const platformDelivery = fc
  .constantFrom<'shopify' | 'woocommerce'>('shopify', 'woocommerce')
  .chain((platform) => {
    const order = platform === 'shopify' ? SHOPIFY_ORDER : WOOCOMMERCE_ORDER;
    const json = mutated(order).map((value) => JSON.stringify(value) ?? '');
    return fc.record({
      platform: fc.constant(platform),
      body: fc.oneof(
        { weight: 6, arbitrary: json.map((text) => Buffer.from(text)) },
        { weight: 2, arbitrary: damaged(json) },
        { weight: 1, arbitrary: deep.map((text) => Buffer.from(text)) },
      ),
      topic: fc.oneof(fc.constantFrom(...TOPICS[platform]), headerValue),
      delivery: fc.oneof(fc.uuid(), headerValue),
      signature: fc.constantFrom('right', 'wrong', 'none', 'hex'),
    });
  })
  .map(({ platform, body, topic, delivery, signature }) => {
    const right = createHmac('sha256', PLATFORM_SECRETS[platform]).update(body);
    const said = {
      right: () => right.digest('base64'),
      // Over a body that came differently, or written otherwise.
      wrong: () => createHmac('sha256', PLATFORM_SECRETS[platform]).update(body).update(' ').digest('base64'),
      hex: () => right.digest('hex'),
      none: () => null,
    }[signature as 'right' | 'wrong' | 'none' | 'hex']();
    const name = platform === 'shopify' ? 'x-shopify' : 'x-wc-webhook';
    const slug = signature === 'right' ? STORES.signed : STORES.locked;
    return post(
      `/api/webhooks/${platform}/${slug}`,
      {
        'content-type': 'application/json',
        [`${name}-topic`]: topic,
        [platform === 'shopify' ? 'x-shopify-webhook-id' : 'x-wc-webhook-delivery-id']: delivery,
        ...(said === null
          ? {}
          : { [platform === 'shopify' ? 'x-shopify-hmac-sha256' : 'x-wc-webhook-signature']: said }),
      },
      body,
    );
  });

const WORKOS_EVENT = {
  id: 'event_01',
  event: 'organization_membership.created',
  created_at: '2026-11-20T10:00:00.000Z',
  data: {
    id: 'om_01',
    object: 'organization_membership',
    user_id: 'user_01',
    organization_id: 'org_01',
    status: 'active',
    role: { slug: 'viewer' },
    created_at: '2026-11-20T10:00:00.000Z',
    updated_at: '2026-11-20T10:00:00.000Z',
  },
};

const workosDelivery = fc
  .record({
    body: fc.oneof(
      mutated(WORKOS_EVENT).map((value) => Buffer.from(JSON.stringify(value) ?? '')),
      damaged(fc.constant(JSON.stringify(WORKOS_EVENT))),
    ),
    time: fc.oneof(
      { weight: 6, arbitrary: fc.constant('now') },
      { weight: 2, arbitrary: fc.constantFrom('0', '99999999999999', 'abc', '-1') },
    ),
    isSigned: fc.boolean(),
    junk: headerValue,
  })
  .map(({ body, time, isSigned, junk }) => {
    const at = time === 'now' ? String(Date.now()) : time;
    const signature = createHmac('sha256', WORKOS_WEBHOOK_SECRET).update(`${at}.`).update(body).digest('hex');
    return post(
      '/api/webhooks/workos',
      {
        'content-type': 'application/json',
        'workos-signature': isSigned ? `t=${at}, v1=${signature}` : junk,
      },
      body,
    );
  });

const PATHS = [
  '/',
  '/stores',
  '/lk.js',
  '/healthz',
  '/mcp',
  '/admin',
  '/settings/sources',
  '/auth/workos/login',
  '/auth/workos/callback',
  '/stats/open-store',
  '/demo/fmdf',
  '/api/v1/me',
  '/api/v1/stores',
  '/api/v1/stores/open-store/stats',
  '/api/v1/stores/open-store/export',
  '/api/v1/events',
  '/api/v1/openapi.json',
  '/api/ops/stores',
  '/api/webhooks/shopify/locked-store',
  '/_serverFn/',
  '/.well-known/oauth-protected-resource',
];

/** Anything at any door, without a credential or with one that is none. */
const anyDoor = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
    path: fc.oneof(
      fc.constantFrom(...PATHS),
      hostileText.map((text) => `/${encodable(text)}`),
    ),
    search: fc.array(fc.tuple(hostileText, hostileText), { maxLength: 3 }),
    headers: fc.record(
      {
        authorization: fc.oneof(
          headerValue,
          headerValue.map((value) => `Bearer ${value}`),
        ),
        cookie: fc.oneof(
          headerValue,
          headerValue.map((value) => `wos-session=${value}`),
        ),
        'x-api-key': headerValue,
        'x-organization': headerValue,
        'content-type': fc.constantFrom(
          'application/json',
          'text/plain',
          'application/x-www-form-urlencoded',
        ),
        origin: fc.oneof(fc.constantFrom('null', 'https://evil.example'), headerValue),
      },
      { requiredKeys: [] },
    ),
    body: fc.oneof(fc.json(), hostileText, deep),
  })
  .map(({ method, path, search, headers, body }): HostileRequest => {
    const query = search.map(([key, value]) => `${encodable(key)}=${encodable(value)}`).join('&');
    return {
      method,
      path: `${path}${query === '' ? '' : `?${query}`}`.slice(0, 8000),
      headers,
      // No longer than what the local front of workerd takes in while nobody reads it.
      body: method === 'GET' || method === 'HEAD' ? null : Buffer.from(body.slice(0, 8000)),
    };
  });

export const hostileRequest: fc.Arbitrary<HostileRequest> = fc.oneof(
  { weight: 30, arbitrary: someEvents },
  { weight: 25, arbitrary: noBatch },
  { weight: 5, arbitrary: foreignOrigin },
  { weight: 20, arbitrary: platformDelivery },
  { weight: 6, arbitrary: workosDelivery },
  { weight: 14, arbitrary: anyDoor },
);

function without<Key extends string>(
  headers: Readonly<Record<string, string>>,
  key: Key,
): Readonly<Record<string, string>> {
  const { [key]: _left, ...others } = headers;
  return others;
}

function fresh(): string {
  return '0b6cbe2d-16f0-4b0a-9f5c-0a5f3d4c8f11';
}

/** Percent-encoded; a lone surrogate has no code of its own. */
function encodable(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
