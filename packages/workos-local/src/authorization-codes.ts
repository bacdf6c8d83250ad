import { createHash, randomBytes } from 'node:crypto';

const LIFE_MS = 10 * 60 * 1000;

/** What a sign-in was for; remembered between the redirect to the app and the exchange of the code. */
export interface Authorization {
  readonly userId: string;
  /** The organization that the app asked for, or `null`. */
  readonly organizationId: string | null;
  /** PKCE S256 challenge, or `null` when the app sent none and must show its API key instead. */
  readonly codeChallenge: string | null;
}

/** Authorization codes: ten minutes, one attempt. A wrong verifier uses the code up as well. */
export class AuthorizationCodes {
  readonly #now: () => number;
  readonly #codes = new Map<string, Authorization & { expiresAt: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(authorization: Authorization): string {
    const code = randomBytes(18).toString('base64url');
    this.#codes.set(code, { ...authorization, expiresAt: this.#now() + LIFE_MS });
    return code;
  }

  /** @param verifier the PKCE verifier, or `undefined` when a client proved itself with its API key only */
  redeem(code: string, verifier: string | undefined): Authorization | null {
    const held = this.#codes.get(code);
    this.#codes.delete(code);
    if (!held || held.expiresAt <= this.#now()) return null;
    const expected = verifier === undefined ? null : challengeOf(verifier);
    return held.codeChallenge === expected ? held : null;
  }
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
