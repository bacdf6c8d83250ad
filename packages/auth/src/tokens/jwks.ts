import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';

const FRESH_MS = 60 * 60 * 1000;
/** A token with an unknown key makes us ask for new keys, but no more often than this. */
const ASK_AGAIN_MS = 60 * 1000;
const TIMEOUT_MS = 3000;

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

/** No keys are known and none could be had: nothing can be said about any token. */
export class KeysUnavailableError extends Error {
  readonly code = 'keys_unavailable';
}

interface Keys {
  readonly find: JWTVerifyGetKey;
  readonly fetchedAt: number;
}

/**
 * The provider's signing keys: asked for once an hour, kept as long as newer ones cannot be had.
 *
 * Holds values only, never a pending request: one request must not wait for another one's network.
 */
export function cachedKeys(url: string, { fetch, clock }: { fetch: typeof globalThis.fetch; clock: Clock }) {
  let keys: Keys | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;

  async function refetch(): Promise<void> {
    askedAt = clock();
    try {
      keys = { find: await download(url, fetch), fetchedAt: clock() };
    } catch (cause) {
      if (keys === undefined) throw new KeysUnavailableError(`No signing keys: ${String(cause)}`, { cause });
    }
  }

  /** @throws {KeysUnavailableError} or jose's `JWKSNoMatchingKey`. */
  const find: JWTVerifyGetKey = async (header, token) => {
    const mayAsk = () => clock() - askedAt >= ASK_AGAIN_MS;
    if (keys === undefined || (clock() - keys.fetchedAt >= FRESH_MS && mayAsk())) await refetch();
    try {
      return await known(keys).find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !mayAsk()) throw error;
      await refetch();
      return known(keys).find(header, token);
    }
  };
  return find;
}

function known(keys: Keys | undefined): Keys {
  if (keys === undefined) throw new KeysUnavailableError('No signing keys');
  return keys;
}

async function download(url: string, fetch: typeof globalThis.fetch): Promise<JWTVerifyGetKey> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  return createLocalJWKSet(keySet.parse(await response.json()) satisfies JSONWebKeySet);
}
