import type { KeyAttempts } from '@layerkick/auth/credentials/validated-keys';
import { Recent } from '@layerkick/auth/recent';
import { log } from '#/lib/log.server.ts';
import { requestContext } from '#/lib/request-context.server.ts';

/** As long as the limit in `wrangler.jsonc` looks back, ms. */
const WINDOW_MS = 60 * 1000;
const MOST_ADDRESSES = 1000;

/**
 * Counts wrong API keys by the address that they come from, with Cloudflare's limiter, and remembers here who had too
 * many: that can be asked without counting.
 */
export function keyAttempts({ REFUSED_KEY_LIMIT: limit }: Env): KeyAttempts {
  const tooMany = new Recent<true>(MOST_ADDRESSES, Date.now);
  return {
    tooMany: () => (tooMany.get(sender())?.ageMs ?? WINDOW_MS) < WINDOW_MS,
    async countRefused() {
      const key = sender();
      try {
        if (!(await limit.limit({ key })).success) tooMany.keep(key, true);
      } catch (cause) {
        log.warn('refused_key_limiter_unavailable', { cause: String(cause) });
      }
    },
  };
}

/** As Cloudflare says it; on this machine everybody is one. */
function sender(): string {
  return requestContext().request.headers.get('CF-Connecting-IP') ?? 'local';
}
