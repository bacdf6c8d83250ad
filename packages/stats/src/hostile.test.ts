import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { event } from './event.ts';
import { readStatus } from './status.ts';
import { batchOf } from './testing/batch.ts';
import { MeasuredStore } from './testing/measured-store.ts';

/** What programs trip over: properties of every object, halves of emojis, NUL, JSON, numbers. */
const text = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '\ud83d',
    '\ude00',
    '\ufffd',
    '\u0000',
    '"],["',
    '1e5',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }),
);
const amount = fc.constantFrom(0, -0, 1e-300, 5e-324, 1e11, -1e11, '0', '-0.000001', '99999999999.999999');
const optional = { requiredKeys: [] as [] };

const hostile = fc
  .record({
    name: fc.constantFrom('page_view', 'view_item', 'add_to_cart', 'purchase', 'refund', 'constructor'),
    url: text.map((part) => `https://shop.example/${encodeURIComponent(part.toWellFormed())}`),
    more: fc.record(
      {
        referrer: text,
        transaction_id: text,
        currency: fc.constantFrom('EUR', 'JPY', 'CLF', 'XXX', 'ZZZ'),
        value: amount,
        tax: amount,
        items: fc.array(
          fc.record(
            {
              item_id: text,
              item_name: text,
              price: amount,
              discount: amount,
              quantity: fc.constantFrom(0, 1e-9, 1),
            },
            { requiredKeys: ['item_id'] },
          ),
          { maxLength: 3 },
        ),
      },
      optional,
    ),
  })
  .map(({ name, url, more }) => event.safeParse({ name, url, at: 0, ...more }).data);

test('all that the contract lets in is counted, and so is what comes after it', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 10 }), (candidates) => {
      const store = new MeasuredStore();
      const at = '2026-11-21T10:00:00Z';
      const events = candidates.filter((taken) => taken !== undefined);
      store.append(
        {
          ...batchOf({ at, from: 'a stranger' }),
          events: events.map((taken) => ({ ...taken, at: Date.parse(at) })),
        },
        batchOf({ at, events: [{ name: 'search', path: '/found' }] }),
      );
      const answer = store.ask({
        metrics: ['sessions', 'net_sales'],
        range: 'today',
        dimensions: ['exit_page'],
      });
      expect(answer.rows.map(({ dimensions }) => dimensions[0])).toContain('/found');
      // Setting a batch aside is for what nobody thought of; what is known to come is counted.
      expect(readStatus(store.engine, 0).setAsideBatches).toBe(0);
    }),
    { numRuns: 300 },
  );
});
