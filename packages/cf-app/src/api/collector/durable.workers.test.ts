import { env, exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { createStore } from '../../features/stores/registry.server.ts';
import { newStore } from '../../features/stores/store.schema.ts';

const settings = { slug: 'lamps', timeZone: 'Europe/Berlin', currency: 'EUR' };
const url = 'http://localhost:3051/shop';

function send(batch: object): Promise<Response> {
  return exports.default.fetch('http://localhost:3051/api/event', {
    method: 'POST',
    body: JSON.stringify(batch),
    headers: {
      origin: 'http://localhost:3051',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0',
    },
  });
}

async function figures() {
  const object = env.STORE_STATS.getByName('lamps');
  const [answer] = await object.query(
    settings,
    [{ metrics: ['sessions', 'page_views', 'orders', 'net_sales'], range: 'today' }],
    Date.now(),
  );
  return answer?.totals;
}

test('what was accepted is counted, and the same batch again has the same answer and no second effect', async () => {
  await createStore(env.DB, newStore.parse(settings), { actor: 'operator', requestId: '1', at: Date.now() });
  const at = Date.now();
  const batch = {
    v: 1,
    store: 'lamps',
    batch: crypto.randomUUID(),
    sent: at,
    events: [
      { name: 'page_view', at, url },
      { name: 'purchase', at, url, transaction_id: '1001', value: '49.90', currency: 'EUR' },
      { name: 'Purchase', at, url },
    ],
  };

  const first = await send(batch);
  expect(first.status).toBe(202);
  const receipt = await first.json();
  expect(receipt).toMatchObject({ accepted: 2, rejected: [{ index: 2, code: 'event_invalid' }] });
  const counted = { sessions: 1, page_views: 1, orders: 1, net_sales: 4990 };
  expect(await figures()).toMatchObject(counted);

  // A sender that never heard the answer tries again later, with another idea of what was in it.
  const again = await send({
    ...batch,
    sent: at + 60_000,
    events: [...batch.events, { name: 'search', at, url }],
  });
  expect(again.status).toBe(202);
  expect(await again.json()).toEqual(receipt);
  expect(await figures()).toMatchObject(counted);

  // Half an emoji is no text: what was looked up by it was not found, and nothing was ever counted again.
  const { status } = await send({
    ...batch,
    batch: crypto.randomUUID(),
    events: [
      { name: 'view_item', at, url, items: [{ item_id: 'pot\ud83d' }, { item_id: 'pot\ufffd' }] },
      { name: 'purchase', at, url, transaction_id: '\ud83d', items: [{ item_id: '\ude00', price: 1 }] },
    ],
  });
  expect(status).toBe(202);
  expect(await figures()).toMatchObject({ ...counted, orders: 2, net_sales: 5090 });
});
