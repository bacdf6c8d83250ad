import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { readStanding } from '@layerkick/auth/organization/standing';
import { knownSession } from '#/features/mirror/change-statements.server.ts';
import { log } from '#/lib/log.server.ts';
import { ADMIN, consoleUnderTest } from './console-under-test.ts';
import { invite, resend, revoke } from './memberships/invitation-changes.server.ts';
import { giveRole, removeMember, setStanding } from './memberships/membership-changes.server.ts';
import { answeredTo } from './operator-under-test.ts';
import {
  addDomain,
  createOrganization,
  makePortalLink,
  renameOrganization,
} from './organizations/organization-changes.server.ts';
import { deleteOrganization } from './organizations/organization-deletion.server.ts';
import { setPolicy } from './organizations/policy.server.ts';
import { assignStore } from './ownership/ownership.server.ts';
import { grant, withdraw } from './people/access-changes.server.ts';
import { endSession } from './people/sessions.server.ts';

/** What an administrator changes, in front of the local WorkOS. Organizations: `organization-changes.workers.test.ts`. */
const AN_HOUR_MS = 3_600_000;
const operators = consoleUnderTest();
const { asAdmin, audited } = operators;

async function membershipOf(user: string): Promise<string> {
  const id = await env.DB.prepare('SELECT id FROM membership WHERE user_id = ?')
    .bind(user)
    .first<string>('id');
  return id ?? '';
}

async function standingOf(userId: string) {
  const question = { userId, organizationId: 'org_acme', internalOrganizationId: null, sid: null };
  return (await readStanding(env.DB, question, log))?.membership ?? null;
}

/** What there is of everything that a change could have half done. */
async function everything() {
  const rows = ['membership', 'invitation', 'organization', 'organization_domain', 'organization_policy'].map(
    async (table) => (await env.DB.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()).results,
  );
  return { rows: await Promise.all(rows), audited: await audited(), writes: [...operators.workos.writes] };
}

describe('memberships', () => {
  test('a role is given at WorkOS, here and in the audit log', async () => {
    const id = await membershipOf('user_01LKAGENCY');
    expect(await asAdmin(() => giveRole(id, 'manager'))).toEqual({ ok: true });
    expect(operators.workos.world.records.organizationMemberships.get(id)?.role.slug).toBe('manager');
    expect(await standingOf('user_01LKAGENCY')).toEqual({ active: true, role: 'manager' });
    expect(await audited()).toEqual([
      {
        action: 'membership.role',
        target: 'user:user_01LKAGENCY',
        before: JSON.stringify({
          user: 'user_01LKAGENCY',
          organization: 'org_acme',
          role: 'viewer',
          status: 'active',
        }),
        after: JSON.stringify({
          user: 'user_01LKAGENCY',
          organization: 'org_acme',
          role: 'manager',
          status: 'active',
        }),
        actor: 'user_01LKADMIN',
        via: 'console',
      },
    ]);
  });

  test('who is deactivated is out at once and their session is over; reactivated, they are in again', async () => {
    const id = await membershipOf('user_01LKAGENCY');
    await knownSession(env.DB, 'session_theirs', 'user_01LKAGENCY', 'org_acme', Date.now()).run();
    expect(await asAdmin(() => setStanding(id, false))).toEqual({ ok: true });
    expect(await standingOf('user_01LKAGENCY')).toMatchObject({ active: false });
    const ended = await env.DB.prepare('SELECT sid FROM revoked_session').all();
    expect(ended.results).toEqual([{ sid: 'session_theirs' }]);
    expect(await asAdmin(() => setStanding(id, false))).toEqual({ ok: true });
    expect(await asAdmin(() => setStanding(id, true))).toEqual({ ok: true });
    expect(await standingOf('user_01LKAGENCY')).toMatchObject({ active: true });
  });

  test('who is removed is out, and does not come back by news from before', async () => {
    const id = await membershipOf('user_01LKAGENCY');
    expect(await asAdmin(() => removeMember(id))).toEqual({ ok: true });
    expect(operators.workos.world.records.organizationMemberships.get(id)).toBeUndefined();
    expect(await standingOf('user_01LKAGENCY')).toMatchObject({ active: false });
    expect(await asAdmin(() => removeMember(id))).toMatchObject({ code: 'membership_unknown' });
  });

  test.each<[what: string, work: (id: string) => Promise<unknown>]>([
    ['their role', (id) => giveRole(id, 'viewer')],
    ['their standing', (id) => setStanding(id, false)],
    ['their membership', (id) => removeMember(id)],
  ])(
    'taking an owner %s takes a sign-in of the last minutes; anybody else it does not',
    async (_what, work) => {
      const [owner, viewer] = [
        await membershipOf('user_01LKMERCHANT'),
        await membershipOf('user_01LKAGENCY'),
      ];
      const earlier = await operators.workos.cookieOf(ADMIN, AN_HOUR_MS);
      operators.workos.writes.length = 0;
      expect(await answeredTo(earlier, () => work(owner))).toMatchObject({
        code: 'sign_in_again',
        signIn: expect.stringContaining('again=1'),
      });
      expect(operators.workos.writes).toEqual([]);
      expect(await answeredTo(earlier, () => work(viewer))).toEqual({ ok: true });
      expect(await asAdmin(() => work(owner))).toEqual({ ok: true });
    },
  );
});

