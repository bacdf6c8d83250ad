import type { SetCookie } from '@layerkick/auth/cookie';
import { beginFlow, closeFlow, type FlowParts } from '@layerkick/auth/flow/flow';
import { SessionNotKeptError } from '@layerkick/auth/session-store';
import { safeReturnPath } from '@layerkick/auth/return-to';
import type { Session } from '@layerkick/auth/session/session';
import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { log } from '#/lib/log.server.ts';
import {
  answerIsPersonal,
  answerWithCookies,
  requestContext,
  requestId,
} from '#/lib/request-context.server.ts';
import { joinByDomain } from '#/features/organizations/auto-join.server.ts';
import { noteSession } from '#/features/organizations/known-sessions.server.ts';
import { forgetChoice, heldChoice, holdChoice } from '#/features/organizations/pending-choice.server.ts';
import { type Identity, identityOf } from './identity.server.ts';
import { CALLBACK_PATH, CHOICE_PATH, LOGIN_PATH } from './paths.ts';
import type { SignInProblem } from './sign-in-problem.ts';
import { isRevokedHere, providerLogoutUrl } from './sign-out.server.ts';

const hint = z.string().min(1).max(500).optional().catch(undefined);
const loginQuery = z.object({
  return_to: z.string().optional(),
  again: z.string().optional(),
  organization_id: hint,
  login_hint: hint,
  invitation_token: hint,
});

/**
 * Begins a sign-in in this browser. @param query of `/auth/workos/login`
 *
 * @throws {ProviderUnreachableError}
 */
export async function authorizationUrl(query: URLSearchParams): Promise<string> {
  answerIsPersonal();
  const identity = identityOf(env);
  const { return_to, again, organization_id, login_hint, invitation_token } = loginQuery.parse(
    Object.fromEntries(query),
  );
  const redirectUri = redirectUriOf(identity);
  const flow = await beginFlow(
    { returnTo: return_to, redirectUri },
    requestContext().cookies,
    flowParts(identity),
  );
  answerWithCookies(flow.setCookies);
  return identity.provider.authorizationUrl({
    state: flow.state,
    codeChallenge: flow.codeChallenge,
    redirectUri,
    again: again !== undefined,
    ...(organization_id === undefined ? {} : { organizationId: organization_id }),
    ...(login_hint === undefined ? {} : { loginHint: login_hint }),
    ...(invitation_token === undefined ? {} : { invitationToken: invitation_token }),
  });
}

const parameter = z.string().min(1).max(4000).optional().catch(undefined);
const callbackQuery = z.object({ state: parameter, code: parameter, error: parameter });

/** The page instead of a sign-in page that cannot be reached. @param query of `/auth/workos/login` */
export function unreachable(query: URLSearchParams): SignInProblem {
  return {
    code: 'unavailable',
    returnTo: safeReturnPath(query.get('return_to')),
    requestId: requestId(),
  };
}

export type CallbackOutcome =
  | { readonly kind: 'go-to'; readonly location: string }
  | { readonly kind: 'failed'; readonly problem: SignInProblem };

