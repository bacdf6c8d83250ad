import { parseLine } from '@layerkick/stats/archive/lines';
import { batches, ENTRIES } from '@layerkick/stats/testing/small-history';
import { ledgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { runDurableObjectAlarm } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';

const settings = { slug: 'carried', timeZone: 'Europe/Berlin', currency: 'EUR' };

beforeEach(async () => {
  await env.DB.exec('DELETE FROM store');
  await env.DB.exec('DELETE FROM audit_log');
});

function call(method: string, path: string, body?: unknown): Promise<Response> {
  return exports.default.fetch(`http://localhost:3051/api/ops/stores${path}`, {
    method,
    headers: { authorization: `Bearer ${env.OPS_TOKEN}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test('an export holds all batches and entries, and the log says that there was one', async () => {
  await call('POST', '', settings);
  const object = env.STORE_STATS.getByName('carried');
  await object.append(settings, batches());
  await object.record(
    settings,
    ENTRIES.map((entry) => ledgerEntry.parse(entry)),
  );
  await runDurableObjectAlarm(object);
  const response = await call('GET', '/carried/export');
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  const lines = new TextDecoder()
    .decode(await response.arrayBuffer())
    .trimEnd()
    .split('\n')
    .map(parseLine);
  expect(lines.map(({ type }) => type).filter((type) => type === 'batch')).toHaveLength(6);
  expect(lines[0]).toMatchObject({ type: 'store', ...settings });
  expect(lines.at(-1)).toEqual({ type: 'end', batches: 6, entries: 6, importedDays: 0 });
  const entry = await env.DB.prepare('SELECT action FROM audit_log ORDER BY id DESC LIMIT 1').first();
  expect(entry).toEqual({ action: 'store.export' });
});

test('a store that does not exist has nothing to export', async () => {
  expect((await call('GET', '/carried/export')).status).toBe(404);
});

test('SQLite has as many bytes as it says, and the audit log says which of the two it was', async () => {
  await call('POST', '', settings);
  const object = env.STORE_STATS.getByName('carried');
  await object.append(settings, batches());
  const response = await call('GET', '/carried/export?format=sqlite');
  expect(response.headers.get('content-disposition')).toMatch(/carried-\d{4}-\d\d-\d\d\.sqlite/);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(new TextDecoder().decode(bytes.subarray(0, 15))).toBe('SQLite format 3');
  expect(bytes.length).toBe(4096 * new DataView(bytes.buffer).getUint32(28));
  const entry = await env.DB.prepare('SELECT after FROM audit_log ORDER BY id DESC LIMIT 1').first();
  expect(entry).toEqual({ after: '{"format":"sqlite"}' });
});

test('another format is refused by name', async () => {
  await call('POST', '', settings);
  const response = await call('GET', '/carried/export?format=xlsx');
  expect([response.status, await response.json()]).toEqual([
    400,
    expect.objectContaining({ errors: [{ field: 'format', message: 'is sqlite or ndjson' }] }),
  ]);
});