describe('invitations', () => {
  const invitation = { email: 'new@acme.test', organization: 'org_acme', role: 'analyst' } as const;

  test('sent once, sent again, revoked; the audit log names no address', async () => {
    expect(await asAdmin(() => invite(invitation))).toEqual({ ok: true });
    expect(await asAdmin(() => invite(invitation))).toEqual({ ok: true });
    const { results } = await env.DB.prepare('SELECT id, email, role, state FROM invitation').all();
    expect(results).toMatchObject([{ email: 'new@acme.test', role: 'analyst', state: 'pending' }]);
    const id = String(results[0]?.['id']);
    expect(await asAdmin(() => resend(id))).toEqual({ ok: true });
    expect(await asAdmin(() => revoke(id))).toEqual({ ok: true });
    expect(await asAdmin(() => resend(id))).toMatchObject({
      code: 'workos_refused',
      detail: 'invalid_invitation_state',
    });
    const entries = await audited();
    expect(entries.map(({ action }) => action)).toEqual([
      'invitation.send',
      'invitation.send',
      'invitation.resend',
      'invitation.revoke',
    ]);
    expect(JSON.stringify(entries)).not.toContain('new@acme.test');
  });

  test('into no organization, and never taken for one into some', async () => {
    expect(await asAdmin(() => invite(invitation))).toEqual({ ok: true });
    expect(await asAdmin(() => invite({ ...invitation, organization: null, role: null }))).toEqual({
      ok: true,
    });
    const { results } = await env.DB.prepare('SELECT organization_id, role FROM invitation ORDER BY 1').all();
    expect(results).toEqual([
      { organization_id: null, role: null },
      { organization_id: 'org_acme', role: 'analyst' },
    ]);
    expect((await audited())[1]).toMatchObject({
      action: 'invitation.send',
      after: '{"organization_id":null,"role":null,"state":"pending"}',
    });
  });

  test('a member is not invited, and the reason of WorkOS is told', async () => {
    const member = { ...invitation, email: 'merchant@fmdf.test' };
    expect(await asAdmin(() => invite(member))).toMatchObject({
      code: 'workos_refused',
      detail: 'user_already_organization_member',
      requestId: expect.any(String),
    });
    expect(await audited()).toEqual([]);
  });
});

const session = async () => {
  await operators.workos.cookieOf('agency@layerkick.test');
  return operators.workos.world.records.sessions.findBy('user_id', 'user_01LKAGENCY')[0]?.id ?? '';
};
const isRevoked = async (sid: string) =>
  (await env.DB.prepare('SELECT 1 FROM revoked_session WHERE sid = ?').bind(sid).first()) !== null;

describe('access and sessions of a person', () => {
  test('a store is granted and taken, with both in the audit log', async () => {
    expect(await asAdmin(() => grant('user_01LKOUTSIDER', 'gifts'))).toEqual({ ok: true });
    expect(await env.LAYERKICK_KV.get('user-store:user_01LKOUTSIDER')).toBe('["gifts"]');
    expect(await asAdmin(() => withdraw('user_01LKOUTSIDER', 'gifts'))).toEqual({ ok: true });
    expect(await env.LAYERKICK_KV.get('user-store:user_01LKOUTSIDER')).toBeNull();
    expect((await audited()).map(({ action, via }) => `${action} ${via}`)).toEqual([
      'access.grant console',
      'access.revoke console',
    ]);
  });

  test('a session is ended here and at WorkOS', async () => {
    const sid = await session();
    expect(await asAdmin(() => endSession('user_01LKAGENCY', sid))).toEqual({ ok: true, atWorkOS: true });
    expect(await isRevoked(sid)).toBe(true);
    expect(operators.workos.world.sessions.find(sid)).toBeUndefined();
  });

  test('while WorkOS is down, what takes access away is done here', async () => {
    const sid = await session();
    await knownSession(env.DB, sid, 'user_01LKAGENCY', null, Date.now()).run();
    operators.workos.goDown();
    expect(await asAdmin(() => endSession('user_01LKAGENCY', sid))).toEqual({ ok: true, atWorkOS: false });
    expect(await isRevoked(sid)).toBe(true);
  });

  test('a session of somebody else is not ended under this name', async () => {
    const sid = await session();
    expect(await asAdmin(() => endSession('user_01LKMERCHANT', sid))).toMatchObject({
      code: 'session_unknown',
    });
    expect(await isRevoked(sid)).toBe(false);
  });
});

