import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { type BearerToken, bearerVerifier } from './bearer-tokens.ts';
import { cachedKeys } from './jwks.ts';
import { verifyAccessToken } from './verify.ts';

/**
 * Tokens that an attacker or a mistake could send, judged twice: by us, and by jose told the same policy in its own
 * words. Sessions and applications have keys of their own here, so that a token of one kind cannot pass as the other.
 */
const now = 1_800_000_000_000;
const seconds = now / 1000;
const clientId = 'client_1';
const issuer = `https://api.workos.com/user_management/${clientId}`;
const authkit = 'https://layerkick.authkit.app';
const mcp = 'https://app.layerkick.com/mcp';

const pairs = {
  session: await generateKeyPair('RS256', { extractable: true }),
  application: await generateKeyPair('RS256', { extractable: true }),
  stranger: await generateKeyPair('RS256', { extractable: true }),
};
type Signer = keyof typeof pairs;
const published = async (signer: Signer) => ({
  keys: [{ ...(await exportJWK(pairs[signer].publicKey)), kid: signer, alg: 'RS256', use: 'sig' }],
});
const sessionKeys = await published('session');
const applicationKeys = await published('application');

const clock = () => now;
const log = { warn: () => undefined, error: () => undefined };
const keysFrom = (keys: object) =>
  cachedKeys({
    url: 'https://keys.example/jwks',
    fetch: () => Promise.resolve(Response.json(keys)),
    kept: { read: () => Promise.resolve(null), keep: () => Promise.resolve() },
    clock,
    log,
  });
const keys = keysFrom(sessionKeys);
const verify = bearerVerifier(
  (token) => verifyAccessToken(token, { keys, issuers: [issuer], clientId, clock, log }),
  { keys: keysFrom(applicationKeys), issuer: authkit, audiences: [clientId, mcp], clock, log },
);

const byJose = { algorithms: ['RS256'], clockTolerance: 5, currentDate: new Date(now) };

/** What jose, told everything, says about a session's token. */
async function joseOnSession(token: string): Promise<boolean> {
  const options = { ...byJose, issuer, requiredClaims: ['exp', 'sub', 'sid', 'client_id'] };
  const { payload } = await jwtVerify(token, createLocalJWKSet(sessionKeys), options);
  return payload['client_id'] === clientId;
}

/** What jose, told everything, says about an application's token. */
async function joseOnApplication(token: string): Promise<boolean> {
  const options = { ...byJose, issuer: authkit, audience: [clientId, mcp], requiredClaims: ['exp', 'sub'] };
  const { payload } = await jwtVerify(token, createLocalJWKSet(applicationKeys), options);
  const client = payload['client_id'] ?? payload.sub;
  return client === payload.sub || String(payload.sub).startsWith('user_');
}

async function joseAccepts(token: string): Promise<boolean> {
  const verdicts = await Promise.all(
    [joseOnSession(token), joseOnApplication(token)].map((verdict) => verdict.catch(() => false)),
  );
  return verdicts.includes(true);
}

const session = { iss: issuer, sub: 'user_1', sid: 'session_1', client_id: clientId, exp: seconds + 300 };
const application = {
  iss: authkit,
  sub: 'client_app',
  client_id: 'client_app',
  aud: clientId,
  org_id: 'org_1',
  scope: 'stats:read',
  exp: seconds + 300,
};
const delegated = { ...application, sub: 'user_1', aud: [mcp], sid: 'app_consent_1' };

const sign = (claims: object, signer: Signer = 'session', header: object = {}) =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: signer, ...header })
    .sign(pairs[signer].privateKey);
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (header: object, claims: object) => `${base64url(header)}.${base64url(claims)}.`;
const parts = (await sign(session)).split('.');
const secret = new TextEncoder().encode(JSON.stringify(sessionKeys.keys[0]));
const underTheirAlgorithm = async (alg: 'RS384' | 'PS256') =>
  new SignJWT(session).setProtectedHeader({ alg, kid: 'session' }).sign(
    await crypto.subtle.importKey(
      'pkcs8',
      await crypto.subtle.exportKey('pkcs8', pairs.session.privateKey),
      {
        name: alg === 'PS256' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5',
        hash: alg === 'PS256' ? 'SHA-256' : 'SHA-384',
      },
      false,
      ['sign'],
    ),
  );

