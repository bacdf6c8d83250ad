import { Hono } from 'hono';
import { z } from 'zod';
import { CLIENT_ID } from './accounts.ts';
import { standingIn, userByEmail } from './directory.ts';
import type { UserRecord } from './emulator.ts';
import { acceptInvitation, isWaiting, waitingInvitation } from './invitations.ts';
import { isConfigured } from './settings.ts';
import { invitationPage, refusalPage, signInPage } from './sign-in-page.ts';
import type { World } from './world.ts';

const authorizeRequest = z
  .object({
    client_id: z.literal(CLIENT_ID, `must be ${CLIENT_ID}, the environment that this server imitates`),
    redirect_uri: z.string(),
    response_type: z.literal('code'),
    provider: z.literal('authkit', 'only AuthKit is imitated').optional(),
    organization_id: z.string().optional(),
    state: z.string().optional(),
    login_hint: z.string().optional(),
    invitation_token: z.string().optional(),
    screen_hint: z.enum(['sign-in', 'sign-up']).default('sign-in'),
    code_challenge: z.string().min(43).max(128).optional(),
    code_challenge_method: z.literal('S256').optional(),
  })
  .refine((query) => query.provider !== undefined || query.organization_id !== undefined, {
    path: ['provider'],
    error: 'provider or organization_id is required',
  })
  .refine((query) => (query.code_challenge === undefined) === (query.code_challenge_method === undefined), {
    path: ['code_challenge_method'],
    error: 'code_challenge and code_challenge_method come together',
  });
type AuthorizeRequest = z.output<typeof authorizeRequest>;

/**
 * `GET /user_management/authorize`: the sign-in page. `login_hint` chooses an account without it, which is also what
 * a click on the page does.
 */
export function authorizeRoutes(world: World): Hono {
  return new Hono().get('/user_management/authorize', (context) => {
    const parsed = authorizeRequest.safeParse(context.req.query());
    if (!parsed.success) {
      const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      return context.html(refusalPage(problems), 400);
    }
    const request = parsed.data;
    if (!isConfigured(request.redirect_uri, world.settings.redirectUris)) {
      // Never redirected to: an address that was not configured may be anybody's.
      const configured = world.settings.redirectUris.join(', ');
      return context.html(
        refusalPage([`redirect_uri: ${request.redirect_uri} is not one of ${configured}`]),
        400,
      );
    }
    const { records } = world;
    const query = new URL(context.req.url).searchParams;
    const invitation = waitingInvitation(records, request.invitation_token ?? '', world.now());
    if (invitation && request.login_hint === undefined) {
      const organization = records.organizations.get(invitation.organization_id ?? '');
      return context.html(invitationPage(invitation.email, organization?.name ?? null, query));
    }
    // Only whom it was sent to accepts it, as at the hosted service.
    if (invitation && invitation.email === request.login_hint) acceptInvitation(records, invitation);
    const user = request.login_hint === undefined ? undefined : userByEmail(records, request.login_hint);
    if (user) return context.redirect(returnAddress(world, request, user));
    const waiting = records.invitations.all().filter((each) => isWaiting(each, world.now()));
    return context.html(signInPage(records.users.all(), query, waiting));
  });
}

/** Back to the app with a code, or with an error if the person is not in the organization it asked for. */
function returnAddress(world: World, request: AuthorizeRequest, user: UserRecord): string {
  const address = new URL(request.redirect_uri);
  if (request.organization_id !== undefined && !standingIn(world.records, user.id, request.organization_id)) {
    address.searchParams.set('error', 'access_denied');
    address.searchParams.set('error_description', 'The user is not an active member of the organization.');
  } else {
    const code = world.codes.issue({
      userId: user.id,
      organizationId: request.organization_id ?? null,
      codeChallenge: request.code_challenge ?? null,
    });
    address.searchParams.set('code', code);
  }
  if (request.state !== undefined) address.searchParams.set('state', request.state);
  return address.href;
}
