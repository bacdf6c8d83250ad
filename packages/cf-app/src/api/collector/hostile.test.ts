import { event } from '@layerkick/stats/event';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBatch, parseBatchText } from './parse-batch.ts';
import { receiveBatch } from './receive-batch.ts';

const sender = { visitor: { ip: '', userAgent: '' }, place: { country: '', region: '', city: '' } };
const received = Date.parse('2026-11-21T12:00:00Z');
const envelope = {
  v: 1,
  store: 'gifts',
  batch: '0b6cbe2d-16f0-4b0a-9f5c-0a5f3d4c8f11',
  sent: received,
};
const good = {
  name: 'purchase',
  at: received,
  url: 'https://gifts.example/',
  items: [{ item_id: 'a', price: 1 }],
};

/** Anything JSON can say, and a real event with one field turned into it. */
const hostile = fc.oneof(
  fc.jsonValue(),
  fc.tuple(fc.constantFrom(...Object.keys(event.shape)), fc.jsonValue()).map(([field, value]) => ({
    ...good,
    [field]: value,
  })),
);

test('whatever the body, there is an answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const parsed = parseBatchText(text);
      if (!parsed.ok) expect(parsed.problem.status).toBe(400);
    }),
    { numRuns: 1_000 },
  );
});

test('whatever the events, each is either taken as the contract has it or rejected with a reason', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 10 }), (events) => {
      const parsed = parseBatch({ ...envelope, events });
      if (!parsed.ok) throw new Error(parsed.problem.detail);
      const batch = receiveBatch(parsed.batch, received, sender);
      expect(batch.events.length + batch.rejected.length).toBe(events.length);
      for (const taken of batch.events) {
        expect(event.safeParse(taken).success).toBe(true);
        expect(taken.at).toBeLessThanOrEqual(received);
        expect(taken.at).toBeGreaterThanOrEqual(received - 86_400_000);
      }
      for (const { index, code, message } of batch.rejected) {
        expect(index).toBeLessThan(events.length);
        expect([code, message.length > 0]).toEqual(['event_invalid', true]);
      }
    }),
    { numRuns: 2_000 },
  );
});
