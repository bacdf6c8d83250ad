import { Hono } from 'hono';
import type { ZodError } from 'zod';
import { signAccessToken } from './access-token.ts';
import { standingIn } from './directory.ts';
import { formatUser, type UserRecord } from './emulator.ts';
import { grantRequest } from './grant-request.ts';
import { decideGrant, oauthRefusal, type Refusal } from './grants.ts';
import type { Grant } from './sessions.ts';
import type { World } from './world.ts';

/** `POST /user_management/authenticate`: codes, refresh tokens and chosen organizations become a session's tokens. */
export function authenticateRoutes(world: World): Hono {
  return new Hono().post('/user_management/authenticate', async (context) => {
    const request = grantRequest.safeParse(await context.req.json().catch(() => null));
    const outcome = request.success
      ? decideGrant(world, request.data)
      : { refusal: unreadable(request.error) };
    if ('refusal' in outcome) return context.json(outcome.refusal.body, outcome.refusal.status);
    const user = world.records.users.get(outcome.grant.session.user_id);
    if (!user) {
      const { body, status } = oauthRefusal(400, 'invalid_grant', 'The user no longer exists.');
      return context.json(body, status);
    }
    return context.json(await tokens(world, outcome.grant, user));
  });
}

async function tokens(world: World, { session, refreshToken }: Grant, user: UserRecord) {
  const organizationId = session.organization_id;
  const subject = {
    userId: user.id,
    sessionId: session.id,
    organizationId,
    standing: organizationId === null ? null : standingIn(world.records, user.id, organizationId),
    impersonatorEmail: user.impersonator?.email ?? null,
  };
  return {
    user: formatUser(user),
    ...(organizationId !== null && { organization_id: organizationId }),
    access_token: await signAccessToken(subject, world.now(), world.settings.accessTokenSeconds),
    refresh_token: refreshToken,
    authentication_method: session.auth_method === 'sso' ? 'SSO' : 'MagicAuth',
    ...(user.impersonator && { impersonator: user.impersonator }),
  };
}

function unreadable(error: ZodError): Refusal {
  const issue = error.issues[0];
  const field = issue?.path.join('.') || 'body';
  const unknownGrant = field === 'grant_type' && issue?.code === 'invalid_union';
  return oauthRefusal(
    400,
    unknownGrant ? 'unsupported_grant_type' : 'invalid_request',
    unknownGrant ? 'This grant is not imitated.' : `${field}: ${issue?.message ?? 'not an object'}`,
  );
}
