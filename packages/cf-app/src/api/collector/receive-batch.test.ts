import { expect, test } from 'vitest';
import { receiveBatch } from './receive-batch.ts';

const RECEIVED = Date.parse('2026-11-21T12:00:00Z');
const sender = {
  visitor: { ip: '192.0.2.1', userAgent: 'Mozilla/5.0 Firefox/145.0' },
  place: { country: 'DE', region: '', city: '' },
};
const batch = (age: number, again?: boolean) => ({
  v: 1 as const,
  store: 'fmdf',
  batch: '00000000-0000-4000-8000-000000000001',
  sent: RECEIVED,
  ...(again === undefined ? {} : { again }),
  events: [{ name: 'page_view', at: RECEIVED - age, url: 'https://shop.example/' }],
});

test.each([
  ['what has just happened', batch(300), undefined],
  ['what happened a while ago, as a second try of the script', batch(5_300), true],
  ['what says so', batch(0, true), true],
  ['what says that it was not, as a history that is brought in', batch(3_600_000, false), undefined],
])('may have been sent before: %s', (_what, sent, again) => {
  expect(receiveBatch(sent, RECEIVED, sender).again).toBe(again);
});
