import type { GivenTo } from '@layerkick/client/operation';
import type { OperationId, Operations } from '@layerkick/client/operations';

const FIGURES = { metrics: ['orders'], range: '7d' } as const;
const ADDRESS = { metrics: 'orders', range: '7d' };
const params = { slug: '$store' };

/** A good request to each operation of the HTTP API, with `$store` and the like where it names something of a tenant. */
export const OPERATION_INPUTS = {
  showAccount: {},
  showAdministrator: {},
  listStores: { query: { limit: '1', cursor: '$cursor' } },
  getStats: { params, query: ADDRESS },
  queryStats: { params, body: FIGURES },
  explainChange: { params, body: { range: '7d' } },
  queryFunnel: {
    params,
    body: {
      range: '7d',
      steps: [
        { dimension: 'event', values: ['add_to_cart'] },
        { dimension: 'event', values: ['purchase'] },
      ],
    },
  },
  queryGoals: { params, body: { range: '7d' } },
  queryBookings: { params, body: { range: '7d' } },
  queryCohorts: { params, body: { range: 'year' } },
  getRealtime: { params },
  exportStats: { params, query: ADDRESS },
  exportBookings: { params, query: { range: '7d' } },
  collectEvents: {
    body: {
      v: 1,
      store: '$store',
      batch: '$batch',
      sent: 1_790_000_000_000,
      events: [{ name: 'page_view', at: 1_790_000_000_000, url: 'https://shop.example/' }],
      visitor: { ip: '192.0.2.7', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0' },
    },
  },
  showAccess: { params: { userId: '$person' } },
  grantAccess: { params: { userId: '$person' }, body: { stores: ['$store'] } },
  revokeAccess: { params: { userId: '$person' }, query: { stores: '$store' } },
} as const satisfies { readonly [Id in OperationId]: GivenTo<Operations[Id]> };
