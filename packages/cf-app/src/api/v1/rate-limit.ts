import type { AuthContext } from '@layerkick/auth/auth-context';
import type { Operation } from '@layerkick/client/operation';
import { log } from '../../lib/log.server.ts';

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
  { principal }: AuthContext,
  operation: Pick<Operation, 'costly'>,
): Promise<Allowance> {
  const key = `${principal.kind}:${principal.id}`;
  const general = await withinLimit(env.API_LIMIT, key);
  const costly = operation.costly !== true || (await withinLimit(env.API_COSTLY_LIMIT, key));
  const policies = operation.costly ? [EVERYTHING, COSTLY] : [EVERYTHING];
  const policy = policies.map(({ name, quota }) => `"${name}";q=${quota};w=${WINDOW_SECONDS}`).join(', ');
  if (general && costly) return { allowed: true, headers: { 'ratelimit-policy': policy } };
  const { name } = general ? COSTLY : EVERYTHING;
  return {
    allowed: false,
    headers: {
      'ratelimit-policy': policy,
      ratelimit: `"${name}";r=0;t=${WINDOW_SECONDS}`,
      'retry-after': String(WINDOW_SECONDS),
    },
  };
}

/** Whether a principal may ask for something that costs more than most once more. */
export async function mayAskCostly(env: Env, { principal }: AuthContext): Promise<boolean> {
  return withinLimit(env.API_COSTLY_LIMIT, `${principal.kind}:${principal.id}`);
}

async function withinLimit(limit: RateLimit, key: string): Promise<boolean> {
  try {
    return (await limit.limit({ key })).success;
  } catch (cause) {
    // A limiter that is down must not take the API along.
    log.warn('api_limiter_unavailable', { cause: String(cause) });
    return true;
  }
}
