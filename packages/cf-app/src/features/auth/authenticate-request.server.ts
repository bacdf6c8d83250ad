import type { AuthContext } from '@layerkick/auth/auth-context';
import { type Authentication, refusal } from '@layerkick/auth/credentials/authentication';
import { authenticateApiKey } from '@layerkick/auth/credentials/api-key';
import { authenticateBearer } from '@layerkick/auth/credentials/bearer';
import { chooseCredential, type Credential } from '@layerkick/auth/credentials/choose-credential';
import { env } from 'cloudflare:workers';
import {
  type RequestedOrganization,
  requestedOrganization,
} from '#/features/organizations/organization-of-request.server.ts';
import { type CurrentRequest, requestContext } from '#/lib/request-context.server.ts';
import { credentialsOf } from './credentials.server.ts';
import { identityOf } from './identity.server.ts';
import { type RequestSession, sessionOfRequest } from './session-of-request.server.ts';

/**
 * Who a request comes from: the one answer for pages, server functions, the HTTP API and MCP, whatever the credential.
 * Worked out once per request. `request` must be the request being answered.
 *
 * `refused` is about the credential or about us, never about what the person may see.
 */
export function authenticateRequest(
  request: Request,
  current: CurrentRequest = requestContext(),
): Promise<Authentication> {
  return current.once(authenticateRequest, () => authenticate(request, current));
}

/** For the log: who it was, by id only. */
function noted(authentication: Authentication, { facts }: CurrentRequest): Authentication {
  if (authentication.kind === 'authenticated') {
    const { principal, via, degraded } = authentication.auth;
    facts.principalKind = principal.kind;
    facts.principalId = principal.id;
    facts.via = via;
    facts.degraded = degraded;
  }
  return authentication;
}

async function authenticate(request: Request, current: CurrentRequest): Promise<Authentication> {
  current.personal = true;
  if (import.meta.env.DEV) {
    const bypass = await devBypass();
    if (bypass !== null) return noted({ kind: 'authenticated', auth: bypass }, current);
  }
  const choice = chooseCredential(request.headers, () => current.cookies.size > 0);
  if (!choice.ok) return refusal(choice.code);
  const { credential } = choice;
  const authentication =
    credential.kind === 'cookie'
      ? ofSession(await sessionOfRequest(current))
      : await within(await ofHeaders(credential, current), current);
  return noted(authentication, current);
}

function ofHeaders(
  credential: Exclude<Credential, { kind: 'cookie' }>,
  current: CurrentRequest,
): Promise<Authentication> | Authentication {
  switch (credential.kind) {
    case 'none':
      return ANONYMOUS;
    case 'bearer':
      return authenticateBearer(credential.token, credentialsOf(env).bearerIn(current));
    case 'api-key':
      return authenticateApiKey(credential.value, credentialsOf(env).apiKeyIn(current));
  }
}

const ANONYMOUS: Authentication = { kind: 'anonymous' };

/** A key or an application belongs to one organization: in a request that names another one it may do nothing. */
function within(
  authentication: Authentication,
  current: CurrentRequest,
): Promise<Authentication> | Authentication {
  if (authentication.kind !== 'authenticated' || authentication.auth.principal.kind === 'user') {
    return authentication;
  }
  const named = requestedOrganization(current);
  return named === null
    ? authentication
    : named.then((requested) => ofOrganization(authentication, requested));
}

function ofOrganization(
  authentication: Extract<Authentication, { kind: 'authenticated' }>,
  requested: RequestedOrganization,
): Authentication {
  const { auth } = authentication;
  if (requested.id !== null && requested.id === auth.organization?.id) return authentication;
  const nothing = { organization: null, stores: [], permissions: new Set<never>(), outside: true } as const;
  return { kind: 'authenticated', auth: { ...auth, ...nothing } };
}

function ofSession(session: RequestSession): Authentication {
  if (session.kind === 'signed-in') return { kind: 'authenticated', auth: session.auth };
  return session.kind === 'signed-out' ? ANONYMOUS : refusal('unavailable');
}

/** Development only: a build leaves out the module that this loads. */
async function devBypass(): Promise<AuthContext | null> {
  if (!import.meta.env.DEV) return null;
  const { devBypassContext } = await import('./dev-bypass.server.ts');
  return devBypassContext(identityOf(env).configuration);
}
