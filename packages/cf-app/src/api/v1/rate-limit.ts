import type { AuthContext } from '@layerkick/auth/auth-context';
import type { Log } from '@layerkick/auth/log';
import type { Operation } from '@layerkick/client/operation';
import { log as ofRequest } from '../../lib/log.server.ts';

/** As in `wrangler.jsonc`: requests of one principal in so many seconds. */
const EVERYTHING = { name: 'requests', quota: 300 } as const;
const COSTLY = { name: 'costly', quota: 20 } as const;
const WINDOW_SECONDS = 60;

export interface Allowance {
  readonly allowed: boolean;
  /** What says so (draft-ietf-httpapi-ratelimit-headers). How much is left is known only when nothing is. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts one request of a principal. */
export function countRequest(
  env: Env,
  auth: AuthContext,
  operation: Pick<Operation, 'costly'>,
  log: Log,
): Promise<Allowance> {
  return operation.costly === true
    ? countBoth(env, auth, log)
    : count(env.API_LIMIT, auth, log, ALLOWED, REFUSED);
}

async function countBoth(env: Env, auth: AuthContext, log: Log): Promise<Allowance> {
  const allowance = await count(env.API_LIMIT, auth, log, ALLOWED_COSTLY, REFUSED_OF_BOTH);
  return allowance.allowed
    ? count(env.API_COSTLY_LIMIT, auth, log, ALLOWED_COSTLY, REFUSED_COSTLY)
    : allowance;
}

/** Counts a question that turned out to cost more than most. */
export function countCostly(env: Env, auth: AuthContext): Promise<Allowance> {
  return count(env.API_COSTLY_LIMIT, auth, ofRequest, ALLOWED_AS_SAID, REFUSED_COSTLY);
}

const BOTH = [EVERYTHING, COSTLY];
const ALLOWED: Allowance = { allowed: true, headers: { 'ratelimit-policy': policyOf([EVERYTHING]) } };
const ALLOWED_COSTLY: Allowance = { allowed: true, headers: { 'ratelimit-policy': policyOf(BOTH) } };
/** What the limit is was said when the request was counted. */
const ALLOWED_AS_SAID: Allowance = { allowed: true, headers: {} };
const REFUSED = refused([EVERYTHING], EVERYTHING);
const REFUSED_OF_BOTH = refused(BOTH, EVERYTHING);
const REFUSED_COSTLY = refused(BOTH, COSTLY);

type Policy = typeof EVERYTHING | typeof COSTLY;

function refused(policies: readonly Policy[], { name }: Policy): Allowance {
  return {
    allowed: false,
    headers: {
      'ratelimit-policy': policyOf(policies),
      ratelimit: `"${name}";r=0;t=${WINDOW_SECONDS}`,
      'retry-after': String(WINDOW_SECONDS),
    },
  };
}

function policyOf(policies: readonly Policy[]): string {
  return policies.map(({ name, quota }) => `"${name}";q=${quota};w=${WINDOW_SECONDS}`).join(', ');
}

async function count(
  limit: RateLimit,
  { principal }: AuthContext,
  log: Log,
  allowed: Allowance,
  otherwise: Allowance,
): Promise<Allowance> {
  try {
    const { success } = await limit.limit({ key: `${principal.kind}:${principal.id}` });
    return success ? allowed : otherwise;
  } catch (cause) {
    // A limiter that is down must not take the API along.
    log.warn('api_limiter_unavailable', { cause: String(cause) });
    return allowed;
  }
}
