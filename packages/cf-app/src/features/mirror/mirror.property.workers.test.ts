import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { workosEvent } from './changes-of-event.ts';
import { compareWithWorkOS } from './compare.server.ts';
import { keepEvent, processEvent } from './inbox.server.ts';
import { reconcileEvents } from './reconcile.server.ts';
import { MIRROR_TABLES } from './records.ts';
import { SETTLED_AFTER_MS } from './repairs.ts';
import { type Happening, WorkOSUnderTest } from './workos-under-test.ts';

const T0 = Date.UTC(2026, 10, 1);
const index = fc.nat(3);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    what: fc.constantFrom('user' as const, 'organization' as const),
    whom: index,
    name: fc.constantFrom('ann', 'bob', 'cid'),
  }),
  fc.record({
    what: fc.constant('membership' as const),
    whom: index,
    where: index,
    status: fc.constantFrom('active', 'inactive', 'pending'),
  }),
  fc.record({ what: fc.constantFrom('delete-user' as const, 'delete-organization' as const), whom: index }),
  fc.record({ what: fc.constant('delete-membership' as const), whom: index, where: index }),
);
/** What happens, how long after the thing before, and how often and when its webhook arrives. */
const history = fc.array(
  fc.record({
    happening,
    after: fc.constantFrom(0, 0, 1, 60_000),
    arrivals: fc.array(fc.nat(1000), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 60 },
);

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  return () => vi.restoreAllMocks();
});

async function empty(): Promise<void> {
  await env.DB.batch(
    [...MIRROR_TABLES, 'webhook_event', 'sync_cursor'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
  );
}

/** Lets a history happen, and delivers what of it arrives, in the order in which it arrives. Returns when it was over. */
async function live(
  workos: WorkOSUnderTest,
  steps: typeof history extends fc.Arbitrary<infer T> ? T : never,
) {
  let at = T0;
  const deliveries: { event: WorkOSUnderTest['events'][number]; when: number }[] = [];
  for (const { happening: each, after, arrivals } of steps) {
    const before = workos.events.length;
    workos.happen(each, (at += after));
    for (const event of workos.events.slice(before)) {
      deliveries.push(...arrivals.map((when) => ({ event, when })));
    }
  }
  for (const { event } of deliveries.toSorted((a, b) => a.when - b.when)) {
    const parsed = workosEvent.parse(event);
    await keepEvent(env.DB, parsed, JSON.stringify(event), 'webhook', at);
    expect(await processEvent(env.DB, parsed, at)).toBe('done');
  }
  return at;
}

const row = z.object({ id: z.string(), updated_at: z.number(), name: z.string() });

async function mirrored(): Promise<Readonly<Record<string, string>>> {
  const { results } = await env.DB.prepare(
    `SELECT id, updated_at, name FROM organization WHERE deleted_at IS NULL
     UNION ALL SELECT id, updated_at, email FROM user WHERE deleted_at IS NULL
     UNION ALL SELECT id, updated_at, status FROM membership WHERE deleted_at IS NULL`,
  ).all();
  return Object.fromEntries(
    z
      .array(row)
      .parse(results)
      .map(({ id, updated_at, name }) => [id, `${updated_at} ${name}`]),
  );
}

test('webhooks lost, repeated and in any order: after asking for events, the mirror is as WorkOS is', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      await empty();
      const workos = new WorkOSUnderTest();
      const end = await live(workos, steps);
      await reconcileEvents(env.DB, workos.directory, end);
      expect(await mirrored()).toEqual(workos.state());
      expect((await reconcileEvents(env.DB, workos.directory, end)).events).toBe(0);
    }),
    { numRuns: 25 },
  );
});

test('and without the events: after comparing everything, too, and a second compare finds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      await empty();
      const workos = new WorkOSUnderTest();
      const night = (await live(workos, steps)) + SETTLED_AFTER_MS + 1;
      await compareWithWorkOS(env.DB, workos.directory, night);
      expect(await mirrored()).toEqual(workos.state());
      const again = await compareWithWorkOS(env.DB, workos.directory, night);
      expect(MIRROR_TABLES.flatMap((table) => Object.values(again[table]).slice(1))).toEqual(
        MIRROR_TABLES.flatMap(() => [0, 0, 0]),
      );
    }),
    { numRuns: 15 },
  );
});
