import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Batch, createOutbox } from './outbox.ts';

const API = 'https://app.layerkick.com/api/event';
const NOW = Date.parse('2026-11-21T12:00:00Z');

/** A browser as far as batches go; `answers` are what the collector says, in turn, then 202. */
function browser({
  answers = [] as (number | [number, string] | 'offline')[],
  storage = {} as Record<string, string>,
} = {}) {
  const sent: (Batch & { sent: number })[] = [];
  const beacons: (Batch & { sent: number })[] = [];
  const online = { navigator: true };
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('navigator', {
    get onLine() {
      return online.navigator;
    },
    sendBeacon: (_: string, body: string) => beacons.push(JSON.parse(body)) > 0,
  });
  vi.stubGlobal('fetch', async (_: string, init: { body: string }) => {
    sent.push(JSON.parse(init.body));
    const answer = answers.shift() ?? 202;
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    const [status, retryAfter] = Array.isArray(answer) ? answer : [answer, ''];
    return new Response(null, { status, headers: retryAfter ? { 'retry-after': retryAfter } : {} });
  });
  const kept = () => (JSON.parse(storage['lk:fmdf'] ?? '[0]') as Batch[]).slice(1).map(({ batch }) => batch);
  return { sent, beacons, storage, online, kept };
}

function refuse(): never {
  throw new DOMException('', 'QuotaExceededError');
}

const batch = (id: string, at = Date.now()): Batch => ({ v: 1, store: 'fmdf', batch: id, events: [{ at }] });

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a batch that was answered is forgotten', async () => {
  const { sent, kept } = browser();
  createOutbox(API, 'fmdf').add(batch('a'));
  expect(kept()).toEqual(['a']);
  await vi.runAllTimersAsync();
  expect(sent.map(({ batch: id }) => id)).toEqual(['a']);
  expect(kept()).toEqual([]);
});

test.each([
  ['the network fails', 'offline' as const],
  ['the store cannot take it', 503],
  ['there are too many', 429],
])('kept and sent again under the same id, stamped anew: %s', async (_, answer) => {
  const { sent, kept } = browser({ answers: [answer] });
  createOutbox(API, 'fmdf').add(batch('a'));
  await vi.advanceTimersByTimeAsync(10);
  expect(kept()).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(sent.map(({ batch: id }) => id)).toEqual(['a', 'a']);
  expect((sent[1]?.sent ?? 0) - (sent[0]?.sent ?? 0)).toBeGreaterThanOrEqual(5_000);
  expect(kept()).toEqual([]);
});

test('Retry-After is obeyed, also by batches that come meanwhile', async () => {
  const { sent } = browser({ answers: [[503, '30']] });
  const outbox = createOutbox(API, 'fmdf');
  outbox.add(batch('a'));
  await vi.advanceTimersByTimeAsync(20_000);
  outbox.add(batch('b'));
  await vi.advanceTimersByTimeAsync(9_000);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent.map(({ batch: id }) => id)).toEqual(['a', 'b', 'a']);
});

test.each([400, 403, 404, 413])('what will never be taken (%i) is not tried again', async (status) => {
  const { sent, kept } = browser({ answers: [status] });
  createOutbox(API, 'fmdf').add(batch('a'));
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(1);
  expect(kept()).toEqual([]);
});

test('the next page sends what the last one could not', async () => {
  const { storage } = browser({ answers: ['offline'] });
  createOutbox(API, 'fmdf').add(batch('a'));
  await vi.advanceTimersByTimeAsync(10);
  const { sent } = browser({ storage });
  createOutbox(API, 'fmdf').deliver();
  await vi.advanceTimersByTimeAsync(10);
  expect(sent.map(({ batch: id }) => id)).toEqual(['a']);
});

test('at most 20 wait, and none longer than a day', async () => {
  const { kept } = browser({ answers: Array.from({ length: 40 }, () => 503) });
  const outbox = createOutbox(API, 'fmdf');
  outbox.add(batch('old', NOW - 90_000_000));
  for (let index = 1; index <= 25; index++) outbox.add(batch(`b${index}`));
  await vi.advanceTimersByTimeAsync(10);
  expect(kept()).toHaveLength(20);
  expect(kept()).not.toContain('old');
  expect(kept().at(-1)).toBe('b25');
});

test.each([
  ['not JSON'],
  ['5'],
  ['"x"'],
  ['{"length":1}'],
  ['[null,{"events":[]},{"events":"x"}]'],
  ['[{}]'],
  ['["soon"]'],
])('storage that holds nonsense is empty storage: %s', async (nonsense) => {
  const { sent } = browser({ storage: { 'lk:fmdf': nonsense } });
  createOutbox(API, 'fmdf').add(batch('a'));
  await vi.advanceTimersByTimeAsync(10);
  expect(sent.map(({ batch: id }) => id)).toEqual(['a']);
});

test.each([
  ['blocked', () => new Proxy({}, { get: refuse, set: refuse, deleteProperty: refuse })],
  ['full', () => new Proxy<Record<string, string>>({ 'lk:fmdf': '[0]' }, { set: refuse })],
])('where storage is %s, batches wait in memory', async (_, storageOf) => {
  const { sent } = browser({ answers: ['offline'] });
  vi.stubGlobal('localStorage', storageOf());
  createOutbox(API, 'fmdf').add(batch('a'));
  await vi.advanceTimersByTimeAsync(6_000);
  expect(sent.map(({ batch: id }) => id)).toEqual(['a', 'a']);
});

test('a page that goes away leaves its batch to a beacon, or to the next page when there is no network', () => {
  const { beacons, online, kept } = browser();
  const outbox = createOutbox(API, 'fmdf');
  outbox.add(batch('a'), true);
  expect(beacons.map(({ batch: id }) => id)).toEqual(['a']);
  online.navigator = false;
  outbox.add(batch('b'), true);
  expect(beacons).toHaveLength(1);
  expect(kept()).toEqual(['b']);
});

test('the next page obeys Retry-After as well, and a page that goes away sends no beacon meanwhile', async () => {
  const { storage } = browser({ answers: [[429, '30']] });
  createOutbox(API, 'fmdf').add(batch('a'));
  await vi.advanceTimersByTimeAsync(10);
  vi.clearAllTimers();
  const { sent, beacons, kept } = browser({ storage });
  const next = createOutbox(API, 'fmdf');
  next.add(batch('b'), true);
  await next.deliver();
  expect([sent, beacons]).toEqual([[], []]);
  expect(kept()).toEqual(['a', 'b']);
  await vi.advanceTimersByTimeAsync(31_000);
  await next.deliver();
  expect(sent.map(({ batch: id }) => id)).toEqual(['b', 'a']);
  expect(storage).toEqual({});
});

test('whatever storage says of Retry-After, it is an hour at most', async () => {
  const { sent } = browser({ storage: { 'lk:fmdf': JSON.stringify([9e15, batch('a')]) } });
  const outbox = createOutbox(API, 'fmdf');
  await outbox.deliver();
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(3_600_000);
  await outbox.deliver();
});

test('withdrawn consent takes along what was not sent', () => {
  const { storage } = browser({ answers: ['offline'] });
  const outbox = createOutbox(API, 'fmdf');
  outbox.add(batch('a'));
  outbox.clear();
  expect(storage).toEqual({});
});

test('every batch says whose browser this is not: the shop’s own, or a program’s', async () => {
  const { sent } = browser({ storage: { lk: 'internal' } });
  createOutbox(API, 'fmdf').add(batch('a'));
  await vi.advanceTimersByTimeAsync(10);
  expect(sent).toMatchObject([{ mark: 'internal' }]);
});
