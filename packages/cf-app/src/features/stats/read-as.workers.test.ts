import type { AuthContext } from '@layerkick/auth/auth-context';
import { authenticateShare } from '@layerkick/auth/credentials/share-link';
import { batchOf } from '@layerkick/stats/testing/batch';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { narrowed, readAs } from './read-as.server.ts';

const settings = { slug: 'shared-store', timeZone: 'UTC', currency: 'EUR' };
const store = { ...settings, name: 'Shared', domains: [], createdAt: 0 };

function byLink(channel: string): AuthContext {
  const link = {
    id: 'share_1',
    name: 'Agency',
    store: store.slug,
    filters: [{ dimension: 'channel', op: 'is', values: [channel] }],
    hasPassword: false,
    expiresAt: null,
    revokedAt: null,
  } as const;
  const share = authenticateShare(link, false, 0);
  if (share.kind !== 'authenticated') throw new Error('not let in');
  return share.auth;
}

test('whoever comes by a link gets what its filters leave, whatever they ask', async () => {
  const now = Date.now();
  const from = (ip: string, path: string) =>
    batchOf({ at: new Date(now).toISOString(), from: ip, events: [{ path }] });
  await env.STORE_STATS.getByName(store.slug).append(settings, [
    from('192.0.2.1', '/?utm_source=news&utm_medium=email'),
    from('192.0.2.2', '/?utm_source=news&utm_medium=email'),
    from('192.0.2.3', '/'),
  ]);
  const reading = readAs({ auth: byLink('Email'), store }, now);
  const sessions = async (query: object) =>
    (await reading.query([{ metrics: ['sessions'], range: 'today', ...query }]))[0];
  expect((await sessions({}))?.totals.sessions).toBe(2);
  expect((await sessions({ dimensions: ['channel'] }))?.rows.map(({ dimensions }) => dimensions)).toEqual([
    ['Email'],
  ]);
  expect(
    (await sessions({ filters: [{ dimension: 'channel', op: 'is', values: ['Direct'] }] }))?.totals.sessions,
  ).toBe(0);
  const either = {
    or: [
      { dimension: 'device', op: 'is_not', values: ['x'] },
      { dimension: 'channel', op: 'is', values: ['Direct'] },
    ],
  };
  expect((await sessions({ filters: [either] }))?.totals.sessions).toBe(2);
});

test('whoever comes by a link sees no orders one by one, and everything else within its filters', async () => {
  const reading = readAs({ auth: byLink('Email'), store }, Date.now());
  expect(reading.bookings).toBeNull();
  expect(reading.importedDays).toBeNull();
  const steps = [
    { dimension: 'event', values: ['page_view'] },
    { dimension: 'event', values: ['purchase'] },
  ] as const;
  const funnel = await reading.funnel({
    range: 'today',
    steps: steps.map((step) => ({ ...step, values: [...step.values] })),
  });
  expect(funnel.query.filters).toMatchObject([{ dimension: 'channel', values: ['Email'] }]);
  const cohorts = await reading.cohorts({ range: 'month' });
  expect(cohorts.query.filters).toMatchObject([{ dimension: 'channel', values: ['Email'] }]);
});

test('a link whose filters cannot be read answers nothing rather than everything', () => {
  const locked = [{ dimension: 'no_such', op: 'is', values: ['x'] }] as const;
  expect(() => narrowed({ filters: [] }, locked)).toThrow();
});
