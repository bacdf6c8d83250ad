import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { generateId } from './emulator.ts';

const owner = z.discriminatedUnion('type', [
  z.object({ type: z.literal('organization'), id: z.string() }),
  z.object({ type: z.literal('user'), id: z.string(), organization_id: z.string() }),
]);

/** A key as it goes over the wire, without its value, which is shown once. */
export const apiKeySchema = z.object({
  object: z.literal('api_key'),
  id: z.string(),
  owner,
  name: z.string(),
  obfuscated_value: z.string(),
  permissions: z.array(z.string()),
  last_used_at: z.string().nullable(),
  expires_at: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type ApiKey = z.output<typeof apiKeySchema>;
export type ApiKeyOwner = ApiKey['owner'];

export const keptApiKey = z.object({ hash: z.string(), key: apiKeySchema });
type KeptApiKey = z.output<typeof keptApiKey>;

/** The API keys of an environment, found by the hash of their value. */
export class ApiKeys {
  readonly #byHash = new Map<string, ApiKey>();
  readonly #now: () => number;

  /** @param now epoch ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  create(start: Pick<ApiKey, 'owner' | 'name' | 'permissions' | 'expires_at'>): ApiKey & { value: string } {
    const value = `sk_local_${randomBytes(24).toString('base64url')}`;
    const at = this.#timestamp();
    const key: ApiKey = {
      object: 'api_key',
      id: generateId('api_key'),
      ...start,
      obfuscated_value: `sk_…${value.slice(-4)}`,
      last_used_at: null,
      created_at: at,
      updated_at: at,
    };
    this.#byHash.set(hashOf(value), key);
    return { ...key, value };
  }

  /** The key with this value, unless it was deleted or is over; says when it was last used. */
  validate(value: string): ApiKey | null {
    const hash = hashOf(value);
    const key = this.#byHash.get(hash);
    if (!key || (key.expires_at !== null && Date.parse(key.expires_at) <= this.#now())) return null;
    const used = { ...key, last_used_at: this.#timestamp() };
    this.#byHash.set(hash, used);
    return used;
  }

  /** Newest first. */
  of(wanted: ApiKeyOwner): ApiKey[] {
    return [...this.#byHash.values()]
      .filter((key) => key.owner.type === wanted.type && key.owner.id === wanted.id)
      .toReversed();
  }

  /** Whether there was such a key. */
  delete(id: string): boolean {
    const found = [...this.#byHash].find(([, key]) => key.id === id);
    return found !== undefined && this.#byHash.delete(found[0]);
  }

  snapshot(): KeptApiKey[] {
    return [...this.#byHash].map(([hash, key]) => ({ hash, key }));
  }

  restore(kept: readonly KeptApiKey[]): void {
    for (const { hash, key } of kept) this.#byHash.set(hash, key);
  }

  #timestamp(): string {
    return new Date(this.#now()).toISOString();
  }
}

function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
