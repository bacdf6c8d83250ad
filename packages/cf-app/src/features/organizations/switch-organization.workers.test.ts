import { env } from 'cloudflare:workers';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { identityOf } from '#/features/auth/identity.server.ts';
import { inRequest } from '#/lib/request-under-test.ts';
import { type OrganizationSwitch, switchOrganization } from './switch-organization.server.ts';

/** Changing the organization of a session. WorkOS answers through `fetch`. */
const { privateKey, publicKey } = await generateKeyPair('RS256');
const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key', alg: 'RS256' }] };
const workos = vi.spyOn(globalThis, 'fetch');
const user = { id: 'user_1', email: 'a@example.test' };

async function token(organization: string): Promise<string> {
  return new SignJWT({
    sid: 'session_1',
    client_id: env.WORKOS_CLIENT_ID,
    org_id: organization,
    role: 'viewer',
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'key' })
    .setIssuer('https://api.workos.com')
    .setSubject(user.id)
    .setExpirationTime('5m')
    .sign(privateKey);
}

let answer: (organization: string) => Promise<Response>;
let asked: number;
beforeAll(() => {
  workos.mockImplementation(async (request) => {
    const sent = request instanceof Request ? request : new Request(request);
    if (new URL(sent.url).pathname.startsWith('/sso/jwks/')) return Response.json(jwks);
    asked += 1;
    return answer('org_b');
  });
});
afterAll(() => workos.mockRestore());

let refreshToken = 0;
beforeEach(() => {
  asked = 0;
  refreshToken += 1;
  answer = async (organization) =>
    Response.json({ user, access_token: await token(organization), refresh_token: `next_${refreshToken}` });
});

/** A browser in org_a asks to be in `organization`; what it is told, and the organization that its cookie is in then. */
async function ask(organization: string): Promise<{ outcome: OrganizationSwitch; cookieIn: unknown }> {
  const session = { user, accessToken: await token('org_a'), refreshToken: `refresh_${refreshToken}` };
  const { store } = identityOf(env);
  const [before] = await store.write(session, new Map());
  const cookie = before?.header.split(';')[0] ?? '';
  const { answer: outcome, setCookies } = await inRequest(() => switchOrganization(organization), { cookie });
  const now = setCookies.find((header) => header.startsWith('wos-session='))?.split(';')[0] ?? cookie;
  const held = await store.read(new Map([['wos-session', now.slice('wos-session='.length)]]));
  if (held.kind !== 'found') throw new Error('the session is lost');
  return { outcome, cookieIn: decodeJwt(held.session.accessToken)['org_id'] };
}

test('a member goes on in the other organization', async () => {
  expect(await ask('org_b')).toEqual({ outcome: { ok: true }, cookieIn: 'org_b' });
});

describe('17: nobody is switched to an organization that they are not in, and the session of before goes on', () => {
  test('WorkOS keeps somebody out: refused, and the session is where it was', async () => {
    answer = () =>
      Promise.resolve(Response.json({ error: 'access_denied', error_description: 'no' }, { status: 403 }));
    expect(await ask('org_b')).toMatchObject({
      outcome: { ok: false, code: 'not_a_member' },
      cookieIn: 'org_a',
    });
  });

  test('who is known here to be out is refused without asking, so that no refresh token is at risk', async () => {
    await env.DB.prepare(
      `INSERT INTO membership VALUES ('om_1', 'user_1', 'org_c', 'viewer', 'inactive', 1, 'event', NULL)`,
    ).run();
    expect(await ask('org_c')).toMatchObject({
      outcome: { ok: false, code: 'not_a_member' },
      cookieIn: 'org_a',
    });
    expect(asked).toBe(0);
  });

  test('WorkOS answers for another organization: the session is kept and the change is not claimed', async () => {
    answer = async () =>
      Response.json({
        user,
        access_token: await token('org_a'),
        refresh_token: `same_${refreshToken}_${asked}`,
      });
    expect(await ask('org_b')).toMatchObject({
      outcome: { ok: false, code: 'unavailable' },
      cookieIn: 'org_a',
    });
  });
});
