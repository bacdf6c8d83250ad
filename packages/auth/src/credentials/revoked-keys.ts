/**
 * API keys that were revoked here. WorkOS's answer about a key is remembered for a minute, and WorkOS may be down when
 * somebody revokes: every request with a key asks here, where a write is visible at once, everywhere.
 */
export interface RevokedKeys {
  has(keyId: string): Promise<boolean>;
}

export function revokedKeysInD1(db: D1Database): RevokedKeys {
  return {
    async has(keyId) {
      const found = await db
        .prepare('SELECT 1 FROM api_key WHERE id = ? AND revoked_at IS NOT NULL')
        .bind(keyId)
        .first();
      return found !== null;
    },
  };
}
