import { z } from 'zod';
import { storesOf } from '../organization-stores.ts';
import { parseOnce } from '../parse-once.ts';
import type { ApiKey } from './validated-keys.ts';

/**
 * What is known here of an API key. WorkOS's answer about a key is remembered for a minute, and WorkOS may be down when
 * somebody revokes: every request with a key asks here, where a write is visible at once, everywhere.
 */
export interface KeyStanding {
  readonly revoked: boolean;
  /** The slugs of the stores that its organization owns; none where that was deleted. */
  readonly stores: readonly string[];
}

const flag = z.number().transform((value) => value === 1);
const standing = z.object({ revoked: flag, stores: z.array(z.string()) });
const parseStanding = parseOnce((json): KeyStanding => standing.parse(JSON.parse(json)));

/** Asks in one question. @throws where D1 cannot be asked */
export function keyStandingInD1(
  db: D1Database,
): (key: Pick<ApiKey, 'id' | 'organizationId'>) => Promise<KeyStanding> {
  return async ({ id, organizationId }) => {
    const found: unknown = await db.prepare(STANDING).bind(id, organizationId).first('key_standing');
    if (typeof found !== 'string') throw new TypeError('The standing of a key is JSON in text');
    return parseStanding(found);
  };
}

const STANDING = `
  SELECT json_object(
    'revoked', EXISTS (SELECT 1 FROM api_key WHERE id = ?1 AND revoked_at IS NOT NULL),
    'stores', json((${storesOf('?2')}))
  ) AS key_standing`;
