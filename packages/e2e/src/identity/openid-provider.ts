import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ACCOUNTS } from '@layerkick/workos-local/accounts';
import { Calls } from '@layerkick/workos-local/calls';
import { Faults } from '@layerkick/workos-local/faults';
import { exportJWK, generateKeyPair } from 'jose';
import { type Configuration, Provider } from 'oidc-provider';
import { chooseAccount } from './choose-account.ts';
import { faultyAnswers } from './faulty-answers.ts';
import type { IdentityService } from './service.ts';
import { signedAnew } from './signed-anew.ts';
import { confirmSignOut, signOutPage } from './confirm-sign-out.ts';

const CLIENT_ID = 'layerkick';
const DAY_SECONDS = 24 * 60 * 60;

/** The groups of each person, by user id; nobody else has any. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  user_01LKMERCHANT: ['everybody', 'fmdf-owners'],
  user_01LKAGENCY: ['everybody', 'fmdf-viewers', 'northwind-owners'],
};

/** What those groups are worth at LayerKick. */
export const GROUP_ROLES = [
  { group: 'fmdf-owners', organization: 'org_fmdf', role: 'owner' },
  { group: 'northwind-owners', organization: 'org_northwind', role: 'owner' },
  { group: 'fmdf-viewers', organization: 'org_fmdf', role: 'viewer' },
];

/**
 * A real OpenID Connect provider on a free port of this machine, with the people of the local WorkOS. It rotates
 * refresh tokens, and ends everything that came of one that is used twice.
 *
 * @param origin of the Worker
 */
export async function startOpenidProvider(origin: string): Promise<IdentityService> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const clientSecret = randomBytes(16).toString('hex');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const provider = new Provider(url, {
    ...ACCOUNTS_AND_CLAIMS,
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'tests', alg: 'RS256', use: 'sig' }] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: clientSecret,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [`${origin}/auth/workos/callback`],
        post_logout_redirect_uris: [`${origin}/auth/workos/logout`],
        // Nobody listens there; it makes the provider say which session an ID token belongs to.
        backchannel_logout_uri: `${url}/nowhere`,
        backchannel_logout_session_required: true,
      },
    ],
    cookies: { keys: [randomBytes(16).toString('hex')] },
  });
  const calls = new Calls();
  const faults = new Faults();
  provider.use(faultyAnswers(calls, faults));
  provider.use(chooseAccount(provider));
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));

  return {
    url,
    faults,
    calls,
    tokenPath: '/token',
    codeExchange: 'POST /token',
    refresh: 'POST /token',
    signOutAddress: `${url}/session/end`,
    settings: {
      vars: {
        AUTH_PROVIDER: 'oidc',
        OIDC_ISSUER: url,
        OIDC_CLIENT_ID: CLIENT_ID,
        OIDC_SCOPES: 'openid profile email groups offline_access',
        OIDC_GROUP_ROLES: JSON.stringify(GROUP_ROLES),
      },
      secrets: { OIDC_CLIENT_SECRET: clientSecret },
    },
    ended: (token, seconds) => signedAnew(token, privateKey, seconds),
    signOutAt: confirmSignOut,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

const ACCOUNTS_AND_CLAIMS: Configuration = {
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: signOutPage },
  },
  ttl: {
    AccessToken: 300,
    IdToken: 300,
    RefreshToken: DAY_SECONDS,
    Interaction: 600,
    Session: DAY_SECONDS,
    Grant: DAY_SECONDS,
  },
  findAccount: (_context, id) => {
    const account = ACCOUNTS.find((known) => known.id === id);
    if (account === undefined) return undefined;
    const { email, firstName: given_name, lastName: family_name } = account;
    const claims = { sub: id, email, given_name, family_name, groups: GROUPS[id] ?? [] };
    return { accountId: id, claims: () => claims };
  },
  claims: { openid: ['sub'], email: ['email'], profile: ['given_name', 'family_name'], groups: ['groups'] },
  scopes: ['openid', 'profile', 'email', 'groups', 'offline_access'],
  // Providers put groups into ID tokens when they are told to.
  conformIdTokenClaims: false,
  rotateRefreshToken: true,
  issueRefreshToken: () => true,
  // A client of the house: nobody is asked for consent.
  async loadExistingGrant({ oidc }) {
    const { provider, client, session, params } = oidc;
    const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
    grant.addOIDCScope(String(params?.['scope']));
    await grant.save();
    return grant;
  },
};
