import { API_KEY, CLIENT_ID } from '@layerkick/workos-local/accounts';
import { startWorkosLocal, type WorkosLocal } from '@layerkick/workos-local/server';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checkTarget, type Finding, workosQuestions } from './health-check.ts';
import { RETRIES } from './schedule.ts';

let workos: WorkosLocal;
beforeAll(async () => {
  workos = await startWorkosLocal();
});
afterEach(() => workos.faults.clear());
afterAll(() => workos.close());

const check = (target: 'workos-api' | 'workos-keys', apiKey = API_KEY): Promise<Finding> =>
  checkTarget(target, {
    questions: workosQuestions(new URL(workos.url), CLIENT_ID, apiKey),
    fetch: globalThis.fetch,
    timeoutMs: 1000,
    schedule: { ...RETRIES, firstDelayMs: 1 },
    clock: Date.now,
    random: Math.random,
    log: { warn: () => undefined, error: () => undefined },
  });

test.each(['workos-api', 'workos-keys'] as const)('%s answers: up', async (target) => {
  expect(await check(target)).toEqual({ state: 'up' });
});

test('one failure is no outage', async () => {
  workos.faults.add({ path: '/organizations', status: 503, times: 1 });
  expect(await check('workos-api')).toEqual({ state: 'up' });
});

test.each([
  ['HTTP 503', { path: '/organizations', status: 503 }],
  ['HTTP 502', { path: '/organizations', html: true }],
  ['no JSON in the answer', { path: '/organizations', html: true, status: 200 }],
  ['no answer', { path: '/organizations', drop: true }],
] as const)('down: %s', async (reason, fault) => {
  workos.faults.add(fault);
  expect(await check('workos-api')).toEqual({ state: 'down', reason });
  expect(await check('workos-keys')).toEqual({ state: 'up' });
});

test('a wrong API key is an outage of its own making, and says so without the key', async () => {
  expect(await check('workos-api', 'sk_wrong')).toEqual({
    state: 'down',
    reason: 'HTTP 401, our API key is not accepted',
  });
});
