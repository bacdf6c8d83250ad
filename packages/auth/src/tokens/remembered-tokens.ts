import type { Clock } from '../clock.ts';
import { Recent } from '../recent.ts';
import { type Brought, directly } from '../brought.ts';
import type { SignedToken } from './signed-token.ts';

/** So long a key that its issuer withdraws goes on being believed here, at most. */
const REMEMBERED_MS = 60 * 1000;
const MOST_TOKENS = 1000;

/**
 * Checks a token's signature once a minute rather than on each of its requests: that is most of what a request with a
 * token costs. Only good ones are remembered, and only up to their end; whether their session was ended is asked elsewhere,
 * each time.
 *
 * @param expiryOf epoch seconds
 * @returns given a token and, where checking one takes a place of its own, what brings it there; at once for one that is known
 */
export function rememberTokens<Claims>(
  check: (token: string) => Promise<SignedToken<Claims>>,
  expiryOf: (claims: Claims) => number,
  clock: Clock,
): (token: string, brought?: Brought) => Promise<SignedToken<Claims>> | SignedToken<Claims> {
  const good = new Recent<SignedToken<Claims> & { kind: 'valid' }>(MOST_TOKENS, clock);
  const checked = async (token: string) => {
    const found = await check(token);
    if (found.kind === 'valid') good.keep(token, found);
    return found;
  };
  return (token, brought = directly) => {
    const known = good.get(token);
    const isFresh = known !== undefined && known.ageMs < REMEMBERED_MS;
    if (isFresh && clock() < expiryOf(known.value.claims) * 1000) return known.value;
    return brought(() => checked(token));
  };
}
