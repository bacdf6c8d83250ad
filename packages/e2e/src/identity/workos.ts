import { API_KEY } from '@layerkick/workos-local/accounts';
import type { WorkosLocal } from '@layerkick/workos-local/server';
import { SIGNING_KEY } from '@layerkick/workos-local/signing-key';
import { locationOf } from '../visitor.ts';
import type { IdentityService } from './service.ts';
import { signedAnew } from './signed-anew.ts';

export function workosIdentity(workos: WorkosLocal): IdentityService {
  const tokenPath = '/user_management/authenticate';
  return {
    url: workos.url,
    faults: workos.faults,
    calls: workos.calls,
    tokenPath,
    codeExchange: `POST ${tokenPath} authorization_code`,
    refresh: `POST ${tokenPath} refresh_token`,
    signOutAddress: `${workos.url}/user_management/sessions/logout`,
    settings: { vars: { AUTH_PROVIDER: 'workos' }, secrets: { WORKOS_API_KEY: API_KEY } },
    ended: endedWorkosToken,
    signOutAt: async (visitor, address) => locationOf(await visitor.ask(address)),
    // Whoever started it stops it.
    close: () => Promise.resolve(),
  };
}

export function endedWorkosToken(token: string, seconds: number): Promise<string> {
  return signedAnew(token, SIGNING_KEY, seconds);
}
