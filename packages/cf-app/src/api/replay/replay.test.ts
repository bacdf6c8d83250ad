import type { ReceivedBatch } from '@layerkick/stats/event';
import type { LedgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { expect, test } from 'vitest';
import { demoHistory } from '../../features/demo/history.ts';
import type { ReplayBatch } from '../../features/demo/replay.schema.ts';
import { replay } from './replay.ts';

const store = { slug: 'fmdf', timeZone: 'Europe/Berlin', currency: 'EUR' };
const until = Date.parse('2026-11-21T12:00:00Z');
const day = [...demoHistory({ store: 'fmdf', from: until - 86_400_000, until })];

function recording() {
  const calls: ReceivedBatch[][] = [];
  const append = async (batches: readonly ReceivedBatch[]) => {
    calls.push([...batches]);
    return batches.map(({ events, rejected }) => ({ accepted: events.length, rejected }));
  };
  const recorded: LedgerEntry[] = [];
  const record = async (entries: readonly LedgerEntry[]) => void recorded.push(...entries);
  return { calls, recorded, into: { append, record } };
}

test('a day of the demo history is accepted to the last event, each at its own time', async () => {
  const { calls, recorded, into } = recording();
  const events = day.flatMap((batch) => (batch.body as { events: { at: number }[] }).events);
  expect(await replay(into, store, day)).toEqual({
    ok: true,
    receipt: { batches: day.length, accepted: events.length, rejected: 0 },
  });
  expect(calls.flat().flatMap((batch) => batch.events.map(({ at }) => at))).toEqual(
    events.map(({ at }) => at),
  );
  expect(recorded.length).toBeGreaterThan(3);
  expect(recorded).toEqual(day.flatMap(({ orders = [] }) => orders));
});

test('the store’s object gets at most 500 batches a call', async () => {
  const { calls, into } = recording();
  const batches = Array.from({ length: 1_001 }, () => day[0] as ReplayBatch);
  await replay(into, store, batches);
  expect(calls.map((batch) => batch.length)).toEqual([500, 500, 1]);
});

test.each([
  ['no batch', { v: 1 }, 'store: '],
  ['another store’s batch', { ...(day[0]?.body as object), store: 'northwind' }, 'store: is not fmdf'],
])('%s: none is taken, and the batch is named', async (_, body, message) => {
  const { calls, recorded, into } = recording();
  const replayed = await replay(into, store, [day[0] as ReplayBatch, { ...(day[1] as ReplayBatch), body }]);
  expect(replayed).toMatchObject({
    ok: false,
    problem: {
      status: 400,
      code: 'replay_invalid',
      errors: [{ field: 'batches[1].body', message: expect.stringContaining(message) }],
    },
  });
  expect([...calls, ...recorded]).toEqual([]);
});
