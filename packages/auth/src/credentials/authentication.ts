import type { AuthContext } from '../auth-context.ts';

/** What a request's credential turned out to be. */
export type Authentication =
  | { readonly kind: 'authenticated'; readonly auth: AuthContext }
  /** No credential, or a cookie whose session is over. */
  | { readonly kind: 'anonymous' }
  | Refusal;

/** A credential that cannot be used, or not now. Never answered as if there had been none. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: 400 | 401 | 429 | 503;
  readonly code: RefusalCode;
  /** For whoever sent it; says nothing about anybody else. */
  readonly message: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

const REFUSALS = {
  credentials_ambiguous: [400, 'Send one credential: either Authorization or X-API-Key, and that once.'],
  authorization_unsupported: [401, 'Send Authorization as “Bearer” with an access token or an API key.'],
  token_invalid: [401, 'The access token is not one that this service accepts.'],
  token_expired: [401, 'The access token has expired.'],
  token_revoked: [401, 'The session of this access token was ended.'],
  api_key_invalid: [401, 'The API key is unknown or was revoked.'],
  rate_limited: [429, 'Too many unknown API keys came from this address. Try again in a minute.'],
  unavailable: [503, 'The credential cannot be checked right now. Try again in a moment.'],
} as const satisfies Record<string, readonly [Refusal['status'], string]>;

export type RefusalCode = keyof typeof REFUSALS;

const RETRY_AFTER_SECONDS: Partial<Record<Refusal['status'], number>> = { 429: 60, 503: 10 };

/** The refusal with this stable code. */
export function refusal(code: RefusalCode): Refusal {
  const [status, message] = REFUSALS[code];
  const refused = { kind: 'refused', status, code, message } as const;
  const retryAfter = RETRY_AFTER_SECONDS[status];
  return retryAfter === undefined ? refused : { ...refused, retryAfter };
}
