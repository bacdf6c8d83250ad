import { withOurNotes } from '@layerkick/auth/session/resolve-session';
import { SessionNotKeptError } from '@layerkick/auth/session-store';
import type { Session } from '@layerkick/auth/session/session';
import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { requireSession } from '#/features/auth/guard.server.ts';
import { identityOf } from '#/features/auth/identity.server.ts';
import { refreshTogether } from '#/features/auth/session-renewal.server.ts';
import { answerWithCookies, requestContext, requestId } from '#/lib/request-context.server.ts';
import { noteSession } from './known-sessions.server.ts';

export type OrganizationSwitch =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: 'signed_out' | 'not_a_member' | 'unavailable';
      readonly requestId: string;
    };

/** A parallel request may renew the session first; what it got is switched then. */
const ATTEMPTS = 2;

/**
 * Puts the session of this request into another organization. Whatever fails, the session stays as good as it was:
 * nothing is deleted, and what WorkOS gave for it is kept.
 */
export async function switchOrganization(organizationId: string): Promise<OrganizationSwitch> {
  const failed = (code: Exclude<OrganizationSwitch, { ok: true }>['code']) =>
    ({ ok: false, code, requestId: requestId() }) as const;
  const current = await requireSession();
  if (!current.ok) return failed(current.code === 'unavailable' ? 'unavailable' : 'signed_out');
  const person = current.auth.principal.id;
  const { store } = identityOf(env);
  const { cookies } = requestContext();
  const stored = await store.read(cookies);
  if (current.auth.via !== 'session' || stored.kind !== 'found') return failed('signed_out');
  if (await isKnownToBeOut(person, organizationId)) return failed('not_a_member');

  let session: Session = stored.session;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the second attempt goes on from what the first one got
    const outcome = await refreshTogether({ refreshToken: session.refreshToken, organizationId }, 'now');
    if (outcome.kind === 'not-a-member') return failed('not_a_member');
    if (outcome.kind !== 'refreshed') return failed('unavailable');
    session = withOurNotes(stored.session, outcome.session);
    // oxlint-disable-next-line no-await-in-loop -- the same
    const reached = await adopt(session, person);
    if (reached === null) return failed('unavailable');
    if (reached === organizationId) return { ok: true };
  }
  return failed('unavailable');
}

/** Keeps a session that WorkOS gave; the organization that it is in, or null where it is not this person's. */
async function adopt(session: Session, person: string): Promise<string | null> {
  const { provider, store } = identityOf(env);
  const token = await provider.verify(session.accessToken);
  if (token.kind !== 'valid' || token.claims.sub !== person || session.user.id !== person) return null;
  try {
    answerWithCookies(await store.write(session, requestContext().cookies));
  } catch (error) {
    if (error instanceof SessionNotKeptError) return null;
    throw error;
  }
  await noteSession(token.claims.sid, person, token.claims.org_id ?? null);
  return token.claims.org_id ?? '';
}

const found = z.object({ active: z.number() }).nullable();

/** Where the mirror has not heard of a membership, WorkOS decides. */
async function isKnownToBeOut(userId: string, organizationId: string): Promise<boolean> {
  const membership = found.parse(
    await env.DB.prepare(
      `SELECT MAX(status = 'active' AND deleted_at IS NULL) AS active FROM membership
       WHERE user_id = ? AND organization_id = ? HAVING COUNT(*) > 0`,
    )
      .bind(userId, organizationId)
      .first(),
  );
  return membership !== null && membership.active !== 1;
}
