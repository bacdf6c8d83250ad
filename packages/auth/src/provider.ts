import type { Session } from './session/session.ts';
import type { TokenCheck } from './tokens/verify.ts';

/** Whoever keeps the accounts: signs people in, renews and ends their sessions, and vouches for tokens. */
export interface AuthProvider {
  /** The address of the sign-in page. @throws {ProviderUnreachableError} where that has to be asked for first */
  authorizationUrl(request: AuthorizationRequest): Promise<string>;
  /** Spends an authorization code. */
  exchangeCode(exchange: CodeExchange): Promise<CodeOutcome>;
  /** Ends a sign-in that waited for an {@link OrganizationChoice}. */
  chooseOrganization(choice: {
    readonly pendingToken: string;
    readonly organizationId: string;
  }): Promise<CodeOutcome>;
  /** Spends a refresh token; it is good for one use. */
  refresh(spent: RefreshRequest): Promise<RefreshOutcome>;
  /** Checks an access token. Asks the network for keys at most. */
  verify(accessToken: string): Promise<TokenCheck>;
  /** Where a browser goes to end the provider's own session; `returnTo` where the provider cannot be asked. */
  logoutUrl(ended: EndedSession): Promise<string>;
}

/** How to reach the provider is not known, and it does not answer. */
export class ProviderUnreachableError extends Error {
  readonly code = 'provider_unreachable';
}

export interface EndedSession {
  readonly sessionId: string;
  /** It may be over. */
  readonly accessToken: string;
  readonly returnTo: string;
}

export interface AuthorizationRequest {
  readonly state: string;
  /** PKCE, S256. */
  readonly codeChallenge: string;
  readonly redirectUri: string;
  /** Ask the person again who they are, even if the provider still knows them. */
  readonly again?: boolean;
  /** The organization to sign in to, by its own way of signing in. */
  readonly organizationId?: string;
  readonly loginHint?: string;
  readonly invitationToken?: string;
}

export interface CodeExchange {
  readonly code: string;
  /** Where the browser came back to, with all that the provider sent along. */
  readonly callbackUrl: URL;
  readonly codeVerifier: string;
  readonly ipAddress?: string;
  readonly userAgent?: string;
}

export interface RefreshRequest {
  readonly refreshToken: string;
  readonly organizationId?: string;
}

export type CodeOutcome =
  | { readonly kind: 'signed-in'; readonly session: Session }
  /** The provider does not want this person in; `reason` is its code, such as `invalid_grant`. */
  | { readonly kind: 'refused'; readonly reason: string }
  | OrganizationChoice
  | Unreachable;

/** The person is in several organizations and has to choose one to be signed in. */
export interface OrganizationChoice {
  readonly kind: 'choose-organization';
  /** Proves to the provider who it is that chooses; good for some minutes. */
  readonly pendingToken: string;
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
}

export type RefreshOutcome =
  | { readonly kind: 'refreshed'; readonly session: Session }
  /** The session is over at the provider. */
  | { readonly kind: 'terminal'; readonly reason: string }
  /** The session lives, and cannot be in the organization that was asked for. The refresh token is not spent. */
  | { readonly kind: 'not-a-member' }
  | Unreachable;

/** No answer, or one that says nothing about the person: an outage, a rate limit, our own wrong API key. */
export interface Unreachable {
  readonly kind: 'transient';
  readonly reason: string;
}
