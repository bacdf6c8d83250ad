import type { AuthContext } from '@layerkick/auth/auth-context';
import { accessOf } from '@layerkick/auth/credentials/access';
import { sameAsBefore } from '@layerkick/auth/same-as-before';
import { authContextOfSession } from '@layerkick/auth/session/auth-context-of-session';
import { knownSessions } from '@layerkick/auth/session/known-sessions';
import {
  resolveKnown,
  resolveSession,
  type SessionOutcome,
  type SessionParts,
} from '@layerkick/auth/session/resolve-session';
import type { AccessTokenClaims } from '@layerkick/auth/tokens/claims';
import { env } from 'cloudflare:workers';
import { log } from '#/lib/log.server.ts';
import type { CurrentRequest } from '#/lib/request-context.server.ts';
import {
  type RequestedOrganization,
  requestedOrganization,
} from '#/features/organizations/organization-of-request.server.ts';
import { type Identity, identityOf } from './identity.server.ts';
import { claimOf, partsOf, type PersonFacts, personFacts, wasEnded } from './person-claim.server.ts';
import { refreshTogether, writtenTogether } from './session-renewal.server.ts';

export type RequestSession =
  | { readonly kind: 'signed-in'; readonly auth: AuthContext }
  | { readonly kind: 'signed-out' }
  /** WorkOS, D1 or both cannot be asked; nobody is signed out by that, and nobody let in. */
  | { readonly kind: 'unavailable' };

/**
 * The session in the cookies of the request being answered; sets the cookies that finding it out takes. Asked by
 * `authenticateRequest` alone, once per request.
 */
export async function sessionOfRequest(current: CurrentRequest): Promise<RequestSession> {
  const named = requestedOrganization(current);
  const within = named && (await named);
  const parts = sessionParts(env);
  const known = parts.known.of(current.cookies);
  if (known === null) return ofUnknown(within, parts, current);
  // One question tells whether the session was ended and what its person may see.
  const facts = await personFacts(known.claims, within, current);
  const { store } = parts;
  const outcome = await resolveKnown(known, wasEnded(facts), current.cookies, { store, log: current });
  for (const cookie of outcome.setCookies) current.setCookie(cookie);
  if (outcome.kind !== 'signed-in') return { kind: outcome.kind };
  return { kind: 'signed-in', auth: authOf(outcome, facts) };
}

/** The same of one that was not found good a moment ago. */
async function ofUnknown(
  within: RequestedOrganization | null,
  parts: Parts,
  current: CurrentRequest,
): Promise<RequestSession> {
  const asked: { claims?: AccessTokenClaims; facts?: Promise<PersonFacts> } = {};
  // Renewed claims are asked about anew.
  const factsAbout = (claims: AccessTokenClaims): Promise<PersonFacts> => {
    if (asked.claims !== claims || asked.facts === undefined) {
      asked.claims = claims;
      asked.facts = personFacts(claims, within, current);
    }
    return asked.facts;
  };
  const revoked = {
    has: async (_sid: string, claims: AccessTokenClaims) => {
      const ended = wasEnded(await factsAbout(claims));
      if (ended === null) throw new Error('The standing of a session cannot be read');
      return ended;
    },
  };
  const outcome = await current.within(() => resolveSession(current.cookies, { ...parts, revoked }));
  for (const cookie of outcome.setCookies) current.setCookie(cookie);
  if (outcome.kind !== 'signed-in') return { kind: outcome.kind };
  return { kind: 'signed-in', auth: authOf(outcome, await factsAbout(outcome.claims)) };
}

type Parts = Omit<Required<SessionParts>, 'revoked'>;

let built: { readonly identity: Identity; readonly parts: Parts } | undefined;

/** What sessions are resolved with, chosen once per isolate from the configuration. */
function sessionParts(bindings: Env): Parts {
  const identity = identityOf(bindings);
  if (built?.identity !== identity) {
    const parts = {
      provider: identity.provider,
      store: writtenTogether(identity.store),
      known: knownSessions(Date.now),
      refresh: refreshTogether,
      clock: Date.now,
      log,
    };
    built = { identity, parts };
  }
  return built.parts;
}

type SignedIn = Extract<SessionOutcome, { kind: 'signed-in' }>;

/** By outcome: that of a session that is known is the same object from request to request. */
const resolved = sameAsBefore<AuthContext>();

/** Who a session belongs to. */
function authOf(outcome: SignedIn, facts: PersonFacts): AuthContext {
  return resolved(outcome, partsOf(facts), () => {
    const { session, claims, degraded } = outcome;
    const access = accessOf(claimOf(claims, session.signedInBy ?? null, facts));
    return authContextOfSession(session, claims, access, degraded);
  });
}
