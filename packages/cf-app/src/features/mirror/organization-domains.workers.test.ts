import { env } from 'cloudflare:workers';
import { beforeEach, expect, inject, test } from 'vitest';
import { workosEvent } from './changes-of-event.ts';
import { keepEvent, processEvent } from './inbox.server.ts';

/** Domains have news of their own: a verification is none of the organization. */
const AT = Date.UTC(2026, 10, 21, 9);

beforeEach(async () => {
  await env.DB.batch(
    ['organization_domain', 'organization', 'webhook_event'].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  );
});

let events = 0;
async function tell(event: string, data: object): Promise<string> {
  const parsed = workosEvent.parse({
    id: `event_${(events += 1)}`,
    event,
    created_at: new Date(AT).toISOString(),
    data,
  });
  await keepEvent(env.DB, parsed, '{}', 'webhook', AT);
  return processEvent(env.DB, parsed, AT);
}

const domain = (state: string, seconds: number) => ({
  id: 'org_domain_1',
  organization_id: 'org_acme',
  domain: 'Acme.test',
  state,
  updated_at: new Date(AT + seconds * 1000).toISOString(),
});
const stateNow = () =>
  env.DB.prepare(
    `SELECT state FROM organization_domain WHERE domain = 'acme.test' AND deleted_at IS NULL`,
  ).first('state');

test('a verification counts when it is told, and older news change nothing', async () => {
  expect(await tell('organization_domain.verified', domain('verified', 2))).toBe('done');
  expect(await tell('organization_domain.created', domain('pending', 1))).toBe('done');
  expect(await stateNow()).toBe('verified');
});

test('one that failed is told with its reason beside it', async () => {
  await tell('organization_domain.created', domain('pending', 1));
  const failed = { reason: 'domain_verification_period_expired', organization_domain: domain('failed', 2) };
  expect(await tell('organization_domain.verification_failed', failed)).toBe('done');
  expect(await stateNow()).toBe('failed');
});

test('one that was given up does not come back by news that are late', async () => {
  await tell('organization_domain.deleted', domain('verified', 1));
  await tell('organization_domain.verified', domain('verified', 5));
  expect(await stateNow()).toBeNull();
});

test('what the Worker of before knew of domains is taken along', async () => {
  await env.DB.prepare(
    `INSERT INTO organization VALUES
      ('org_acme', 'Acme', '[{"domain":"acme.test","state":"verified"},{"domain":"b.test","state":null}]', 7, 'v', NULL),
      ('org_gone', 'Gone', '[{"domain":"gone.test","state":"verified"}]', 7, 'v', 8)`,
  ).run();
  const migration = inject('migrations').find(({ name }) => name === '0011_organization_domains.sql');
  const backfill = migration?.queries.filter((query) => query.includes('INSERT INTO')) ?? [];
  expect(backfill).toHaveLength(1);
  await env.DB.batch(backfill.map((query) => env.DB.prepare(query)));
  const { results } = await env.DB.prepare(
    'SELECT organization_id, domain, state FROM organization_domain ORDER BY domain',
  ).all();
  expect(results).toEqual([
    { organization_id: 'org_acme', domain: 'acme.test', state: 'verified' },
    { organization_id: 'org_acme', domain: 'b.test', state: 'pending' },
  ]);
});
