import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { MAPPING_KEY, openStores } from '../merchant-at-fmdf.ts';
import { Visitor } from '../visitor.ts';

/** What the groups of a provider of OpenID Connect let people see (`GROUPS` and `GROUP_ROLES` of the provider). */
let app: BuiltWorker;

beforeAll(async () => {
  app = await startBuiltWorker({ provider: 'oidc' });
  await openStores(app);
  await app.storage.LAYERKICK_KV.delete(MAPPING_KEY);
  await app.storage.DB.prepare(
    `INSERT INTO organization_store (organization_id, slug) VALUES ('org_fmdf', 'fmdf'), ('org_northwind', 'northwind')`,
  ).run();
}, 60_000);
afterAll(() => app.close());

async function seenBy(email: string): Promise<readonly number[]> {
  const visitor = new Visitor(app.origin);
  await visitor.signIn(email);
  const pages = await Promise.all([visitor.ask('/stats/fmdf'), visitor.ask('/stats/northwind')]);
  return pages.map(({ status }) => status);
}

test('a group gives the stores of its organization, and no others', async () => {
  expect(await seenBy('merchant@fmdf.test')).toEqual([200, 403]);
});

test('in groups of two organizations: the first entry of the settings decides', async () => {
  expect(await seenBy('agency@layerkick.test')).toEqual([403, 200]);
});

test('without a group that means something: no store', async () => {
  expect(await seenBy('outsider@example.test')).toEqual([403, 403]);
});
