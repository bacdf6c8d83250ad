import { expect, test } from 'vitest';
import { requestFields } from './request-log.server.ts';
import { newTrace } from './trace.server.ts';

test('one line says who asked for what, how it ended, how long it took and what WorkOS did meanwhile', () => {
  const trace = newTrace('request-1', 1000);
  Object.assign(trace.facts, { route: '/stats/$hash', principalKind: 'user', principalId: 'user_1' });
  Object.assign(trace.facts, { via: 'session', degraded: true, store: 'fmdf' });
  trace.attempts.push({ outcome: 503, ms: 40 }, { outcome: 'timeout', ms: 2000 });
  expect(requestFields(trace, 'GET', 200, 3500)).toEqual({
    method: 'GET',
    route: '/stats/$hash',
    status: 200,
    outcome: 'answered',
    durationMs: 2500,
    principalKind: 'user',
    principalId: 'user_1',
    via: 'session',
    degraded: true,
    store: 'fmdf',
    workosAttempts: 2,
    workosMs: 2040,
    workosOutcomes: '503 timeout',
  });
});

test.each([
  [200, 'answered'],
  [304, 'answered'],
  [307, 'redirected'],
  [400, 'rejected'],
  [401, 'refused'],
  [403, 'refused'],
  [503, 'failed'],
])('%d is %s', (status, outcome) => {
  expect(requestFields(newTrace('request-1', 0), 'GET', status, 0)).toMatchObject({ outcome });
});
