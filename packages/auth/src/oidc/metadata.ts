import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { ProviderUnreachableError } from '../provider.ts';

const FRESH_MS = 60 * 60 * 1000;
/** While the provider does not answer, it is not asked more often than this. */
const ASK_AGAIN_MS = 60 * 1000;
const TIMEOUT_MS = 3000;

const metadata = z
  .object({
    issuer: z.string(),
    authorization_endpoint: z.url(),
    token_endpoint: z.url(),
    jwks_uri: z.url(),
    // The default is that of OpenID Connect Discovery.
    token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  })
  .catchall(z.json());
export type ProviderMetadata = z.output<typeof metadata>;

/** Where a public document of the provider outlives this isolate. */
export interface KeptDocument {
  read(): Promise<string | null>;
  keep(document: string): Promise<void>;
}

export interface MetadataSource {
  readonly issuer: string;
  readonly fetch: typeof globalThis.fetch;
  readonly kept: KeptDocument;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * How the provider describes itself (OpenID Connect Discovery): asked for once an hour, and through an outage the last
 * answer, from memory or from where another isolate kept it.
 *
 * @throws {ProviderUnreachableError} from the function that is returned
 */
export function discoveredMetadata(source: MetadataSource): () => Promise<ProviderMetadata> {
  const { clock, log } = source;
  let known: ProviderMetadata | undefined;
  let freshUntil = Number.NEGATIVE_INFINITY;

  return async () => {
    if (known !== undefined && clock() < freshUntil) return known;
    try {
      known = await discover(source);
      freshUntil = clock() + FRESH_MS;
    } catch (cause) {
      log.warn('provider_metadata_not_renewed', { cause: String(cause) });
      known ??= await keptByOthers(source);
      if (known === undefined) {
        throw new ProviderUnreachableError('How the provider is reached is not known yet', { cause });
      }
      freshUntil = clock() + ASK_AGAIN_MS;
    }
    return known;
  };
}

async function discover({ issuer, fetch, kept, log }: MetadataSource): Promise<ProviderMetadata> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  const found = metadata.parse(await response.json());
  // Else somebody else's endpoints could speak for this issuer.
  if (found.issuer !== issuer) throw new Error(`The provider calls itself ${found.issuer.slice(0, 200)}`);
  try {
    const text = JSON.stringify(found);
    if ((await kept.read()) !== text) await kept.keep(text);
  } catch (cause) {
    log.warn('provider_metadata_not_kept', { cause: String(cause) });
  }
  return found;
}

async function keptByOthers({ issuer, kept, log }: MetadataSource): Promise<ProviderMetadata | undefined> {
  try {
    const text = await kept.read();
    const found = text === null ? undefined : metadata.parse(JSON.parse(text));
    return found?.issuer === issuer ? found : undefined;
  } catch (cause) {
    log.warn('provider_metadata_not_kept', { cause: String(cause) });
    return undefined;
  }
}
