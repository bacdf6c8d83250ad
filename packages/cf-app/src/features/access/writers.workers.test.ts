import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { writePolicy } from '../admin/organizations/policy.server.ts';
import { endSessions } from '../auth/end-sessions.server.ts';
import { identityOf } from '../auth/identity.server.ts';
import { recordCreation, recordRevocation } from '../keys/key-ledger.server.ts';
import { connectSource, disconnectSource } from '../sources/sources.server.ts';
import { beginDeletion } from '../stores/deletion.server.ts';
import { createStore, editStore, setCurrency, setShardPlan, setTimeZone } from '../stores/registry.server.ts';
import { newStore } from '../stores/store.schema.ts';
import { grantAccess, revokeAccess } from './access.server.ts';
import type { Change } from './audit-log.server.ts';
import { importMappings } from './mappings.server.ts';
import { assignStores, unassignStores } from './organization-stores.server.ts';
import { revokeEverywhere } from './revoke-everywhere.server.ts';

const storage = { kv: env.LAYERKICK_KV, db: env.DB };
const kept = identityOf(env).keptSessions;
const change: Change = {
  actor: 'user_01OPERATOR',
  requestId: 'request-of-the-change',
  at: 1_700_000_000_000,
  from: { via: 'console', address: '192.0.2.7' },
};
const before: Change = { actor: 'setup', requestId: 'setup', at: 1 };
const gifts = newStore.parse({ slug: 'gifts', timeZone: 'Europe/London', currency: 'GBP' });
const giftsAsStored = { ...gifts, createdAt: before.at };
const USER = 'user_01MERCHANT';
const ORGANIZATION = 'org_01ACME';
const key = {
  id: 'api_key_1',
  organizationId: ORGANIZATION,
  name: 'Warehouse',
  scopes: ['stats:read'],
  obfuscated: 'sk_…1',
  createdAt: 1,
  createdBy: null,
  revokedAt: null,
};

/** Everything that changes who may see, do or send what. What writes access elsewhere is found by `writers.test.ts`. */
const WRITERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'creating a store': () => createStore(env.DB, { ...gifts, slug: 'books' }, change),
  'editing a store': () => editStore(env.DB, giftsAsStored, { name: 'Presents', domains: [] }, change),
  'changing the currency of a store': () => setCurrency(env.DB, giftsAsStored, 'EUR', change),
  'spreading a store over more objects': () =>
    setShardPlan(env.DB, giftsAsStored, [{ from: 1_800_000_000_000, shards: 2 }], change),
  'moving a store to another time zone': () => setTimeZone(env.DB, giftsAsStored, 'Europe/Berlin', change),
  'deleting a store': () => beginDeletion(env.DB, 'gifts', change),
  'granting a store': () => grantAccess(storage, 'user_01OTHER', ['gifts'], change),
  'revoking a store': () => revokeAccess(storage, USER, ['gifts'], change),
  'importing who sees what': () =>
    importMappings(
      storage,
      [{ line: 2, user: 'user_01OTHER', store: 'gifts' }],
      { exactly: true, dryRun: false },
      change,
    ),
  'revoking a store from everybody': () => revokeEverywhere(storage, 'gifts', null, change),
  'assigning a store to an organization': () => assignStores(env.DB, 'org_01OTHER', ['gifts'], change),
  'taking a store from an organization': () => unassignStores(env.DB, ORGANIZATION, ['gifts'], change),
  'setting an organization’s policy': () =>
    writePolicy(
      env.DB,
      ORGANIZATION,
      { requireSso: false, autoJoinRole: null },
      { requireSso: true, autoJoinRole: 'viewer' },
      change,
    ),
  'ending sessions': () => endSessions({ kept, db: env.DB }, USER, null, change),
  'making an API key': () => recordCreation(env.DB, { ...key, id: 'api_key_2' }, change),
  'revoking an API key': () => recordRevocation(env.DB, key, change),
  'connecting a shop platform': () =>
    connectSource(env.DB, 'gifts', { platform: 'woocommerce', secret: 'a-secret-of-the-platform' }, change),
  'disconnecting a shop platform': () => disconnectSource(env.DB, 'gifts', 'shopify', change),
};

beforeEach(async () => {
  await env.DB.exec(
    'DELETE FROM audit_log; DELETE FROM store; DELETE FROM revoked_session; DELETE FROM api_key',
  );
  await env.DB.exec(
    'DELETE FROM store_source; DELETE FROM organization_store; DELETE FROM organization_policy; DELETE FROM store_deletion',
  );
  await createStore(env.DB, gifts, before);
  await grantAccess(storage, USER, ['gifts'], before);
  await env.LAYERKICK_KV.delete('user-store:user_01OTHER');
  await assignStores(env.DB, ORGANIZATION, ['gifts'], before);
  await recordCreation(env.DB, key, before);
  await connectSource(env.DB, 'gifts', { platform: 'shopify', secret: 'a-secret-of-the-shop' }, before);
  await kept.write('sealed', { userId: USER, sid: 'session_1', signedInAt: 1 }, null);
});

/** All that decides what anybody may see, do or send. */
async function access() {
  const tables = [
    'store',
    'organization_store',
    'organization_policy',
    'revoked_session',
    'api_key',
    'store_source',
    'store_deletion',
  ];
  const rows = await Promise.all(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`).all()));
  const mappings = await Promise.all(
    [USER, 'user_01OTHER'].map((user) => env.LAYERKICK_KV.get(`user-store:${user}`)),
  );
  return {
    rows: rows.map(({ results }) => results),
    mappings,
    sessions: (await kept.of(USER)).map(({ sid }) => sid),
  };
}

describe.each(Object.entries(WRITERS))('%s', (_, write) => {
  test('is in the audit log: who, from where, under which request', async () => {
    const was = await access();
    await write();
    expect(await access()).not.toEqual(was);
    const { results } = await env.DB.prepare(`SELECT * FROM audit_log WHERE at = ?`).bind(change.at).all();
    expect(results).toEqual([
      expect.objectContaining({
        actor: 'user_01OPERATOR',
        request_id: 'request-of-the-change',
        via: 'console',
        address: '192.0.2.7',
      }),
    ]);
    const [entry] = results;
    expect(entry?.['before'] ?? entry?.['after']).not.toBeNull();
  });

  test('changes nothing where it cannot be recorded', async () => {
    const was = await access();
    await env.DB.prepare('ALTER TABLE audit_log RENAME TO out_of_reach').run();
    try {
      await expect(write()).rejects.toThrow();
    } finally {
      await env.DB.prepare('ALTER TABLE out_of_reach RENAME TO audit_log').run();
    }
    expect(await access()).toEqual(was);
  });
});
