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
export async function countRequest(
  env: Env,
  auth: AuthContext,
  operation: Pick<Operation, 'costly'>,
  log: Log,
): Promise<Allowance> {
  const { costly = false } = operation;
  if (!(await withinLimit(env.API_LIMIT, auth, log))) {
    return refused(costly ? [EVERYTHING, COSTLY] : [EVERYTHING], EVERYTHING);
  }
  if (costly && !(await withinLimit(env.API_COSTLY_LIMIT, auth, log))) {
    return refused([EVERYTHING, COSTLY], COSTLY);
  }
  return costly ? ALLOWED_COSTLY : ALLOWED;
}

/** Counts a question that turned out to cost more than most. */
export async function countCostly(env: Env, auth: AuthContext): Promise<Allowance> {
  if (!(await withinLimit(env.API_COSTLY_LIMIT, auth, ofRequest)))
    return refused([EVERYTHING, COSTLY], COSTLY);
  return { allowed: true, headers: {} };
}

const ALLOWED: Allowance = { allowed: true, headers: { 'ratelimit-policy': policyOf([EVERYTHING]) } };
const ALLOWED_COSTLY: Allowance = {
  allowed: true,
  headers: { 'ratelimit-policy': policyOf([EVERYTHING, COSTLY]) },
};

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

async function withinLimit(limit: RateLimit, { principal }: AuthContext, log: Log): Promise<boolean> {
  try {
    return (await limit.limit({ key: `${principal.kind}:${principal.id}` })).success;
  } catch (cause) {
    // A limiter that is down must not take the API along.
    log.warn('api_limiter_unavailable', { cause: String(cause) });
    return true;
  }
}
