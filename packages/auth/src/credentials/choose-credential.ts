/** The one credential that a request is judged by. */
export type Credential =
  | { readonly kind: 'none' }
  /** Nothing in a header: the cookie's session, if there is one. */
  | { readonly kind: 'cookie' }
  /** A JWT: of a person, of an application, or forged. */
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'api-key'; readonly value: string };

export type CredentialChoice =
  | { readonly ok: true; readonly credential: Credential }
  | { readonly ok: false; readonly code: 'credentials_ambiguous' | 'authorization_unsupported' };

/** What every API key of WorkOS begins with; no JWT does. */
const API_KEY_PREFIX = 'sk_';
const BEARER = /^bearer +(\S+)$/i;

const COOKIE: CredentialChoice = { ok: true, credential: { kind: 'cookie' } };
const NONE: CredentialChoice = { ok: true, credential: { kind: 'none' } };

/**
 * Chooses the credential of a request.
 *
 * A credential in a header is chosen by the caller, a cookie comes along by itself: a header always wins, and when what
 * it says is no good the request is refused rather than answered for whoever owns the cookie. Two credentials in
 * headers are a mistake whose outcome nobody could predict, even when both say the same.
 *
 * @param hasCookies whether the request has any; asked only where it matters
 */
export function chooseCredential(headers: Headers, hasCookies: () => boolean): CredentialChoice {
  const authorization = headers.get('Authorization');
  const apiKey = headers.get('X-API-Key');
  if (authorization !== null && apiKey !== null) return { ok: false, code: 'credentials_ambiguous' };
  if (apiKey !== null) return { ok: true, credential: { kind: 'api-key', value: apiKey } };
  if (authorization !== null) return fromAuthorization(authorization);
  return hasCookies() ? COOKIE : NONE;
}

function fromAuthorization(header: string): CredentialChoice {
  // Repeated headers arrive joined by commas, which neither a JWT nor an API key contains.
  if (header.includes(',')) return { ok: false, code: 'credentials_ambiguous' };
  const value = BEARER.exec(header)?.[1];
  if (value === undefined) return { ok: false, code: 'authorization_unsupported' };
  const credential: Credential = value.startsWith(API_KEY_PREFIX)
    ? { kind: 'api-key', value }
    : { kind: 'bearer', token: value };
  return { ok: true, credential };
}
