import { WorkOS, type WorkOSOptions } from '@workos-inc/node';

export interface WorkOSConnection {
  readonly apiKey: string;
  readonly clientId: string;
  readonly apiUrl: URL;
  /** Milliseconds for one call, answer included. */
  readonly timeout: number;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * The SDK with our deadline and our network.
 *
 * Its worker build ignores `timeout` (always 60 s) and `fetchFn`; what it makes of the options has to be corrected
 * afterwards. Retries are ours to decide: on a request nobody waits for the SDK's own schedule.
 */
export class WorkOSClient extends WorkOS {
  constructor({ apiKey, clientId, apiUrl, timeout, fetch }: WorkOSConnection) {
    super({
      apiKey,
      clientId,
      apiHostname: apiUrl.hostname,
      https: apiUrl.protocol === 'https:',
      ...(apiUrl.port === '' ? {} : { port: Number(apiUrl.port) }),
      timeout,
      fetchFn: fetch,
      maxRetries: 0,
    });
  }

  // Called by the constructor above, before any field of this class exists: everything comes from `options`.
  override createHttpClient(options: WorkOSOptions, userAgent: string) {
    const client = super.createHttpClient(options, userAgent);
    const { timeout, fetchFn } = options;
    return Object.assign(client, {
      options: { ...client.options, timeout, maxRetries: 0 },
      _fetchFn: fetchFn,
    });
  }
}
