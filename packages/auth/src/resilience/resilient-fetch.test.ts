import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OutageVerdict } from './outage-verdict.ts';
import { type Attempt, resilientFetch } from './resilient-fetch.ts';

/** Time stands still but for what the calls themselves wait for. */
const DEADLINE = 5000;
const API = 'https://api.workos.com/user_management/authenticate';
const KEYS = 'https://api.workos.com/sso/jwks/client_1';
const ok = () => Promise.resolve(Response.json({}));
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    Promise.resolve(new Response('<html>', { status: code, headers }));
const refused = () => Promise.reject(new TypeError('fetch failed'));
const hangs = (_input: unknown, init?: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    const giveUp = () => reject(new DOMException('aborted', 'AbortError'));
    if (init?.signal?.aborted) giveUp();
    init?.signal?.addEventListener('abort', giveUp);
  });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(timeLeft = DEADLINE) {
  const state = { verdict: null as OutageVerdict | null, attempts: [] as Attempt[], logged: [] as string[] };
  const network = vi.fn<typeof fetch>(ok);
  const ask = resilientFetch({
    fetch: network,
    timeLeft: () => timeLeft,
    verdict: () => Promise.resolve(state.verdict),
    attempted: (attempt) => void state.attempts.push(attempt),
    clock: Date.now,
    random: () => 0.5,
    log: { warn: (event) => void state.logged.push(event), error: (event) => void state.logged.push(event) },
  });
  /** The status, or the code or name of what was thrown; with the time it took. */
  const outcome = async (url = API) => {
    const began = Date.now();
    const asked = ask(url).then(
      (response) => response.status,
      (error: Error) => ('reason' in error ? error.reason : error.name),
    );
    await vi.runAllTimersAsync();
    return { what: await asked, tookMs: Date.now() - began };
  };
  return { state, network, outcome };
}

async function failTenTimes({ network, outcome }: ReturnType<typeof setUp>, url = API) {
  network.mockImplementation(status(503));
  while (network.mock.calls.length < 10) await outcome(url);
  network.mockClear();
}

test('an answer is an answer: asked once', async () => {
  const { network, outcome } = setUp();
  expect((await outcome()).what).toBe(200);
  network.mockImplementation(status(400));
  expect((await outcome()).what).toBe(400);
  expect(network).toHaveBeenCalledTimes(2);
});

test.each([
  ['500', status(500)],
  ['an HTML 502', status(502)],
  ['a refused connection', refused],
])('%s: asked again after a second', async (_failure, failure) => {
  const { state, network, outcome } = setUp();
  network.mockImplementationOnce(failure);
  expect((await outcome()).what).toBe(200);
  expect(state.attempts).toHaveLength(2);
});

test('on a request nobody waits for a repetition that comes too late: at 0, 1 and 3 s, and then it is given up', async () => {
  const { network, outcome } = setUp();
  network.mockImplementation(status(500));
  const { what } = await outcome();
  expect(what).toBe(500);
  expect(network).toHaveBeenCalledTimes(3);
});

test('in the background the whole schedule: six calls within 31 s', async () => {
  const { network, outcome } = setUp(120_000);
  network.mockImplementation(status(500));
  expect((await outcome()).what).toBe(500);
  expect(network).toHaveBeenCalledTimes(6);
});

test('the caller gives up waiting: so do we', async () => {
  const { network } = setUp();
  network.mockImplementation(hangs);
  const ask = resilientFetch({
    fetch: network,
    timeLeft: () => DEADLINE,
    verdict: () => Promise.resolve(null),
    attempted: () => undefined,
    clock: Date.now,
    random: () => 0.5,
    log: { warn: () => undefined, error: () => undefined },
  });
  const caller = new AbortController();
  const asked = ask(API, { signal: caller.signal }).catch((error: Error) => error.name);
  caller.abort();
  await vi.runAllTimersAsync();
  expect(await asked).toBe('AbortError');
  expect(network).toHaveBeenCalledTimes(1);
});

test('a request that has no time left does not ask', async () => {
  const { network, outcome } = setUp(0);
  expect((await outcome()).what).toBe('no_time_left');
  expect(network).not.toHaveBeenCalled();
});

test('Retry-After that fits into the deadline is waited for', async () => {
  const { network, outcome } = setUp();
  network.mockImplementationOnce(status(429, { 'Retry-After': '3' }));
  const { what, tookMs } = await outcome();
  expect(what).toBe(200);
  expect(tookMs).toBeGreaterThanOrEqual(3000);
});

test('Retry-After beyond the deadline: nobody asks until it has passed', async () => {
  const { network, outcome } = setUp();
  network.mockImplementationOnce(status(429, { 'Retry-After': '30' }));
  expect((await outcome()).what).toBe(429);
  expect((await outcome()).what).toBe('asked_to_wait');
  expect(network).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect((await outcome()).what).toBe(200);
});

test('ten failures in a row: nobody asks for a minute, then one call decides', async () => {
  const world = setUp();
  const { state, network, outcome } = world;
  await failTenTimes(world);
  expect((await outcome()).what).toBe('circuit_open');
  expect(network).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(60_000);
  expect((await outcome()).what).toBe('circuit_open'); // it decided: still down, and was not repeated
  expect(network).toHaveBeenCalledTimes(1);

  await vi.advanceTimersByTimeAsync(60_000);
  network.mockImplementation(ok);
  expect((await outcome()).what).toBe(200);
  expect((await outcome()).what).toBe(200);
  expect(state.logged).toEqual(['workos_circuit_open', 'workos_circuit_open', 'workos_circuit_closed']);
});

test('while that one call is under way, others are turned away at once', async () => {
  const world = setUp();
  const { network, outcome } = world;
  await failTenTimes(world);
  await vi.advanceTimersByTimeAsync(60_000);
  network.mockImplementation(hangs);
  const [, second] = await Promise.all([outcome(), outcome()]);
  expect(second?.what).toBe('circuit_open');
  expect(network).toHaveBeenCalledTimes(1);
});

test('a call that decides and never ends, its browser gone: after a minute the next one decides', async () => {
  const world = setUp();
  const { network, outcome } = world;
  await failTenTimes(world);
  await vi.advanceTimersByTimeAsync(60_000);
  network.mockImplementationOnce(() => new Promise(() => undefined));
  void outcome();
  await vi.advanceTimersByTimeAsync(60_000);
  network.mockImplementation(ok);
  expect((await outcome()).what).toBe(200);
});

test('the signing keys may be down alone: the API is asked all the same', async () => {
  const world = setUp();
  await failTenTimes(world, KEYS);
  world.network.mockImplementation(ok);
  expect((await world.outcome(KEYS)).what).toBe('circuit_open');
  expect((await world.outcome(API)).what).toBe(200);
});

test('what the health check found spares an isolate the failures: one call a minute', async () => {
  const { state, network, outcome } = setUp();
  network.mockImplementation(status(503));
  state.verdict = { state: 'down', since: 0, checkedAt: Date.now(), reason: 'HTTP 503' };
  await outcome();
  expect((await outcome()).what).toBe('known_down');
  expect(network).toHaveBeenCalledTimes(1);

  await vi.advanceTimersByTimeAsync(60_000);
  network.mockImplementation(ok);
  expect((await outcome()).what).toBe(200);
  expect((await outcome()).what).toBe(200); // seen with our own eyes, after that verdict
});
