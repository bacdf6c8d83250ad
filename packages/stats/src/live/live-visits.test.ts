import { describe, expect, test } from 'vitest';
import type { StoreEvent } from '../event.ts';
import type { LoggedBatch } from '../log/logged-batch.ts';
import { ledgerEntry } from '../orders/ledger-entry.ts';
import { LiveVisits } from './live-visits.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;
let batches = 0;

/** What one person's browser tells, minutes before `NOW`. */
function told(
  who: string,
  ...events: (Partial<StoreEvent> & { ago?: number; path?: string; prior?: string })[]
): LoggedBatch {
  batches += 1;
  return {
    seq: batches,
    batch: `batch-${batches}`,
    received: NOW,
    events: events.map(({ ago = 0, path = '/', ...event }) => ({
      name: 'page_view',
      url: `https://shop.example${path}`,
      visitor: who,
      ...event,
      at: NOW - ago * MINUTE,
    })),
    place: { country: 'DE', region: '', city: '' },
    client: { device: 'desktop', browser: 'Firefox', system: 'Linux' },
    bot: null,
  };
}

function shop(...heard: LoggedBatch[]) {
  const visits = new LiveVisits();
  visits.add(heard, 'EUR');
  return visits;
}
const pot = { item_id: 'pot', item_name: 'Pot', price: '19.90' };
const purchase = () => told('a', { ago: 1, name: 'purchase', transaction_id: '1', items: [pot] });
const sale = (id: string, gross: number) =>
  ledgerEntry.parse({
    id,
    kind: 'sale',
    order: '1',
    at: NOW,
    currency: 'EUR',
    gross,
    discount: 100,
    source: 'server',
  });
const step = (visits: LiveVisits, name: string) =>
  visits.state(NOW, 'EUR').steps.find((one) => one.step === name);

describe('who is in the shop', () => {
  test('is whoever did anything in the last five minutes, on the page of their newest view', () => {
    const visits = shop(
      told('a', { ago: 6, path: '/old' }, { ago: 1, path: '/new' }),
      told('b', { ago: 4, path: '/new' }),
      told('c', { ago: 5.1, path: '/gone' }),
    );
    expect(visits.state(NOW, 'EUR')).toMatchObject({ visitors: 2, pages: [{ name: '/new', visitors: 2 }] });
  });

  test('comes from where their visit began, whatever page they are on', () => {
    const visits = shop(
      told(
        'a',
        { ago: 3, referrer: 'https://www.google.com/' },
        { ago: 1, referrer: 'https://shop.example/' },
      ),
      told('b', {}),
    );
    expect(visits.state(NOW, 'EUR').sources).toEqual([
      { name: '', visitors: 1 },
      { name: 'Google', visitors: 1 },
    ]);
  });

  test('is one over midnight, and no machine', () => {
    const visits = shop(
      told('monday', { ago: 3 }),
      told('tuesday', { ago: 2, prior: 'monday' }, { ago: 1 }),
      { ...told('crawler', {}), bot: 'known crawler' },
    );
    expect(visits.state(NOW, 'EUR').visitors).toBe(1);
  });

  test('is forgotten after half an hour', () => {
    const visits = shop(told('a', { ago: 20, name: 'add_to_cart', items: [pot] }));
    expect(visits.state(NOW, 'EUR').carts).toHaveLength(1);
    expect(visits.state(NOW + 11 * MINUTE, 'EUR').carts).toEqual([]);
  });
});

describe('a cart', () => {
  test('is worth what is in it, and moves on with its owner', () => {
    const visits = shop(told('a', { name: 'view_item', items: [pot] }));
    expect(step(visits, 'product')).toMatchObject({ visitors: 1, value: 0 });
    visits.add([told('a', { name: 'add_to_cart', items: [{ ...pot, quantity: 2 }] })], 'EUR');
    expect(step(visits, 'cart')).toMatchObject({ visitors: 1, value: 3980 });
    visits.add([told('a', { name: 'remove_from_cart', items: [pot] })], 'EUR');
    expect(step(visits, 'cart')).toMatchObject({ visitors: 1, value: 1990 });
    visits.add([told('a', { name: 'begin_checkout', items: [{ ...pot, quantity: 3 }] })], 'EUR');
    expect(visits.state(NOW, 'EUR').carts).toEqual([
      { key: '1', step: 'checkout', value: 5970, units: 3, product: 'Pot', source: '', at: NOW },
    ]);
  });

  test('that is empty again is none', () => {
    const visits = shop(
      told('a', { name: 'add_to_cart', items: [pot] }, { name: 'remove_from_cart', items: [pot] }),
    );
    expect(visits.state(NOW, 'EUR').carts).toEqual([]);
    expect(step(visits, 'product')).toMatchObject({ visitors: 1 });
  });

  test('in another currency is shown without a value and added to none', () => {
    const visits = shop(told('a', { name: 'add_to_cart', currency: 'USD', items: [pot] }));
    expect(visits.state(NOW, 'EUR').carts).toMatchObject([{ value: null, units: 1 }]);
    expect(step(visits, 'cart')).toMatchObject({ visitors: 1, value: 0 });
  });

  test('without prices is worth what the shop says', () => {
    const visits = shop(told('a', { name: 'begin_checkout', value: 12.5, items: [{ item_id: 'x' }] }));
    expect(visits.state(NOW, 'EUR').carts).toMatchObject([{ units: 1 }]);
    visits.add([told('b', { name: 'add_to_cart', value: '7.25' })], 'EUR');
    expect(step(visits, 'cart')).toMatchObject({ value: 725 });
  });

  test('that was ordered is gone, also when something about it comes late', () => {
    const visits = shop(
      told('a', { ago: 2, name: 'add_to_cart', items: [pot] }),
      told('a', { ago: 1, name: 'purchase', transaction_id: '1', items: [pot] }),
      told('a', { ago: 1.5, name: 'begin_checkout', items: [pot] }),
    );
    expect(visits.state(NOW, 'EUR')).toMatchObject({ carts: [], orders: [{ value: 1990, product: 'Pot' }] });
  });
});

describe('an order', () => {
  test('is one whoever tells of it first, at what the server says', () => {
    const [browserFirst, serverFirst] = [shop(purchase()), shop()];
    browserFirst.record([sale('s', 5000)]);
    serverFirst.record([sale('s', 5000)]);
    serverFirst.add([purchase()], 'EUR');
    for (const visits of [browserFirst, serverFirst]) {
      const { orders, steps } = visits.state(NOW, 'EUR');
      expect(orders.map(({ value }) => value)).toEqual([4900]);
      expect(steps.at(-1)).toEqual({ step: 'order', visitors: 1, value: 4900 });
    }
  });

  test('that was a test is none', () => {
    const visits = shop();
    visits.record([sale('s', 5000), { ...sale('d', 0), kind: 'deletion' }]);
    expect(visits.state(NOW, 'EUR').orders).toEqual([]);
  });

  test('however many there are, a screenful is shown, the newest first', () => {
    const visits = shop(
      ...Array.from({ length: 30 }, (_, index) =>
        told(`v${index}`, { ago: index / 10, name: 'purchase', transaction_id: `o${index}`, items: [pot] }),
      ),
    );
    const { orders, steps } = visits.state(NOW, 'EUR');
    expect(orders).toHaveLength(20);
    expect(orders[0]?.at).toBe(NOW);
    expect(steps.at(-1)).toMatchObject({ visitors: 30, value: 30 * 1990 });
  });
});
