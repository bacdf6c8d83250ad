import { API_KEY, CLIENT_ID } from './accounts.ts';
import { activeOrganizations, standingIn } from './directory.ts';
import { formatUser, type UserRecord } from './emulator.ts';
import type { GrantRequest, GrantRequestOf } from './grant-request.ts';
import type { Grant } from './sessions.ts';
import type { World } from './world.ts';

/** A refusal as it goes over the wire, in the shape that the SDK tells its exceptions apart by. */
export interface Refusal {
  readonly status: 400 | 401 | 403;
  readonly body: Readonly<Record<string, unknown>>;
}
export type Outcome = { grant: Grant } | { refusal: Refusal };

/** Decides one request for tokens. */
export function decideGrant(world: World, request: GrantRequest): Outcome {
  const refusal = clientRefusal(request);
  if (refusal) return { refusal };
  switch (request.grant_type) {
    case 'authorization_code':
      return redeemCode(world, request);
    case 'refresh_token':
      return refresh(world, request);
    case 'urn:workos:oauth:grant-type:organization-selection':
      return selectOrganization(world, request);
  }
}

export function oauthRefusal(status: Refusal['status'], error: string, why: string): Refusal {
  return { status, body: { error, error_description: why } };
}

/** A client shows the API key, or the verifier of its own sign-in, or a refresh token. */
function clientRefusal(request: GrantRequest): Refusal | null {
  if (request.client_id !== CLIENT_ID) return oauthRefusal(400, 'invalid_client', 'Invalid client ID.');
  if (request.client_secret === API_KEY) return null;
  if (request.client_secret !== undefined)
    return oauthRefusal(401, 'invalid_client', 'Invalid client secret.');
  const provesItself =
    request.grant_type === 'refresh_token' ||
    (request.grant_type === 'authorization_code' && request.code_verifier !== undefined);
  return provesItself ? null : oauthRefusal(401, 'invalid_client', 'A client secret is required.');
}

function redeemCode(world: World, request: GrantRequestOf<'authorization_code'>): Outcome {
  const authorization = world.codes.redeem(request.code, request.code_verifier);
  const user = authorization && world.records.users.get(authorization.userId);
  if (!user) {
    const why = 'The code is invalid, has expired or has been used, or its verifier is wrong.';
    return { refusal: oauthRefusal(400, 'invalid_grant', why) };
  }
  const organizations = activeOrganizations(world.records, user.id);
  if (authorization.organizationId !== null) {
    // Checked again at the exchange: the membership may have ended since the sign-in page.
    return organizations.some(({ id }) => id === authorization.organizationId)
      ? begin(
          world,
          user,
          authorization.organizationId,
          request,
          methodAt(world, authorization.organizationId),
        )
      : { refusal: notAMember() };
  }
  if (organizations.length > 1) return { refusal: selectionRequired(world, user, organizations) };
  return begin(world, user, organizations[0]?.id ?? null, request);
}

function refresh(world: World, request: GrantRequestOf<'refresh_token'>): Outcome {
  const exchange = world.sessions.exchange(
    request.refresh_token,
    request.organization_id,
    (userId, organizationId) => standingIn(world.records, userId, organizationId) !== null,
  );
  if (exchange.ok) return { grant: exchange.grant };
  return {
    refusal:
      exchange.error === 'access_denied' ? notAMember() : oauthRefusal(400, exchange.error, exchange.why),
  };
}

function selectOrganization(
  world: World,
  request: GrantRequestOf<'urn:workos:oauth:grant-type:organization-selection'>,
): Outcome {
  const userId = world.pending.userId(request.pending_authentication_token);
  const user = userId === null ? undefined : world.records.users.get(userId);
  if (!user) {
    const why = 'The pending authentication token is invalid or has expired.';
    return { refusal: oauthRefusal(400, 'invalid_pending_authentication_token', why) };
  }
  if (!standingIn(world.records, user.id, request.organization_id)) return { refusal: notAMember() };
  world.pending.finish(request.pending_authentication_token);
  return begin(world, user, request.organization_id, request);
}

function begin(
  world: World,
  user: UserRecord,
  organizationId: string | null,
  request: GrantRequest,
  method: 'magic_auth' | 'sso' = 'magic_auth',
): Outcome {
  world.records.users.update(user.id, { last_sign_in_at: new Date(world.now()).toISOString() });
  const grant = world.sessions.begin({
    user_id: user.id,
    organization_id: organizationId,
    ip_address: request.ip_address ?? null,
    user_agent: request.user_agent ?? null,
    auth_method: method,
  });
  return { grant };
}

/** Whoever asks to sign in to an organization with a connection is sent through it. */
function methodAt({ records }: World, organizationId: string): 'magic_auth' | 'sso' {
  const connections = records.connections.findBy('organization_id', organizationId);
  return connections.some(({ state }) => state === 'active') ? 'sso' : 'magic_auth';
}

function notAMember(): Refusal {
  return oauthRefusal(403, 'access_denied', 'The user is not an active member of the organization.');
}

function selectionRequired(
  world: World,
  user: UserRecord,
  organizations: readonly { id: string; name: string }[],
): Refusal {
  return {
    status: 403,
    body: {
      code: 'organization_selection_required',
      message: 'The user must choose an organization to finish signing in.',
      pending_authentication_token: world.pending.hold(user.id),
      organizations,
      user: formatUser(user),
    },
  };
}
