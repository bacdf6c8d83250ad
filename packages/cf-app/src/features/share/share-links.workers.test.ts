import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { FILTER_OPS } from '#/features/stats/view/filters.ts';
import { createShare, findShare, MOST_LINKS, revokeShare, sharesOf } from './share-links.server.ts';
import { type NewShare, newShare } from './share.schema.ts';
import { isUnlocked, MOST_ATTEMPTS, unlock } from './unlock.server.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;
const change = { actor: 'user_01MANAGER', requestId: 'request-1', at: NOW };
const asked = (more: Partial<NewShare> = {}): NewShare => ({
  slug: 'fmdf',
  name: 'Agency',
  password: null,
  expiresAt: null,
  filters: [],
  embedHosts: [],
  ...more,
});
const parts = (now = NOW) => ({ db: env.DB, secret: 'a secret', secure: true, now });

beforeEach(() => env.DB.exec('DELETE FROM share_link; DELETE FROM share_attempt; DELETE FROM audit_log;'));

async function made(more: Partial<NewShare> = {}) {
  const created = await createShare(env.DB, asked(more), change);
  if (!created.ok) throw new Error(created.code);
  const share = await findShare(env.DB, created.token);
  if (!share) throw new Error('not found');
  return { ...created, share };
}

test('a link is found by its token, which is kept nowhere', async () => {
  const { token, share } = await made({ filters: [{ dimension: 'channel', op: 'is', values: ['Email'] }] });
  expect(share).toMatchObject({ store: 'fmdf', name: 'Agency', filters: [{ values: ['Email'] }] });
  expect(token).toMatch(/^[\w-]{32}$/);
  const { results } = await env.DB.prepare('SELECT * FROM share_link, audit_log').all();
  expect(JSON.stringify(results)).not.toContain(token);
  expect(await findShare(env.DB, `${token}x`)).toBeNull();
  expect(await findShare(env.DB, share.id)).toBeNull();
});

test('making and ending a link are in the audit log, with neither token nor password', async () => {
  const { share } = await made({ password: 'correct horse' });
  expect(await revokeShare(env.DB, 'fmdf', share.id, change)).toBe(true);
  expect(await revokeShare(env.DB, 'fmdf', share.id, change)).toBe(false);
  const { results } = await env.DB.prepare('SELECT action, target, before, after FROM audit_log').all();
  expect(results.map(({ action }) => action)).toEqual(['share.create', 'share.revoke']);
  expect(JSON.stringify(results)).not.toContain('correct horse');
  expect((await sharesOf(env.DB, 'fmdf'))[0]).toMatchObject({ revokedAt: NOW });
});

test('a manager of one store ends no link of another', async () => {
  const { share } = await made();
  expect(await revokeShare(env.DB, 'northwind', share.id, change)).toBe(false);
  expect(await sharesOf(env.DB, 'northwind')).toEqual([]);
});

test('a store has so many links that are good, and no more', async () => {
  await env.DB.batch(
    Array.from({ length: MOST_LINKS }, (_, index) =>
      env.DB.prepare(
        `INSERT INTO share_link (id, slug, name, token_hash, filters, embed_hosts, created_at, created_by)
         VALUES (?1, 'fmdf', 'x', ?1, '[]', '[]', 0, 'x')`,
      ).bind(`share_${index}`),
    ),
  );
  expect(await createShare(env.DB, asked(), change)).toEqual({ ok: false, code: 'too_many' });
});

describe('a password', () => {
  test('opens the link in the browser that said it, for some hours', async () => {
    const { share } = await made({ password: 'correct horse' });
    const unlocked = await unlock(share, 'correct horse', parts());
    if (!unlocked.ok) throw new Error(unlocked.code);
    expect(unlocked.cookie.header).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    const value = /=([^;]*)/.exec(unlocked.cookie.header)?.[1] ?? '';
    const cookies = new Map([[unlocked.cookie.name, value]]);
    expect(await isUnlocked(share, cookies, parts())).toBe(true);
    expect(await isUnlocked(share, cookies, parts(NOW + 12 * 60 * MINUTE))).toBe(false);
    expect(await isUnlocked({ ...share, password: 'another' }, cookies, parts())).toBe(false);
    expect(
      await isUnlocked({ ...share, id: 'share_other' }, new Map([['lk-share_other', value]]), parts()),
    ).toBe(false);
    expect(await isUnlocked(share, cookies, { ...parts(), secret: 'rotated' })).toBe(false);
  });

  test.each([
    ['nothing', ''],
    ['a time of its own', `${NOW + MINUTE}.`],
    ['a forged signature', `${NOW + MINUTE}.${'0'.repeat(64)}`],
    ['no time', `x.${'0'.repeat(64)}`],
  ])('is not replaced by a cookie with %s', async (_, value) => {
    const { share } = await made({ password: 'correct horse' });
    expect(await isUnlocked(share, new Map([[`lk-${share.id}`, value]]), parts())).toBe(false);
  });

  test('is guessed ten times in a quarter of an hour, however many guess at once; then not even the right one opens', async () => {
    const { share } = await made({ password: 'correct horse' });
    const guesses = await Promise.all(
      Array.from({ length: MOST_ATTEMPTS + 5 }, () => unlock(share, 'guess', parts())),
    );
    const codes = guesses.map((guess) => (guess.ok ? 'open' : guess.code));
    expect(codes.filter((code) => code === 'wrong_password')).toHaveLength(MOST_ATTEMPTS);
    expect(codes.filter((code) => code === 'limited')).toHaveLength(5);
    expect(await unlock(share, 'correct horse', parts())).toEqual({ ok: false, code: 'limited' });
    expect(await unlock(share, 'correct horse', parts(NOW + 16 * MINUTE))).toMatchObject({ ok: true });
  });
});

const parse = (more: object) => newShare.safeParse({ ...asked(), ...more }).success;

describe('what a link may be', () => {
  test.each([
    ['a name', { name: '' }],
    ['a password that is none', { password: 'short' }],
    ['an end that is over', { expiresAt: 1 }],
    [
      'a filter of nothing that is measured',
      { filters: [{ dimension: 'password', op: 'is', values: ['x'] }] },
    ],
    [
      'a filter of a kind that pages do not have',
      { filters: [{ dimension: 'page', op: 'or', values: ['x'] }] },
    ],
    ['a host that is none', { embedHosts: ["'none'; script-src *"] }],
    ['any host', { embedHosts: ['*'] }],
    ['an address', { embedHosts: ['https://example.com/'] }],
    ['a password inside of other pages', { password: 'correct horse', embedHosts: ['example.com'] }],
  ])('not without or with %s', (_, more) => expect(parse(more)).toBe(false));

  test.each(FILTER_OPS)('narrowed by a condition that a page may have: %s', (op) =>
    expect(parse({ filters: [{ dimension: 'page', op, values: ['/de/'] }] })).toBe(true),
  );

  test('hosts with a port are hosts', () =>
    expect(parse({ embedHosts: ['localhost:8080', 'a.example'] })).toBe(true));
});