/** Ends a sign-in that was begun in this browser. @param query of `/auth/workos/callback` */
export async function signInCallback(query: URLSearchParams): Promise<CallbackOutcome> {
  answerIsPersonal();
  const identity = identityOf(env);
  const { state, code, error } = callbackQuery.parse(Object.fromEntries(query));
  // Without a state WorkOS began this itself (an impersonation, an invitation): begin again, from here.
  if (state === undefined) return error === undefined ? goTo(LOGIN_PATH) : failed('not_accepted', '/');

  const { cookies } = requestContext();
  const flow = await closeFlow(state, redirectUriOf(identity), cookies, flowParts(identity));
  answerWithCookies(flow.setCookies);
  const { returnPathname } = flow;
  if (flow.kind === 'refused') {
    log.warn('sign_in_refused', { reason: flow.reason });
    return failed(flow.reason === 'too-old' ? 'expired' : 'not_here', returnPathname);
  }
  if (code === undefined) {
    log.warn('sign_in_refused', { reason: 'no_code' });
    return failed('not_accepted', returnPathname);
  }

  const exchanged = await identity.provider.exchangeCode({
    code,
    codeVerifier: flow.codeVerifier,
    callbackUrl: new URL(`${redirectUriOf(identity)}?${query}`),
    ...origin(requestContext().request),
  });
  if (exchanged.kind === 'choose-organization') {
    answerWithCookies(await holdChoice(exchanged, returnPathname));
    return goTo(CHOICE_PATH);
  }
  if (exchanged.kind === 'transient') return failed('unavailable', returnPathname);
  if (exchanged.kind === 'refused') return failed('not_accepted', returnPathname);
  const { session } = exchanged;
  const joined = session.organizationId === undefined ? await joinByDomain(session) : null;
  return open(joined ?? session, identity, returnPathname);
}

/** Ends a sign-in that waited for its person to choose an organization. */
export async function signInToOrganization(organizationId: string): Promise<CallbackOutcome> {
  answerIsPersonal();
  const identity = identityOf(env);
  const choice = await heldChoice();
  if (choice === null) return failed('expired', '/');
  const { pendingToken, returnTo } = choice;
  const chosen = await identity.provider.chooseOrganization({ pendingToken, organizationId });
  if (chosen.kind === 'transient') return failed('unavailable', returnTo);
  answerWithCookies(forgetChoice());
  return chosen.kind === 'signed-in'
    ? open(chosen.session, identity, returnTo)
    : failed('not_accepted', returnTo);
}

async function open(session: Session, identity: Identity, returnTo: string): Promise<CallbackOutcome> {
  // A token that is not accepted here would send the browser round in circles: sign in, refused, sign in.
  const token = await identity.provider.verify(session.accessToken);
  if (token.kind !== 'valid' || token.claims.sub !== session.user.id) return failed('unavailable', returnTo);
  if (await isRevokedHere(token.claims.sid)) {
    // WorkOS repeated a session that was ended here: it has to end there too before anybody can sign in again.
    return goTo(await providerLogoutUrl(token.claims.sid, session.accessToken, identity));
  }

  let written: readonly SetCookie[];
  try {
    const signedInBy = {
      method: session.authenticationMethod ?? null,
      organizationId: token.claims.org_id ?? null,
    };
    const noted = { ...session, sid: token.claims.sid, signedInAt: Date.now(), signedInBy };
    written = await identity.store.write(noted, requestContext().cookies);
  } catch (error) {
    if (!(error instanceof SessionNotKeptError)) throw error;
    return failed('unavailable', returnTo);
  }
  answerWithCookies(written);
  await noteSession(token.claims.sid, token.claims.sub, token.claims.org_id ?? null);
  return goTo(returnTo);
}

function goTo(location: string): CallbackOutcome {
  return { kind: 'go-to', location };
}

function failed(code: SignInProblem['code'], returnTo: string): CallbackOutcome {
  return { kind: 'failed', problem: { code, returnTo, requestId: requestId() } };
}

function redirectUriOf({ configuration }: Identity): string {
  return configuration.APP_ORIGIN + CALLBACK_PATH;
}

function flowParts({ passwords, configuration }: Identity): FlowParts {
  return {
    passwords,
    clock: Date.now,
    random: (bytes) => crypto.getRandomValues(bytes),
    https: configuration.APP_ORIGIN.startsWith('https:'),
  };
}

/** What WorkOS shows the person about this sign-in, and judges its risk by. */
function origin({ headers }: Request): { ipAddress?: string; userAgent?: string } {
  const ipAddress = headers.get('CF-Connecting-IP');
  const userAgent = headers.get('User-Agent');
  return { ...(ipAddress === null ? {} : { ipAddress }), ...(userAgent === null ? {} : { userAgent }) };
}
