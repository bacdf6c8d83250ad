import { type ApiClient, apiClient } from '../../packages/client/src/client.ts';
import { ApiError } from '../../packages/client/src/problem.ts';
import { CommandError } from './command.ts';
import type { OpsTarget } from './ops-client.ts';

/**
 * Asks the HTTP API as whoever owns the key in the environment: unlike the operators' token, it sees what its owner sees.
 *
 * @throws {CommandError} with the Worker's own words
 */
export async function askApi<T>({ origin }: OpsTarget, work: (api: ApiClient) => Promise<T>): Promise<T> {
  const token = process.env['LAYERKICK_API_KEY'];
  if (token === undefined || token === '') {
    throw new CommandError('Put an API key into LAYERKICK_API_KEY: Settings → API keys makes one.');
  }
  try {
    return await work(apiClient({ origin, token }));
  } catch (cause) {
    if (cause instanceof ApiError) throw new CommandError(`${cause.message}.`, { cause });
    throw cause;
  }
}
