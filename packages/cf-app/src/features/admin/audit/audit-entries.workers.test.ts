import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { auditStatement, type AuditEntry } from '#/features/access/audit-log.server.ts';
import { auditEntries, auditPage } from './audit-entries.server.ts';

const START = 1_700_000_000_000;

async function record(entries: readonly Partial<AuditEntry & { actor: string; at: number }>[]) {
  await env.DB.batch(
    entries.map(({ actor = 'operator', at = START, ...entry }, index) =>
      auditStatement(
        env.DB,
        { actor, at, requestId: `request-${index}`, from: { via: 'command', address: '192.0.2.7' } },
        { action: 'access.grant', target: 'user:user_1', before: [], after: ['fmdf'], ...entry },
      ),
    ),
  );
}

beforeEach(() => env.DB.exec('DELETE FROM audit_log'));

test('the newest come first, with everything about each', async () => {
  await record([{ at: START }, { at: START + 1, actor: 'user_01ADA' }]);
  const { rows } = await auditPage(env.DB, {});
  expect(rows.map(({ actor }) => actor)).toEqual(['user_01ADA', 'operator']);
  expect(rows[0]).toEqual({
    id: expect.any(Number),
    at: START + 1,
    actor: 'user_01ADA',
    action: 'access.grant',
    target: 'user:user_1',
    before: '[]',
    after: '["fmdf"]',
    requestId: 'request-1',
    via: 'command',
    address: '192.0.2.7',
  });
});

test.each([
  ['fmdf', ['user:user_1']],
  ['GRANT user_1', ['user:user_1']],
  ['"gifts"', ['organization:org_1']],
  ['%', []],
  ["' OR 1=1 --", []],
])('a search for %s finds what has every word of it', async (find, targets) => {
  await record([{}, { action: 'organization.assign', target: 'organization:org_1', after: ['gifts'] }]);
  const { rows } = await auditPage(env.DB, { find });
  expect(rows.map(({ target }) => target)).toEqual(targets);
});

test('one kind of changes can be asked for', async () => {
  await record([{}, { action: 'session.end', target: 'user:user_2' }]);
  expect((await auditPage(env.DB, { only: 'session' })).rows.map(({ target }) => target)).toEqual([
    'user:user_2',
  ]);
});

test('a later page than there is is the last one', async () => {
  await record(Array.from({ length: 30 }, (_, index) => ({ at: START + index })));
  expect(await auditPage(env.DB, { page: 9, sort: 'at' })).toMatchObject({ page: 2, total: 30 });
  expect((await auditPage(env.DB, { page: 9, sort: 'at' })).rows.map(({ at }) => at - START)).toEqual([
    25, 26, 27, 28, 29,
  ]);
});

test('a file has all of them, however many, each once', async () => {
  const many = Array.from({ length: 1100 }, (_, index) => ({ at: START + index }));
  for (let from = 0; from < many.length; from += 100) await record(many.slice(from, from + 100));
  const seen: number[] = [];
  for await (const { at } of auditEntries(env.DB, {})) seen.push(at - START);
  expect(seen).toEqual(Array.from({ length: 1100 }, (_, index) => 1099 - index));
});
