import { Hono } from 'hono';
import { CLIENT_ID } from './accounts.ts';
import { acceptInvitation, isWaiting, waitingInvitation } from './invitations.ts';
import { refusalPage } from './sign-in-page.ts';
import type { World } from './world.ts';

/**
 * `GET /user_management/invitations/accept?token=…`, the link in an invitation's e-mail: leads to the sign-in page, which
 * accepts it. Nobody's app began that, so it comes back without a state.
 */
export function invitationPageRoutes(world: World): Hono {
  return new Hono().get('/user_management/invitations/accept', (context) => {
    const token = context.req.query('token') ?? '';
    if (!waitingInvitation(world.records, token, world.now())) {
      return context.html(refusalPage(['This invitation was accepted, revoked or is too old.']), 400);
    }
    const query = new URLSearchParams({
      client_id: CLIENT_ID,
      redirect_uri: world.settings.redirectUris[0] ?? '',
      response_type: 'code',
      provider: 'authkit',
      invitation_token: token,
    });
    return context.redirect(`/user_management/authorize?${query}`);
  });
}

/**
 * What the emulator gets wrong about invitations: it invites twice, invites members, sends what was answered already
 * again, and makes accepting people members twice.
 */
export function invitationRoutes(world: World): Hono {
  const path = '/user_management/invitations';
  const { records } = world;
  return new Hono()
    .post(path, async (context, next) => {
      const body: unknown = await context.req.raw
        .clone()
        .json()
        .catch(() => null);
      const { email, organization_id: organizationId = null } = (body ?? {}) as Record<string, string | null>;
      const waiting = records.invitations
        .findBy('email', email ?? '')
        .some((each) => each.organization_id === organizationId && isWaiting(each, world.now()));
      if (waiting) {
        const code = 'email_already_invited_to_organization';
        return context.json({ code, message: 'An invitation to this address waits already.' }, 400);
      }
      const user = records.users.findOneBy('email', email ?? '');
      const member = records.organizationMemberships
        .findBy('user_id', user?.id ?? '')
        .some((each) => each.organization_id === organizationId && each.status === 'active');
      if (member) {
        const code = 'user_already_organization_member';
        return context.json({ code, message: 'The user is a member already.' }, 400);
      }
      return next();
    })
    .post(`${path}/:id/resend`, async (context, next) => {
      const invitation = records.invitations.get(context.req.param('id'));
      return invitation === undefined || invitation.state === 'pending'
        ? next()
        : context.json(notPending(invitation.state), 400);
    })
    .post(`${path}/:id/accept`, async (context, next) => {
      const invitation = records.invitations.get(context.req.param('id'));
      if (invitation === undefined) return next();
      if (!isWaiting(invitation, world.now())) return context.json(notPending(invitation.state), 400);
      acceptInvitation(records, invitation);
      return context.json(records.invitations.get(invitation.id));
    });
}

function notPending(state: string) {
  return { code: 'invalid_invitation_state', message: `Invitation is ${state}` };
}
