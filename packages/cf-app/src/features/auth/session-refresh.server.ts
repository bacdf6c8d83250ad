import type { RefreshRequest } from '@layerkick/auth/provider';
import { SessionRefreshObject } from '@layerkick/auth/session-refresh';

/** Spends refresh tokens with the provider of this Worker; loaded only when one is spent. */
export class SessionRefresh extends SessionRefreshObject<Env> {
  protected override async parts() {
    const { identityOf } = await import('./identity.server.ts');
    const { provider, passwords } = identityOf(this.env);
    return { refresh: (request: RefreshRequest) => provider.refresh(request), passwords, clock: Date.now };
  }
}
