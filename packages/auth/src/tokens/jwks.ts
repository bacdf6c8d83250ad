import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

const FRESH_MS = 60 * 60 * 1000;
/** A token with an unknown key makes us ask for new keys, but no more often than this. */
const ASK_AGAIN_MS = 60 * 1000;
/** Without any keys nothing works, so that waiting a minute would be too long, and asking each time too slow. */
const ASK_AGAIN_WITHOUT_KEYS_MS = 5 * 1000;
const TIMEOUT_MS = 3000;

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });
type KeySet = z.output<typeof keySet>;

/** No keys are known and none could be had: nothing can be said about any token. */
export class KeysUnavailableError extends Error {
  readonly code = 'keys_unavailable';
}

/** Where the last good keys outlive this isolate. Public keys; nothing secret. */
export interface KeptKeys {
  read(): Promise<string | null>;
  keep(keys: string): Promise<void>;
}

export interface KeySource {
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
  readonly kept: KeptKeys;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The provider's signing keys: asked for once an hour, and through an outage the last good ones, from memory or from
 * where another isolate kept them.
 *
 * Holds values only, never a pending request: one request must not wait for another one's network.
 *
 * @returns a finder for jose that throws {@link KeysUnavailableError} or jose's `JWKSNoMatchingKey`
 */
export function cachedKeys(source: KeySource): JWTVerifyGetKey {
  const { clock, log } = source;
  let find: JWTVerifyGetKey | undefined;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;

  async function refetch(): Promise<void> {
    askedAt = clock();
    try {
      const keys = await download(source);
      find = createLocalJWKSet(keys);
      fetchedAt = clock();
      await keepForOthers(keys, source);
    } catch (cause) {
      failedAt = clock();
      log.warn('signing_keys_not_renewed', { cause: String(cause) });
      find ??= await keptByOthers(source);
    }
  }

  const known = (): JWTVerifyGetKey => {
    if (find === undefined)
      throw new KeysUnavailableError('No signing keys, neither from the provider nor kept');
    return find;
  };

  return async (header, token) => {
    const mayAsk = () => clock() - askedAt >= ASK_AGAIN_MS;
    if (find === undefined && clock() - failedAt < ASK_AGAIN_WITHOUT_KEYS_MS) return known()(header, token);
    if (find === undefined || (clock() - fetchedAt >= FRESH_MS && mayAsk())) await refetch();
    try {
      return await known()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !mayAsk()) throw error;
      await refetch();
      return known()(header, token);
    }
  };
}

async function download({ url, fetch }: KeySource): Promise<KeySet> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  return keySet.parse(await response.json());
}

async function keepForOthers(keys: KeySet, { kept, log }: KeySource): Promise<void> {
  try {
    const text = JSON.stringify(keys);
    // Storage like KV takes one write a second to a key; keys change about never.
    if ((await kept.read()) !== text) await kept.keep(text);
  } catch (cause) {
    log.warn('signing_keys_not_kept', { cause: String(cause) });
  }
}

async function keptByOthers({ kept, log }: KeySource): Promise<JWTVerifyGetKey | undefined> {
  try {
    const text = await kept.read();
    return text === null ? undefined : createLocalJWKSet(keySet.parse(JSON.parse(text)));
  } catch (cause) {
    log.warn('signing_keys_not_kept', { cause: String(cause) });
    return undefined;
  }
}
