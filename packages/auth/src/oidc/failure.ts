import { ClientError, ResponseBodyError } from 'openid-client';
import { IncompleteTokensError } from './client.ts';

/** What a failed call to the provider says about the person, as opposed to about the network or our configuration. */
export interface Failure {
  readonly about: 'person' | 'service';
  readonly reason: string;
}

/** Only a clear statement about the code or token that was presented is one about the person. */
export function classifyFailure(error: unknown): Failure {
  if (error instanceof ResponseBodyError) {
    return { about: error.error === 'invalid_grant' ? 'person' : 'service', reason: error.error };
  }
  if (error instanceof IncompleteTokensError) {
    return { about: 'service', reason: `${error.code}: ${error.message}` };
  }
  if (error instanceof ClientError) return { about: 'service', reason: `${error.name} ${error.code}` };
  return { about: 'service', reason: error instanceof Error ? error.name : 'unknown' };
}
