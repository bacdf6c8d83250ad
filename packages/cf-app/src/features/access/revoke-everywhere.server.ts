import { parseUserStoreMapping, userStoreKey } from '@layerkick/auth/user-store-mapping';
import { type AccessStorage, revokeAccess } from './access.server.ts';
import type { Change } from './audit-log.server.ts';

const PREFIX = userStoreKey('');
/** Mappings read in one go: KV is asked for each. */
const MAPPINGS_AT_A_TIME = 100;

/**
 * Takes a store out of some of the mappings of all people. Returns where to go on; null at the end. A mapping that
 * cannot be read gives no access to anything and stays as it is.
 */
export async function revokeEverywhere(
  storage: AccessStorage,
  slug: string,
  cursor: string | null,
  change: Change,
): Promise<string | null> {
  const page = await storage.kv.list({ prefix: PREFIX, cursor, limit: MAPPINGS_AT_A_TIME });
  for (const { name } of page.keys) {
    const mapped = parseUserStoreMapping(await storage.kv.get(name));
    if (mapped?.includes(slug)) {
      await revokeAccess(storage, name.slice(PREFIX.length), [slug], change);
    }
  }
  return page.list_complete ? null : page.cursor;
}