/** Everything that can be changed, with what it takes for it to be possible. */
const CHANGES: readonly (readonly [what: string, atWorkOS: boolean, work: () => Promise<unknown>])[] = [
  ['a role', true, async () => giveRole(await membershipOf('user_01LKAGENCY'), 'manager')],
  ['a standing', true, async () => setStanding(await membershipOf('user_01LKAGENCY'), false)],
  ['a membership', true, async () => removeMember(await membershipOf('user_01LKAGENCY'))],
  ['an invitation', true, () => invite({ email: 'n@acme.test', organization: 'org_acme', role: 'viewer' })],
  [
    'an invitation into no organization',
    true,
    () => invite({ email: 'n@acme.test', organization: null, role: null }),
  ],
  ['an organization', true, () => createOrganization('Fabrikam', '0b8a5a5e-7a43-4a39-9f0b-3f6c7f3f0a12')],
  ['a name', true, () => renameOrganization('org_acme', 'Acme AG')],
  ['the end of an organization', true, () => deleteOrganization('org_acme', 'Acme')],
  ['a domain', true, () => addDomain('org_acme', 'acme.test')],
  ['a portal link', true, () => makePortalLink('org_acme', 'dsync')],
  ['a policy', false, () => setPolicy({ organization: 'org_acme', requireSso: true, autoJoinRole: null })],
  ['a store of an organization', false, () => assignStore({ organization: 'org_acme', store: 'gifts' })],
  ['a store of a person', false, () => grant('user_01LKOUTSIDER', 'gifts')],
];

describe.each(CHANGES)('%s', (_what, atWorkOS, work) => {
  test('is for administrators', async () => {
    const before = await everything();
    const merchant = await operators.workos.cookieOf('merchant@fmdf.test');
    operators.workos.writes.length = 0;
    expect(await answeredTo(merchant, work)).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await answeredTo('', work)).toMatchObject({ ok: false, code: 'signed_out' });
    expect(await everything()).toEqual(before);
  });

  test('that cannot be recorded is told as such, and asking again does what is left', async () => {
    const batch = vi.spyOn(env.DB, 'batch').mockRejectedValueOnce(new Error('D1 is down'));
    const prepare = atWorkOS ? null : failFirstAudit();
    const refused = await asAdmin(work);
    batch.mockRestore();
    prepare?.mockRestore();
    expect(refused).toMatchObject({ ok: false, code: atWorkOS ? 'not_recorded' : 'unavailable' });
    expect(await audited()).toEqual([]);
    expect(await asAdmin(work)).toMatchObject({ ok: true });
    expect(await audited()).toHaveLength(1);
  });
});

test('an answer that nobody understands is not taken for a change that did not happen', async () => {
  operators.workos.distort((answer) => ({ ...answer, updated_at: 'yesterday' }));
  const refused = await asAdmin(() => createOrganization('Fabrikam', '0b8a5a5e-7a43-4a39-9f0b-3f6c7f3f0a13'));
  expect(refused).toMatchObject({ ok: false, code: 'not_recorded' });
  expect(await audited()).toEqual([]);
});

test.each(CHANGES.filter(([, atWorkOS]) => atWorkOS))(
  'while WorkOS does not answer, nothing is done: %s',
  async (_what, _atWorkOS, work) => {
    const before = await everything();
    operators.workos.goDown();
    expect(await asAdmin(work)).toMatchObject({
      ok: false,
      code: 'workos_unavailable',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect({ ...(await everything()), writes: [] }).toEqual({ ...before, writes: [] });
  },
);

/** A change in KV is recorded by itself, before it happens. */
function failFirstAudit() {
  const original = env.DB.prepare.bind(env.DB);
  return vi.spyOn(env.DB, 'prepare').mockImplementation((sql) => {
    if (sql.includes('INSERT INTO audit_log')) throw new Error('D1 is down');
    return original(sql);
  });
}
