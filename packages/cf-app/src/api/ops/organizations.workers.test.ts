import { exports as worker } from 'cloudflare:workers';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { createStore } from '../../features/stores/registry.server.ts';
import { newStore } from '../../features/stores/store.schema.ts';

const ORGANIZATION = 'org_01LKFMDF';
const change = { actor: 'operator', requestId: 'request-1', at: 1_700_000_000_000 };

beforeEach(async () => {
  await env.DB.exec('DELETE FROM organization_store; DELETE FROM audit_log');
  for (const slug of ['books', 'gifts']) {
    await createStore(env.DB, newStore.parse({ slug, timeZone: 'Europe/London', currency: 'GBP' }), change);
  }
});

async function ask(method: string, query = '', body?: object, organization = ORGANIZATION) {
  const response = await worker.default.fetch(
    `http://localhost/api/ops/organizations/${organization}${query}`,
    {
      method,
      headers: { authorization: `Bearer ${env.OPS_TOKEN}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
  );
  return { status: response.status, body: await response.json() };
}

test('stores are assigned, shown and taken away, each time with a line in the audit log', async () => {
  expect((await ask('PUT', '', { stores: ['gifts'] })).body).toEqual({
    organization: ORGANIZATION,
    stores: ['gifts'],
  });
  await ask('PUT', '', { stores: ['books', 'gifts'] });
  expect((await ask('GET')).body).toEqual({ organization: ORGANIZATION, stores: ['books', 'gifts'] });
  expect((await ask('DELETE', '?store=gifts')).body).toEqual({
    organization: ORGANIZATION,
    stores: ['books'],
  });

  const { results } = await env.DB.prepare(
    'SELECT action, before, after FROM audit_log WHERE target = ? ORDER BY id',
  )
    .bind(`organization:${ORGANIZATION}`)
    .all();
  expect(results).toEqual([
    { action: 'organization.assign', before: '[]', after: '["gifts"]' },
    { action: 'organization.assign', before: '["gifts"]', after: '["books","gifts"]' },
    { action: 'organization.unassign', before: '["books","gifts"]', after: '["books"]' },
  ]);
});

test('a store that does not exist is refused by name and nothing is assigned', async () => {
  expect(await ask('PUT', '', { stores: ['gifts', 'gift'] })).toMatchObject({
    status: 404,
    body: { code: 'stores_unknown', errors: [{ field: 'stores', message: 'no store gift' }] },
  });
  expect((await ask('GET')).body).toEqual({ organization: ORGANIZATION, stores: [] });
});

test('what is no organization is refused by field', async () => {
  expect(await ask('GET', '', undefined, 'user_01LKADMIN')).toMatchObject({ status: 400 });
});
