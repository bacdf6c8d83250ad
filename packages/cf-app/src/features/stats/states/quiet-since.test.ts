import { expect, test } from 'vitest';
import { quietSince } from './quiet-since.ts';

const asked = (lastEventAt: string | null) => ({
  freshness: { lastEventAt: lastEventAt === null ? null : Date.parse(lastEventAt), answeredAt: 0 },
  query: { range: { from: '2026-10-23', to: '2026-11-21' }, timeZone: 'Europe/Berlin' },
});

test('names the last day with anything, where the period begins after it', () => {
  expect(quietSince(asked('2011-12-09T12:50:00Z'))).toBe('2011-12-09');
});

test('by the store’s clock', () => {
  expect(quietSince(asked('2026-10-22T21:30:00Z'))).toBe('2026-10-22');
  expect(quietSince(asked('2026-10-22T22:30:00Z'))).toBeNull();
});

test('says nothing of a store that never had an event', () => {
  expect(quietSince(asked(null))).toBeNull();
});
