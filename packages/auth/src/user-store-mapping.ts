import { z } from 'zod';
import type { Log } from './log.ts';
import { parseOnce } from './parse-once.ts';

/** The part of a KV namespace that is read here. */
export interface KeyValue {
  get(key: string): Promise<string | null>;
}

const slugs = z.array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/)).readonly();

export function userStoreKey(userId: string): string {
  return `user-store:${userId}`;
}

/** The slugs in a stored mapping; none where nothing is stored; null where the value is not a JSON array of slugs. */
export function parseUserStoreMapping(stored: string | null): readonly string[] | null {
  return stored === null ? NONE : parseMapping(stored).slugs;
}

const NONE: readonly string[] = [];
const parseMapping = parseOnce((stored): { readonly slugs: readonly string[] | null } => {
  try {
    return { slugs: slugs.safeParse(JSON.parse(stored)).data ?? null };
  } catch {
    return { slugs: null };
  }
});

/**
 * The stores mapped to a person. One wrong entry makes the whole value unreadable: an operator's typing error
 * shows itself at once and in the log, and nobody sees a store by accident.
 */
export async function readUserStores(kv: KeyValue, userId: string, log: Log): Promise<readonly string[]> {
  const key = userStoreKey(userId);
  let stored: string | null;
  try {
    stored = await kv.get(key);
  } catch (cause) {
    log.error('user_store_mapping_unavailable', { key, cause: String(cause) });
    return [];
  }
  const mapped = parseUserStoreMapping(stored);
  if (mapped === null) {
    log.error('user_store_mapping_unreadable', { key, expected: 'a JSON array of slugs such as ["fmdf"]' });
    return [];
  }
  return mapped;
}
