import { z } from 'zod';
import type { ApiKey, KeyValidation } from '../credentials/validated-keys.ts';
import type { Log } from '../log.ts';
import type { WorkOSConnection } from './client.ts';

const keptKey = z
  .object({
    id: z.string(),
    name: z.string(),
    owner: z.discriminatedUnion('type', [
      z.object({ type: z.literal('organization'), id: z.string() }),
      z.object({ type: z.literal('user'), id: z.string(), organizationId: z.string() }),
    ]),
    permissions: z.array(z.string()),
    obfuscatedValue: z.string(),
    /** ISO 8601 with a zone. */
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
  })
  .transform(({ owner, permissions, ...key }) => ({
    ...key,
    scopes: permissions,
    organizationId: owner.type === 'user' ? owner.organizationId : owner.id,
    userId: owner.type === 'user' ? owner.id : null,
  }));

/** A key as WorkOS lists it; its value is not there. */
export type KeptApiKey = z.output<typeof keptKey>;

/** WorkOS did not answer, or not as it should. */
export class ApiKeysUnavailableError extends Error {
  readonly code = 'api_keys_unavailable';
}

/** The API keys that WorkOS keeps. All but `validate` throw {@link ApiKeysUnavailableError}. */
export interface ApiKeyDirectory {
  /** Never throws. */
  validate(value: string): Promise<KeyValidation>;
  /** The only time that a key's value is told. */
  create(
    key: Pick<ApiKey, 'organizationId' | 'name' | 'scopes'>,
  ): Promise<{ key: KeptApiKey; value: string }>;
  /** The keys of an organization itself, newest first. */
  list(organizationId: string): Promise<readonly KeptApiKey[]>;
  /** Deleting what is gone is fine. */
  delete(keyId: string): Promise<void>;
}

export function workosApiKeys(connection: WorkOSConnection, log: Log): ApiKeyDirectory {
  let loading: ReturnType<typeof load> | undefined;
  // The SDK is loaded when the first key comes.
  const sdk = () => (loading ??= load(connection));

  const unavailable = (action: string, error: unknown): ApiKeysUnavailableError => {
    const status = statusOf(error);
    log.warn('api_keys_failed', { action, reason: error instanceof Error ? error.name : 'unknown', status });
    return new ApiKeysUnavailableError(`WorkOS: ${action}`, { cause: error });
  };

  return {
    async validate(value) {
      try {
        const { apiKey } = await (await sdk()).createValidation({ value });
        return apiKey === null ? { kind: 'invalid' } : { kind: 'valid', key: keptKey.parse(apiKey) };
      } catch (error) {
        unavailable('validate', error);
        return { kind: 'unavailable' };
      }
    },
    async create({ organizationId, name, scopes }) {
      try {
        const keys = await sdk();
        const created = await keys.createOrganizationApiKey({
          organizationId,
          name,
          permissions: [...scopes],
        });
        return { key: keptKey.parse(created), value: z.string().min(1).parse(created.value) };
      } catch (error) {
        throw unavailable('create', error);
      }
    },
    async list(organizationId) {
      try {
        const page = await (await sdk()).listOrganizationApiKeys({ organizationId });
        return z.array(keptKey).parse(await page.autoPagination());
      } catch (error) {
        throw unavailable('list', error);
      }
    },
    async delete(keyId) {
      try {
        await (await sdk()).deleteApiKey(keyId);
      } catch (error) {
        if (statusOf(error) !== 404) throw unavailable('delete', error);
      }
    },
  };
}

async function load(connection: WorkOSConnection) {
  const { WorkOSClient } = await import('./client.ts');
  return new WorkOSClient(connection).apiKeys;
}

function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null;
}
