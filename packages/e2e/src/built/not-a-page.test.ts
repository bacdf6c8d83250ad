import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { openStores, signedIn } from '../merchant-at-fmdf.ts';
import { Visitor } from '../visitor.ts';

/** What the built Worker answers to requests that no page of ours makes. */
let app: BuiltWorker;

beforeAll(async () => {
  app = await startBuiltWorker();
  await openStores(app);
}, 60_000);
afterAll(() => app.close());

describe('server functions', () => {
  test('called from another site: refused, whoever is signed in', async () => {
    const visitor = await signedIn(app);
    const response = await visitor.ask('/_serverFn/any', { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    expect(response.status).toBe(403);
  });

  test('of an earlier deployment, or called with something unreadable: 400, never a 5xx', async () => {
    const headers = { 'Sec-Fetch-Site': 'same-origin', 'x-tsr-serverfn': 'true' };
    const response = await new Visitor(app.origin).ask('/_serverFn/gone?payload=garbage', { headers });
    expect(response.status).toBe(400);
  });

  test('without a name: 404', async () => {
    const response = await new Visitor(app.origin).ask('/_serverFn/');
    expect(response.status).toBe(404);
  });
});

test.each(['login', 'callback'])('/auth/workos/%s is for navigations: a POST is told so', async (step) => {
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  const response = await new Visitor(app.origin).ask(`/auth/workos/${step}`, { method: 'POST', headers });
  expect(response.status).toBe(405);
  expect(response.headers.get('Allow')).toBe('GET');
});
