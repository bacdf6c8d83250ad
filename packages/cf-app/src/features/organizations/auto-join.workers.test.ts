import { API_KEY } from '@layerkick/workos-local/accounts';
import { env } from 'cloudflare:workers';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { identityOf } from '#/features/auth/identity.server.ts';
import { authorizationUrl, signInCallback } from '#/features/auth/sign-in.server.ts';
import { localWorkOS } from '#/features/admin/operator-under-test.ts';
import { inRequest } from '#/lib/request-under-test.ts';

/** Somebody whom nobody invited signs in for the first time, in front of the local WorkOS. */
let workos: ReturnType<typeof localWorkOS>;

beforeEach(async () => {
  const tables = ['organization', 'organization_domain', 'organization_policy', 'membership', 'audit_log'];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
  workos = localWorkOS();
});
afterEach(() => {
  workos.restore();
  vi.restoreAllMocks();
});

interface Claim {
  readonly organization: 'org_acme' | 'org_other';
  readonly domain?: string;
  readonly state?: string;
  readonly role?: string | null;
  readonly deletedAt?: number;
}

async function claimed({
  organization,
  domain = 'acme.example',
  state = 'verified',
  role = 'analyst',
  deletedAt,
}: Claim) {
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO organization (id, name, domains, updated_at, version, deleted_at) VALUES (?, 'One', '[]', 1, 'v', ?)`,
    ).bind(organization, deletedAt ?? null),
    env.DB.prepare(`INSERT INTO organization_domain VALUES (?, ?, ?, ?, 1, 'v', NULL)`).bind(
      `domain_${organization}`,
      organization,
      domain,
      state,
    ),
    env.DB.prepare('INSERT INTO organization_policy (organization_id, auto_join_role) VALUES (?, ?)').bind(
      organization,
      role,
    ),
  ]);
}

/** A new person; their id, and what their first session says about where they are. */
async function signsIn(email: string, isVerified = true, before?: (userId: string) => Promise<void>) {
  const headers = { Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ email, email_verified: isVerified });
  await fetch('https://workos.test/user_management/users', { method: 'POST', headers, body });
  const user = workos.world.records.users.findOneBy('email', email);
  if (!user) throw new Error('WorkOS knows nobody of this address');
  await before?.(user.id);

  const begun = await inRequest(() => authorizationUrl(new URLSearchParams({ login_hint: email })));
  const back = await fetch(begun.answer, { redirect: 'manual' });
  const query = new URL(back.headers.get('location') ?? '').searchParams;
  const { answer: outcome, setCookies } = await inRequest(() => signInCallback(query), {
    cookie: begun.setCookies[0]?.split(';')[0] ?? '',
  });
  expect(outcome).toEqual({ kind: 'go-to', location: '/' });
  const cookie = setCookies.find((header) => header.startsWith('wos-session='))?.split(';')[0] ?? '';
  const held = await identityOf(env).store.read(
    new Map([['wos-session', cookie.slice('wos-session='.length)]]),
  );
  if (held.kind !== 'found') throw new Error('there is no session');
  const { org_id: organization = null, role = null } = decodeJwt(held.session.accessToken);
  return { userId: user.id, organization, role };
}

function membershipsOf(userId: string) {
  const found = workos.world.records.organizationMemberships.findBy('user_id', userId);
  return found.map(({ organization_id, role, status }) => [organization_id, role.slug, status]);
}

async function audited() {
  const { results } = await env.DB.prepare('SELECT actor, action, target, after FROM audit_log').all();
  return results;
}

test('a verified address under a verified domain of one organization: a member with its role, in it from the first page on', async () => {
  await claimed({ organization: 'org_acme' });
  const { userId, ...session } = await signsIn('ann@Acme.example');
  expect(session).toEqual({ organization: 'org_acme', role: 'analyst' });
  expect(membershipsOf(userId)).toEqual([['org_acme', 'analyst', 'active']]);
  expect(await audited()).toEqual([
    {
      actor: userId,
      action: 'membership.auto_join',
      target: 'organization:org_acme',
      after: JSON.stringify({ user: userId, role: 'analyst' }),
    },
  ]);
});

/** Signed in, and a member of nothing. */
async function expectNobody(person: Awaited<ReturnType<typeof signsIn>>): Promise<void> {
  expect(person).toMatchObject({ organization: null, role: null });
  expect(membershipsOf(person.userId)).toEqual([]);
  expect(await audited()).toEqual([]);
}

describe('signed in, and a member of nothing', () => {
  test.each<[where: string, claims: readonly Claim[], email: string, isVerified: boolean]>([
    [
      'the domain is of two',
      [{ organization: 'org_acme' }, { organization: 'org_other' }],
      'ann@acme.example',
      true,
    ],
    [
      'the domain is of two, one of which lets nobody join',
      [{ organization: 'org_acme' }, { organization: 'org_other', role: null }],
      'ann@acme.example',
      true,
    ],
    [
      'the domain is not verified',
      [{ organization: 'org_acme', state: 'pending' }],
      'ann@acme.example',
      true,
    ],
    ['the address is not verified', [{ organization: 'org_acme' }], 'ann@acme.example', false],
    [
      'anybody can get the address',
      [{ organization: 'org_acme', domain: 'gmail.com' }],
      'ann@gmail.com',
      true,
    ],
    ['nobody joins by a domain', [{ organization: 'org_acme', role: null }], 'ann@acme.example', true],
    ['the organization is gone', [{ organization: 'org_acme', deletedAt: 1 }], 'ann@acme.example', true],
    ['the domain is below theirs', [{ organization: 'org_acme' }], 'ann@mail.acme.example', true],
    ['there is no such domain', [], 'ann@acme.example', true],
  ])('%s', async (_where, claims, email, isVerified) => {
    for (const claim of claims) {
      // oxlint-disable-next-line no-await-in-loop -- one database
      await claimed(claim);
    }
    await expectNobody(await signsIn(email, isVerified));
  });

  test('they were a member once and are not any more', async () => {
    await claimed({ organization: 'org_acme' });
    const person = await signsIn('ann@acme.example', true, async (userId) => {
      await env.DB.prepare(
        `INSERT INTO membership VALUES ('om_1', ?, 'org_acme', 'owner', 'inactive', 1, 'v', 2)`,
      )
        .bind(userId)
        .run();
    });
    await expectNobody(person);
  });

  test('what cannot be recorded does not happen, and nobody is kept out by it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await claimed({ organization: 'org_acme' });
    await env.DB.exec('ALTER TABLE audit_log RENAME TO out_of_reach');
    const person = await signsIn('ann@acme.example');
    await env.DB.exec('ALTER TABLE out_of_reach RENAME TO audit_log');
    await expectNobody(person);
  });
});