const TOKENS: [token: string, jwt: string | Promise<string>, good: boolean][] = [
  ['a session’s token', sign(session), true],
  ['an application’s token', sign(application, 'application'), true],
  [
    'an application’s token without client_id',
    sign({ ...application, client_id: undefined }, 'application'),
    true,
  ],
  ['a token for a person, for the address of assistants', sign(delegated, 'application'), true],
  ['over by 4 s', sign({ ...session, exp: seconds - 4 }), true],
  ['over by 6 s', sign({ ...session, exp: seconds - 6 }), false],
  ['an application’s, over by 6 s', sign({ ...application, exp: seconds - 6 }, 'application'), false],
  ['good in 6 s', sign({ ...session, nbf: seconds + 6 }), false],
  ['without an end', sign({ ...session, exp: undefined }), false],
  ['ending in words', sign({ ...session, exp: 'never' as unknown as number }), false],
  ['without a subject', sign({ ...session, sub: undefined }), false],
  ['without a session', sign({ ...session, sid: undefined }), false],
  ['of another client', sign({ ...session, client_id: 'client_2' }), false],
  ['for another environment', sign({ ...application, aud: 'client_2' }, 'application'), false],
  ['for several others', sign({ ...application, aud: ['client_2', 'client_3'] }, 'application'), false],
  ['for nobody', sign({ ...application, aud: undefined }, 'application'), false],
  ['for an address like ours', sign({ ...delegated, aud: `${mcp}/x` }, 'application'), false],
  ['of one application about another', sign({ ...application, sub: 'client_other' }, 'application'), false],
  ['from elsewhere', sign({ ...session, iss: 'https://evil.example' }), false],
  ['from an issuer that begins like ours', sign({ ...session, iss: `${issuer}.evil.example` }), false],
  ['from an AuthKit with a slash', sign({ ...application, iss: `${authkit}/` }, 'application'), false],
  ['without an issuer', sign({ ...session, iss: undefined }), false],
  ['a session’s, signed with the applications’ key', sign(session, 'application'), false],
  ['an application’s, signed with the sessions’ key', sign(application, 'session'), false],
  [
    'an application’s, under the sessions’ key id',
    sign(application, 'application', { kid: 'session' }),
    false,
  ],
  ['an application’s that names a session', sign({ ...application, sid: 'session_1' }, 'session'), false],
  [
    'a session’s that says it is AuthKit’s',
    sign({ ...session, iss: authkit, aud: clientId }, 'session'),
    false,
  ],
  [
    'an application’s that says it is a session’s',
    sign({ ...application, iss: issuer }, 'application'),
    false,
  ],
  ['signed by a stranger', sign(session, 'stranger'), false],
  ['signed by a stranger under our key id', sign(session, 'stranger', { kid: 'session' }), false],
  ['with a key of its own in the header', sign(session, 'stranger', { jwk: sessionKeys.keys[0] }), false],
  ['with its keys elsewhere', sign(session, 'stranger', { jku: 'https://evil.example/jwks' }), false],
  [
    'with a part that must be understood',
    sign(session, 'session', { crit: ['x'], x: 1 }).catch(() => 'a.b.c'),
    false,
  ],
  ['alg none', unsigned({ alg: 'none' }, session), false],
  ['alg NONE', unsigned({ alg: 'NONE', kid: 'session' }, session), false],
  ['our own signature cut off', `${parts[0]}.${parts[1]}.`, false],
  [
    'HS256 with our public key as the secret',
    new SignJWT(session).setProtectedHeader({ alg: 'HS256', kid: 'session' }).sign(secret),
    false,
  ],
  ['our key with another hash', underTheirAlgorithm('RS384'), false],
  ['our key with another padding', underTheirAlgorithm('PS256'), false],
  [
    'another payload under our signature',
    `${parts[0]}.${base64url({ ...session, sub: 'user_2' })}.${parts[2]}`,
    false,
  ],
  [
    'another header over our signature',
    `${base64url({ alg: 'RS256', kid: 'session', typ: 'x' })}.${parts[1]}.${parts[2]}`,
    false,
  ],
  ['padding after the signature', `${parts.join('.')}=`, false],
  ['five parts', 'a.b.c.d.e', false],
  ['two parts', 'a.b', false],
  ['nonsense', 'nonsense', false],
];

const accepted = ({ kind }: BearerToken) => kind === 'valid';

test.each(TOKENS)('%s: we say what jose says', async (_token, jwt, good) => {
  const token = await jwt;
  expect(await joseAccepts(token)).toBe(good);
  expect(accepted(await verify(token))).toBe(good);
});

test('without an AuthKit domain no application is let in', async () => {
  const sessionsOnly = bearerVerifier(
    (token) => verifyAccessToken(token, { keys, issuers: [issuer], clientId, clock, log }),
    null,
  );
  expect((await sessionsOnly(await sign(application, 'application'))).kind).toBe('refused');
  expect((await sessionsOnly(await sign(session))).kind).toBe('valid');
});

test('a token for another environment: the log names the mismatch as what it is', async () => {
  const logged: unknown[][] = [];
  const named = bearerVerifier(() => Promise.reject(new Error('not asked')), {
    keys: keysFrom(applicationKeys),
    issuer: authkit,
    audiences: [clientId],
    clock,
    log: { warn: () => undefined, error: (...line) => void logged.push(line) },
  });
  await named(await sign({ ...application, aud: 'client_2' }, 'application'));
  expect(logged).toEqual([
    ['workos_client_id_mismatch', expect.objectContaining({ token: 'client_2', configured: clientId })],
  ]);
});
